-- hazard: breaks-clients app.accounts
-- hazard: breaks-clients app.accounts.nr
-- hazard: breaks-clients app.users_id_seq

-- step 1: transaction, lock_timeout 5s, statement_timeout 1min
begin;
set local lock_timeout = '5s';
set local statement_timeout = '1min';
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Rename table app.users to app.accounts.
alter table app.users rename to accounts;
alter sequence app.users_id_seq rename to accounts_id_seq;
-- PostgreSQL 18 and later name not-null constraints
do $body$
declare
  found record;
begin
  for found in
    select constrained.conname as old, renamed.new
    from pg_constraint as constrained
    join (values ('users_id_not_null', 'accounts_id_not_null'), ('users_number_not_null', 'accounts_number_not_null')) as renamed (old, new) on constrained.conname = renamed.old
    where constrained.conrelid = 'app.accounts'::regclass and constrained.contype = 'n'
  loop
    execute format('alter table %s rename constraint %I to %I', 'app.accounts', found.old, found.new);
  end loop;
end
$body$;

-- Rename column app.accounts.number to nr.
alter table app.accounts rename column number to nr;
-- PostgreSQL 18 and later name not-null constraints
do $body$
declare
  found record;
begin
  for found in
    select constrained.conname as old, renamed.new
    from pg_constraint as constrained
    join (values ('accounts_number_not_null', 'accounts_nr_not_null')) as renamed (old, new) on constrained.conname = renamed.old
    where constrained.conrelid = 'app.accounts'::regclass and constrained.contype = 'n'
  loop
    execute format('alter table %s rename constraint %I to %I', 'app.accounts', found.old, found.new);
  end loop;
end
$body$;

-- Call the sequence of column app.accounts.id app.accounts_id_seq.
alter sequence app.accounts_id_seq owned by app.accounts.id;

commit;

-- step 2: transaction, lock_timeout 5s, statement_timeout 0
begin;
set local lock_timeout = '5s';
set local statement_timeout = 0;
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Rename sequence app.accounts_id_seq to users_id_seq.
alter sequence app.accounts_id_seq rename to users_id_seq;

commit;

-- step 3: transaction, lock_timeout 5s, statement_timeout 1min
begin;
set local lock_timeout = '5s';
set local statement_timeout = '1min';
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Rename primary key app.accounts.users_pkey to accounts_pkey.
alter table app.accounts rename constraint users_pkey to accounts_pkey;

commit;

-- label: exact
-- hazard: breaks-clients app.accounts_id_seq
-- hazard: breaks-clients app.accounts.number
-- hazard: breaks-clients app.users

-- step 1: undoes 3, transaction, lock_timeout 5s, statement_timeout 1min
begin;
set local lock_timeout = '5s';
set local statement_timeout = '1min';
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Rename primary key app.accounts.accounts_pkey to users_pkey.
alter table app.accounts rename constraint accounts_pkey to users_pkey;

commit;

-- step 2: undoes 2, transaction, lock_timeout 5s, statement_timeout 0
begin;
set local lock_timeout = '5s';
set local statement_timeout = 0;
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Rename sequence app.users_id_seq to accounts_id_seq.
alter sequence app.users_id_seq rename to accounts_id_seq;

commit;

-- step 3: undoes 1, transaction, lock_timeout 5s, statement_timeout 1min
begin;
set local lock_timeout = '5s';
set local statement_timeout = '1min';
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Call the sequence of column app.accounts.id as PostgreSQL would.
alter sequence app.accounts_id_seq owned by app.accounts.id;

-- Rename column app.accounts.nr to number.
alter table app.accounts rename column nr to number;
-- PostgreSQL 18 and later name not-null constraints
do $body$
declare
  found record;
begin
  for found in
    select constrained.conname as old, renamed.new
    from pg_constraint as constrained
    join (values ('accounts_nr_not_null', 'accounts_number_not_null')) as renamed (old, new) on constrained.conname = renamed.old
    where constrained.conrelid = 'app.accounts'::regclass and constrained.contype = 'n'
  loop
    execute format('alter table %s rename constraint %I to %I', 'app.accounts', found.old, found.new);
  end loop;
end
$body$;

-- Rename table app.accounts to app.users.
alter table app.accounts rename to users;
alter sequence app.accounts_id_seq rename to users_id_seq;
-- PostgreSQL 18 and later name not-null constraints
do $body$
declare
  found record;
begin
  for found in
    select constrained.conname as old, renamed.new
    from pg_constraint as constrained
    join (values ('accounts_id_not_null', 'users_id_not_null'), ('accounts_number_not_null', 'users_number_not_null')) as renamed (old, new) on constrained.conname = renamed.old
    where constrained.conrelid = 'app.users'::regclass and constrained.contype = 'n'
  loop
    execute format('alter table %s rename constraint %I to %I', 'app.users', found.old, found.new);
  end loop;
end
$body$;

commit;

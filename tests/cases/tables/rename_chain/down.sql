-- label: exact
-- hazard: breaks-clients app.a
-- hazard: breaks-clients app.b

-- step 1: undoes 4, transaction, lock_timeout 5s, statement_timeout 1min
begin;
set local lock_timeout = '5s';
set local statement_timeout = '1min';
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Rename primary key app.b.b_pkey to a_pkey.
alter table app.b rename constraint b_pkey to a_pkey;

commit;

-- step 2: undoes 3, transaction, lock_timeout 5s, statement_timeout 1min
begin;
set local lock_timeout = '5s';
set local statement_timeout = '1min';
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Rename primary key app.c.c_pkey to b_pkey.
alter table app.c rename constraint c_pkey to b_pkey;

-- Rename index app.c_a_id_idx to b_a_id_idx.
alter index app.c_a_id_idx rename to b_a_id_idx;

-- Rename foreign key app.c.c_a_id_fkey to b_a_id_fkey.
alter table app.c rename constraint c_a_id_fkey to b_a_id_fkey;

commit;

-- step 3: undoes 2, transaction, lock_timeout 5s, statement_timeout 1min
begin;
set local lock_timeout = '5s';
set local statement_timeout = '1min';
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Rename unique constraint app.b.b_one_key to a_one_key.
alter table app.b rename constraint b_one_key to a_one_key;

-- Rename table app.b to app.a.
alter table app.b rename to a;
-- PostgreSQL 18 and later name not-null constraints
do $body$
declare
  found record;
begin
  for found in
    select constrained.conname as old, renamed.new
    from pg_constraint as constrained
    join (values ('b_id_not_null', 'a_id_not_null'), ('b_one_not_null', 'a_one_not_null')) as renamed (old, new) on constrained.conname = renamed.old
    where constrained.conrelid = 'app.a'::regclass and constrained.contype = 'n'
  loop
    execute format('alter table %s rename constraint %I to %I', 'app.a', found.old, found.new);
  end loop;
end
$body$;

commit;

-- step 4: undoes 1, transaction, lock_timeout 5s, statement_timeout 1min
begin;
set local lock_timeout = '5s';
set local statement_timeout = '1min';
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Rename table app.c to app.b.
alter table app.c rename to b;
-- PostgreSQL 18 and later name not-null constraints
do $body$
declare
  found record;
begin
  for found in
    select constrained.conname as old, renamed.new
    from pg_constraint as constrained
    join (values ('c_id_not_null', 'b_id_not_null'), ('c_a_id_not_null', 'b_a_id_not_null')) as renamed (old, new) on constrained.conname = renamed.old
    where constrained.conrelid = 'app.b'::regclass and constrained.contype = 'n'
  loop
    execute format('alter table %s rename constraint %I to %I', 'app.b', found.old, found.new);
  end loop;
end
$body$;

commit;

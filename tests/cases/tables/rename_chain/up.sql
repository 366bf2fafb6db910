-- hazard: breaks-clients app.c
-- hazard: breaks-clients app.b

-- step 1: transaction, lock_timeout 5s, statement_timeout 1min
begin;
set local lock_timeout = '5s';
set local statement_timeout = '1min';
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Rename table app.b to app.c.
alter table app.b rename to c;
-- PostgreSQL 18 and later name not-null constraints
do $body$
declare
  found record;
begin
  for found in
    select constrained.conname as old, renamed.new
    from pg_constraint as constrained
    join (values ('b_id_not_null', 'c_id_not_null'), ('b_a_id_not_null', 'c_a_id_not_null')) as renamed (old, new) on constrained.conname = renamed.old
    where constrained.conrelid = 'app.c'::regclass and constrained.contype = 'n'
  loop
    execute format('alter table %s rename constraint %I to %I', 'app.c', found.old, found.new);
  end loop;
end
$body$;

commit;

-- step 2: transaction, lock_timeout 5s, statement_timeout 1min
begin;
set local lock_timeout = '5s';
set local statement_timeout = '1min';
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Rename table app.a to app.b.
alter table app.a rename to b;
-- PostgreSQL 18 and later name not-null constraints
do $body$
declare
  found record;
begin
  for found in
    select constrained.conname as old, renamed.new
    from pg_constraint as constrained
    join (values ('a_id_not_null', 'b_id_not_null'), ('a_one_not_null', 'b_one_not_null')) as renamed (old, new) on constrained.conname = renamed.old
    where constrained.conrelid = 'app.b'::regclass and constrained.contype = 'n'
  loop
    execute format('alter table %s rename constraint %I to %I', 'app.b', found.old, found.new);
  end loop;
end
$body$;

-- Rename unique constraint app.b.a_one_key to b_one_key.
alter table app.b rename constraint a_one_key to b_one_key;

commit;

-- step 3: transaction, lock_timeout 5s, statement_timeout 1min
begin;
set local lock_timeout = '5s';
set local statement_timeout = '1min';
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Rename foreign key app.c.b_a_id_fkey to c_a_id_fkey.
alter table app.c rename constraint b_a_id_fkey to c_a_id_fkey;

-- Rename index app.b_a_id_idx to c_a_id_idx.
alter index app.b_a_id_idx rename to c_a_id_idx;

-- Rename primary key app.c.b_pkey to c_pkey.
alter table app.c rename constraint b_pkey to c_pkey;

commit;

-- step 4: transaction, lock_timeout 5s, statement_timeout 1min
begin;
set local lock_timeout = '5s';
set local statement_timeout = '1min';
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Rename primary key app.b.a_pkey to b_pkey.
alter table app.b rename constraint a_pkey to b_pkey;

commit;

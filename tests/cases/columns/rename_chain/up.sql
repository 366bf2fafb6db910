-- hazard: breaks-clients app.t.d
-- hazard: breaks-clients app.t.c
-- hazard: breaks-clients app.t.b

-- step 1: transaction, lock_timeout 5s, statement_timeout 1min
begin;
set local lock_timeout = '5s';
set local statement_timeout = '1min';
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Rename column app.t.c to d.
alter table app.t rename column c to d;
-- PostgreSQL 18 and later name not-null constraints
do $body$
declare
  found record;
begin
  for found in
    select constrained.conname as old, renamed.new
    from pg_constraint as constrained
    join (values ('t_c_not_null', 't_d_not_null')) as renamed (old, new) on constrained.conname = renamed.old
    where constrained.conrelid = 'app.t'::regclass and constrained.contype = 'n'
  loop
    execute format('alter table %s rename constraint %I to %I', 'app.t', found.old, found.new);
  end loop;
end
$body$;

-- Rename column app.t.b to c.
alter table app.t rename column b to c;
-- PostgreSQL 18 and later name not-null constraints
do $body$
declare
  found record;
begin
  for found in
    select constrained.conname as old, renamed.new
    from pg_constraint as constrained
    join (values ('t_b_not_null', 't_c_not_null')) as renamed (old, new) on constrained.conname = renamed.old
    where constrained.conrelid = 'app.t'::regclass and constrained.contype = 'n'
  loop
    execute format('alter table %s rename constraint %I to %I', 'app.t', found.old, found.new);
  end loop;
end
$body$;

-- Rename column app.t.a to b.
alter table app.t rename column a to b;
-- PostgreSQL 18 and later name not-null constraints
do $body$
declare
  found record;
begin
  for found in
    select constrained.conname as old, renamed.new
    from pg_constraint as constrained
    join (values ('t_a_not_null', 't_b_not_null')) as renamed (old, new) on constrained.conname = renamed.old
    where constrained.conrelid = 'app.t'::regclass and constrained.contype = 'n'
  loop
    execute format('alter table %s rename constraint %I to %I', 'app.t', found.old, found.new);
  end loop;
end
$body$;

-- Rename unique constraint app.t.t_b_key to t_c_key.
alter table app.t rename constraint t_b_key to t_c_key;

-- Rename unique constraint app.t.t_a_key to t_b_key.
alter table app.t rename constraint t_a_key to t_b_key;

commit;

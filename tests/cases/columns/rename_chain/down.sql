-- label: exact
-- hazard: breaks-clients app.t.a
-- hazard: breaks-clients app.t.b
-- hazard: breaks-clients app.t.c

-- step 1: undoes 1, transaction, lock_timeout 5s, statement_timeout 1min
begin;
set local lock_timeout = '5s';
set local statement_timeout = '1min';
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Rename unique constraint app.t.t_b_key to t_a_key.
alter table app.t rename constraint t_b_key to t_a_key;

-- Rename unique constraint app.t.t_c_key to t_b_key.
alter table app.t rename constraint t_c_key to t_b_key;

-- Rename column app.t.b to a.
alter table app.t rename column b to a;
-- PostgreSQL 18 and later name not-null constraints
do $body$
declare
  found record;
begin
  for found in
    select constrained.conname as old, renamed.new
    from pg_constraint as constrained
    join (values ('t_b_not_null', 't_a_not_null')) as renamed (old, new) on constrained.conname = renamed.old
    where constrained.conrelid = 'app.t'::regclass and constrained.contype = 'n'
  loop
    execute format('alter table %s rename constraint %I to %I', 'app.t', found.old, found.new);
  end loop;
end
$body$;

-- Rename column app.t.c to b.
alter table app.t rename column c to b;
-- PostgreSQL 18 and later name not-null constraints
do $body$
declare
  found record;
begin
  for found in
    select constrained.conname as old, renamed.new
    from pg_constraint as constrained
    join (values ('t_c_not_null', 't_b_not_null')) as renamed (old, new) on constrained.conname = renamed.old
    where constrained.conrelid = 'app.t'::regclass and constrained.contype = 'n'
  loop
    execute format('alter table %s rename constraint %I to %I', 'app.t', found.old, found.new);
  end loop;
end
$body$;

-- Rename column app.t.d to c.
alter table app.t rename column d to c;
-- PostgreSQL 18 and later name not-null constraints
do $body$
declare
  found record;
begin
  for found in
    select constrained.conname as old, renamed.new
    from pg_constraint as constrained
    join (values ('t_d_not_null', 't_c_not_null')) as renamed (old, new) on constrained.conname = renamed.old
    where constrained.conrelid = 'app.t'::regclass and constrained.contype = 'n'
  loop
    execute format('alter table %s rename constraint %I to %I', 'app.t', found.old, found.new);
  end loop;
end
$body$;

commit;

-- hazard: breaks-clients app.towns
-- hazard: breaks-clients app.towns.name
-- hazard: breaks-clients app.towns.postcode

-- step 1: transaction, lock_timeout 5s, statement_timeout 1min
begin;
set local lock_timeout = '5s';
set local statement_timeout = '1min';
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Rename table app.places to app.towns.
alter table app.places rename to towns;
-- PostgreSQL 18 and later name not-null constraints
do $body$
declare
  found record;
begin
  for found in
    select constrained.conname as old, renamed.new
    from pg_constraint as constrained
    join (values ('places_city_not_null', 'towns_city_not_null'), ('places_zip_not_null', 'towns_zip_not_null')) as renamed (old, new) on constrained.conname = renamed.old
    where constrained.conrelid = 'app.towns'::regclass and constrained.contype = 'n'
  loop
    execute format('alter table %s rename constraint %I to %I', 'app.towns', found.old, found.new);
  end loop;
end
$body$;

-- Rename column app.towns.city to name.
alter table app.towns rename column city to name;
-- PostgreSQL 18 and later name not-null constraints
do $body$
declare
  found record;
begin
  for found in
    select constrained.conname as old, renamed.new
    from pg_constraint as constrained
    join (values ('towns_city_not_null', 'towns_name_not_null')) as renamed (old, new) on constrained.conname = renamed.old
    where constrained.conrelid = 'app.towns'::regclass and constrained.contype = 'n'
  loop
    execute format('alter table %s rename constraint %I to %I', 'app.towns', found.old, found.new);
  end loop;
end
$body$;

-- Rename column app.towns.zip to postcode.
alter table app.towns rename column zip to postcode;
-- PostgreSQL 18 and later name not-null constraints
do $body$
declare
  found record;
begin
  for found in
    select constrained.conname as old, renamed.new
    from pg_constraint as constrained
    join (values ('towns_zip_not_null', 'towns_postcode_not_null')) as renamed (old, new) on constrained.conname = renamed.old
    where constrained.conrelid = 'app.towns'::regclass and constrained.contype = 'n'
  loop
    execute format('alter table %s rename constraint %I to %I', 'app.towns', found.old, found.new);
  end loop;
end
$body$;

-- Rename statistics app.places_city_zip_expr_stat to towns_name_postcode_expr_stat.
alter statistics app.places_city_zip_expr_stat rename to towns_name_postcode_expr_stat;

commit;

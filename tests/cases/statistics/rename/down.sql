-- label: exact
-- hazard: breaks-clients app.towns.zip
-- hazard: breaks-clients app.towns.city
-- hazard: breaks-clients app.places

-- step 1: undoes 1, transaction, lock_timeout 5s, statement_timeout 1min
begin;
set local lock_timeout = '5s';
set local statement_timeout = '1min';
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Rename statistics app.towns_name_postcode_expr_stat to places_city_zip_expr_stat.
alter statistics app.towns_name_postcode_expr_stat rename to places_city_zip_expr_stat;

-- Rename column app.towns.postcode to zip.
alter table app.towns rename column postcode to zip;
-- PostgreSQL 18 and later name not-null constraints
do $body$
declare
  found record;
begin
  for found in
    select constrained.conname as old, renamed.new
    from pg_constraint as constrained
    join (values ('towns_postcode_not_null', 'towns_zip_not_null')) as renamed (old, new) on constrained.conname = renamed.old
    where constrained.conrelid = 'app.towns'::regclass and constrained.contype = 'n'
  loop
    execute format('alter table %s rename constraint %I to %I', 'app.towns', found.old, found.new);
  end loop;
end
$body$;

-- Rename column app.towns.name to city.
alter table app.towns rename column name to city;
-- PostgreSQL 18 and later name not-null constraints
do $body$
declare
  found record;
begin
  for found in
    select constrained.conname as old, renamed.new
    from pg_constraint as constrained
    join (values ('towns_name_not_null', 'towns_city_not_null')) as renamed (old, new) on constrained.conname = renamed.old
    where constrained.conrelid = 'app.towns'::regclass and constrained.contype = 'n'
  loop
    execute format('alter table %s rename constraint %I to %I', 'app.towns', found.old, found.new);
  end loop;
end
$body$;

-- Rename table app.towns to app.places.
alter table app.towns rename to places;
-- PostgreSQL 18 and later name not-null constraints
do $body$
declare
  found record;
begin
  for found in
    select constrained.conname as old, renamed.new
    from pg_constraint as constrained
    join (values ('towns_city_not_null', 'places_city_not_null'), ('towns_zip_not_null', 'places_zip_not_null')) as renamed (old, new) on constrained.conname = renamed.old
    where constrained.conrelid = 'app.places'::regclass and constrained.contype = 'n'
  loop
    execute format('alter table %s rename constraint %I to %I', 'app.places', found.old, found.new);
  end loop;
end
$body$;

commit;

-- label: exact
-- loses: ["app", "towns"]
-- hazard: rewrites-table app.places.size
-- hazard: blocks-reads app.places.size
-- hazard: deletes-data app.towns

-- step 1: undoes 2, transaction, lock_timeout 5s, statement_timeout 0
begin;
set local lock_timeout = '5s';
set local statement_timeout = 0;
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Drop the comment of statistics app.places_city_zip_stat.
comment on statistics app.places_city_zip_stat is null;

-- Change how closely statistics app.places_city_zip_stat look.
alter statistics app.places_city_zip_stat set statistics -1;

-- Drop statistics app.places_zip_region_stat.
drop statistics app.places_zip_region_stat;

-- Drop statistics app.places_size_expr_expr_stat.
drop statistics app.places_size_expr_expr_stat;

-- Drop statistics app."odd one".
drop statistics app."odd one";

-- Change the type of column app.places.size from bigint to integer.
alter table app.places alter column size type integer;

-- Create statistics app.places_zip_region_stat.
create statistics app.places_zip_region_stat (mcv) on region, zip from app.places;
alter statistics app.places_zip_region_stat set statistics 500;

-- Create statistics app.places_city_region_stat.
create statistics app.places_city_region_stat on city, region from app.places;

commit;

-- step 2: undoes 1, transaction, lock_timeout 5s, statement_timeout 1min
begin;
set local lock_timeout = '5s';
set local statement_timeout = '1min';
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Drop statistics app.together.
drop statistics app.together;

-- Drop table app.towns.
drop table app.towns;

commit;

-- hazard: rewrites-table app.places.size
-- hazard: blocks-reads app.places.size

-- step 1: transaction, lock_timeout 5s, statement_timeout 0
begin;
set local lock_timeout = '5s';
set local statement_timeout = 0;
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Create table app.towns.
create table app.towns (
  city text not null,
  zip text not null
);

-- Create statistics app.together.
create statistics app.together on city, zip from app.towns;

commit;

-- step 2: transaction, lock_timeout 5s, statement_timeout 0
begin;
set local lock_timeout = '5s';
set local statement_timeout = 0;
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Drop statistics app.places_city_region_stat.
drop statistics app.places_city_region_stat;

-- Drop statistics app.places_zip_region_stat.
drop statistics app.places_zip_region_stat;

-- Change the type of column app.places.size from integer to bigint.
alter table app.places alter column size type bigint;

-- Create statistics app."odd one".
create statistics app."odd one" on region, size from app.places;

-- Create statistics app.places_size_expr_expr_stat.
set local search_path = pg_catalog, app, public;
create statistics app.places_size_expr_expr_stat on size, (lower(region)), (upper(zip)) from app.places;
set local search_path = pg_catalog, public;

-- Create statistics app.places_zip_region_stat.
create statistics app.places_zip_region_stat (ndistinct, mcv) on region, zip from app.places;

-- Change how closely statistics app.places_city_zip_stat look.
alter statistics app.places_city_zip_stat set statistics 100;

-- Set the comment of statistics app.places_city_zip_stat.
comment on statistics app.places_city_zip_stat is 'They go together.';

commit;

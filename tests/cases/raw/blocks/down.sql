-- label: exact
-- hazard: deletes-data app.fresh
-- hazard: deletes-data app.films
-- hazard: deletes-data app.by_number

-- step 1: undoes 1, transaction, lock_timeout 5s, statement_timeout 1min
begin;
set local lock_timeout = '5s';
set local statement_timeout = '1min';
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Drop view app.all_films.
drop view app.all_films;

-- Drop raw SQL app.fresh.
set local search_path = app, pg_catalog, public;
drop type fresh;
set local search_path = pg_catalog, public;

-- Drop raw SQL app.films.
set local search_path = app, pg_catalog, public;
drop foreign table films;
set local search_path = pg_catalog, public;

-- Drop raw SQL app.by_number.
set local search_path = app, pg_catalog, public;
drop operator === (integer, integer);
drop operator family by_number using btree;
set local search_path = pg_catalog, public;

-- Create raw SQL app.films.
set local search_path = app, pg_catalog, public;
create foreign table films (id integer) server abroad;
set local search_path = pg_catalog, public;

-- Create view app.all_films.
set local search_path = pg_catalog, app, public;
create view app.all_films as
select id from films;
set local search_path = pg_catalog, public;

-- Create raw SQL app.gone.
set local search_path = app, pg_catalog, public;
create type gone as enum ();
set local search_path = pg_catalog, public;

-- Create raw SQL app.by_number.
set local search_path = app, pg_catalog, public;
create operator class by_number for type integer using btree as
  operator 1 <, operator 2 <=, operator 3 =, operator 4 >=, operator 5 >,
  function 1 compare(integer, integer);
set local search_path = pg_catalog, public;

commit;

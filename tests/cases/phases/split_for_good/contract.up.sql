-- phase: contract
-- hazard: deletes-data app.people.name

-- step 1: transaction, lock_timeout 5s, statement_timeout 1min
begin;
set local lock_timeout = '5s';
set local statement_timeout = '1min';
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Drop trigger app.people.zz_fluxc_people_first_name.
drop trigger zz_fluxc_people_first_name on app.people;

-- Drop column app.people.name.
alter table app.people drop column name;

commit;

-- step 2: transaction, lock_timeout 5s, statement_timeout 0
begin;
set local lock_timeout = '5s';
set local statement_timeout = 0;
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Drop function app.zz_fluxc_people_first_name().
drop function app.zz_fluxc_people_first_name();

commit;

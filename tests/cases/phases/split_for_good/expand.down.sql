-- label: exact
-- loses: ["app", "people", "first_name"]
-- hazard: scans-table app.people.name
-- hazard: deletes-data app.people.first_name

-- step 1: undoes 8 7 6, transaction, lock_timeout 5s, statement_timeout 1min
begin;
set local lock_timeout = '5s';
set local statement_timeout = '1min';
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;
set local client_min_messages = warning;

-- Take nulls in column app.people.first_name.
alter table app.people drop constraint if exists first_name_not_null;
alter table app.people alter column first_name drop not null;

commit;

-- step 2: undoes 5 4, transaction, lock_timeout 5s, statement_timeout 1min
begin;
set local lock_timeout = '5s';
set local statement_timeout = '1min';
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Drop trigger app.people.zz_fluxc_people_first_name.
drop trigger zz_fluxc_people_first_name on app.people;

commit;

-- step 3: undoes 3, no transaction, lock_timeout 5s, statement_timeout 1min
-- done when: select case when attnotnull then true when exists (select from pg_catalog.pg_constraint where conrelid = attrelid and conname = 'name_not_null') then false end from pg_catalog.pg_attribute where attrelid = pg_catalog.to_regclass('app.people') and attname = 'name'
-- cleanup: set lock_timeout = '5s'; alter table app.people drop constraint name_not_null; reset lock_timeout
set lock_timeout = '5s';
set statement_timeout = '1min';
set search_path = pg_catalog, public;
set standard_conforming_strings = on;

-- Refuse nulls in column app.people.name while others read and write the table.
alter table app.people add constraint name_not_null check (name is not null) not valid;
set statement_timeout = 0;
alter table app.people validate constraint name_not_null;
set statement_timeout = '1min';
alter table app.people alter column name set not null, drop constraint name_not_null;

reset standard_conforming_strings;
reset search_path;
reset statement_timeout;
reset lock_timeout;

-- step 4: undoes 2, transaction, lock_timeout 5s, statement_timeout 1min
begin;
set local lock_timeout = '5s';
set local statement_timeout = '1min';
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Drop column app.people.first_name.
alter table app.people drop column first_name;

commit;

-- step 5: undoes 1, transaction, lock_timeout 5s, statement_timeout 0
begin;
set local lock_timeout = '5s';
set local statement_timeout = 0;
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Drop function app.zz_fluxc_people_first_name().
drop function app.zz_fluxc_people_first_name();

commit;

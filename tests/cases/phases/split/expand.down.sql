-- label: exact

-- step 1: undoes 7 6 5, transaction, lock_timeout 5s, statement_timeout 1min
begin;
set local lock_timeout = '5s';
set local statement_timeout = '1min';
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;
set local client_min_messages = warning;

-- Take nulls in column app.people.last_name.
alter table app.people drop constraint if exists last_name_not_null;
alter table app.people alter column last_name drop not null;

-- Take nulls in column app.people.first_name.
alter table app.people drop constraint if exists first_name_not_null;
alter table app.people alter column first_name drop not null;

commit;

-- step 2: undoes 4 3 2, transaction, lock_timeout 5s, statement_timeout 1min
begin;
set local lock_timeout = '5s';
set local statement_timeout = '1min';
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Drop trigger app.people.zz_fluxc_people_first_name_last_name.
drop trigger zz_fluxc_people_first_name_last_name on app.people;

-- Drop column app.people.last_name.
alter table app.people drop column last_name;

-- Drop column app.people.first_name.
alter table app.people drop column first_name;

commit;

-- step 3: undoes 1, transaction, lock_timeout 5s, statement_timeout 0
begin;
set local lock_timeout = '5s';
set local statement_timeout = 0;
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Drop function app.zz_fluxc_people_first_name_last_name().
drop function app.zz_fluxc_people_first_name_last_name();

commit;

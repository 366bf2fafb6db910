-- label: exact
-- loses: ["app", "people", "name"]
-- loses: ["app", "people", "age"]
-- hazard: deletes-data app.people.name
-- hazard: deletes-data app.people.age

-- step 1: undoes 4 3, transaction, lock_timeout 5s, statement_timeout 1min
begin;
set local lock_timeout = '5s';
set local statement_timeout = '1min';
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;
set local client_min_messages = warning;

-- Drop unique constraint app.people.people_name_key.
alter table app.people drop constraint if exists people_name_key;
drop index if exists app.people_name_key;

commit;

-- step 2: undoes 2 1, transaction, lock_timeout 5s, statement_timeout 1min
begin;
set local lock_timeout = '5s';
set local statement_timeout = '1min';
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Drop check app.people.people_age_check.
alter table app.people drop constraint people_age_check;

-- Drop column app.people.name.
alter table app.people drop column name;

-- Drop column app.people.age.
alter table app.people drop column age;

commit;

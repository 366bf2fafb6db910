-- hazard: scans-table app.people.people_age_check
-- hazard: builds-index app.people.people_name_key

-- step 1: transaction, lock_timeout 5s, statement_timeout 1min
begin;
set local lock_timeout = '5s';
set local statement_timeout = '1min';
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Add column app.people.age.
alter table app.people add column age integer;

-- Add column app.people.name.
alter table app.people add column name text default '?' not null;
alter table app.people alter column name drop default;

-- Add check app.people.people_age_check, for rows to come.
alter table app.people add constraint people_age_check check (age > 0) not valid;

commit;

-- step 2: transaction, lock_timeout 5s, statement_timeout 0
begin;
set local lock_timeout = '5s';
set local statement_timeout = 0;
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Validate check app.people.people_age_check.
alter table app.people validate constraint people_age_check;

commit;

-- step 3: no transaction, lock_timeout 0, statement_timeout 0
-- done when: select indisvalid from pg_catalog.pg_index where indexrelid = pg_catalog.to_regclass('app.people_name_key') and indrelid = pg_catalog.to_regclass('app.people')
-- cleanup: drop index concurrently app.people_name_key
set lock_timeout = 0;
set statement_timeout = 0;
set search_path = pg_catalog, public;
set standard_conforming_strings = on;

-- Build the index of unique constraint app.people.people_name_key while others read and write the table.
create unique index concurrently people_name_key on app.people (name);

reset standard_conforming_strings;
reset search_path;
reset statement_timeout;
reset lock_timeout;

-- step 4: transaction, lock_timeout 5s, statement_timeout 1min
begin;
set local lock_timeout = '5s';
set local statement_timeout = '1min';
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Add unique constraint app.people.people_name_key by its index.
alter table app.people add constraint people_name_key unique using index people_name_key;

commit;

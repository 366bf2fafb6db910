-- label: structure only
-- reason: the values of column app.people.age cannot come back
-- reason: the values of column app.people.counter cannot come back
-- reason: the values of column app.people.name (a required one: its table must be empty for it to come back) cannot come back
-- reason: the values of column app.people.team_id (a required one: its table must be empty for it to come back) cannot come back
-- hazard: rewrites-table app.people.counter
-- hazard: blocks-reads app.people.counter
-- hazard: builds-index app.people.people_name_key
-- hazard: scans-table app.people.people_check
-- hazard: scans-table app.people.people_age_check
-- hazard: builds-index app.people.people_team_id_idx
-- hazard: builds-index app.people.people_kept_idx
-- hazard: scans-table app.people.people_team_id_fkey

-- step 1: undoes 7, transaction, lock_timeout 5s, statement_timeout 0
begin;
set local lock_timeout = '5s';
set local statement_timeout = 0;
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Add column app.people.team_id.
alter table app.people add column team_id bigint not null;

-- Add column app.people.name.
alter table app.people add column name text not null;

-- Add column app.people.counter.
alter table app.people add column counter serial not null;

-- Add column app.people.age.
alter table app.people add column age integer default 0 not null;

commit;

-- step 2: undoes 6, no transaction, lock_timeout 5s, statement_timeout 1min
-- done when: select exists (select from pg_catalog.pg_constraint where conindid = indexrelid and conname = 'people_name_key') from pg_catalog.pg_index where indexrelid = pg_catalog.to_regclass('app.people_name_key') and indrelid = pg_catalog.to_regclass('app.people')
-- cleanup: drop index concurrently app.people_name_key
set lock_timeout = '5s';
set statement_timeout = '1min';
set search_path = pg_catalog, public;
set standard_conforming_strings = on;

-- Add unique constraint app.people.people_name_key while others read and write the table.
set lock_timeout = 0;
set statement_timeout = 0;
create unique index concurrently people_name_key on app.people (name);
set lock_timeout = '5s';
set statement_timeout = '1min';
alter table app.people add constraint people_name_key unique using index people_name_key;

reset standard_conforming_strings;
reset search_path;
reset statement_timeout;
reset lock_timeout;

-- step 3: undoes 5, no transaction, lock_timeout 5s, statement_timeout 1min
-- done when: select convalidated from pg_catalog.pg_constraint where conrelid = pg_catalog.to_regclass('app.people') and conname = 'people_check'
-- cleanup: set lock_timeout = '5s'; alter table app.people drop constraint people_check; reset lock_timeout
set lock_timeout = '5s';
set statement_timeout = '1min';
set search_path = pg_catalog, public;
set standard_conforming_strings = on;

-- Add check app.people.people_check while others read and write the table.
alter table app.people add constraint people_check check (length(kept) < age) not valid;
set statement_timeout = 0;
alter table app.people validate constraint people_check;

reset standard_conforming_strings;
reset search_path;
reset statement_timeout;
reset lock_timeout;

-- step 4: undoes 4, no transaction, lock_timeout 5s, statement_timeout 1min
-- done when: select convalidated from pg_catalog.pg_constraint where conrelid = pg_catalog.to_regclass('app.people') and conname = 'people_age_check'
-- cleanup: set lock_timeout = '5s'; alter table app.people drop constraint people_age_check; reset lock_timeout
set lock_timeout = '5s';
set statement_timeout = '1min';
set search_path = pg_catalog, public;
set standard_conforming_strings = on;

-- Add check app.people.people_age_check while others read and write the table.
alter table app.people add constraint people_age_check check (age > 0) not valid;
set statement_timeout = 0;
alter table app.people validate constraint people_age_check;

reset standard_conforming_strings;
reset search_path;
reset statement_timeout;
reset lock_timeout;

-- step 5: undoes 3, no transaction, lock_timeout 0, statement_timeout 0
-- done when: select indisvalid from pg_catalog.pg_index where indexrelid = pg_catalog.to_regclass('app.people_team_id_idx') and indrelid = pg_catalog.to_regclass('app.people')
-- cleanup: drop index concurrently app.people_team_id_idx
set lock_timeout = 0;
set statement_timeout = 0;
set search_path = pg_catalog, public;
set standard_conforming_strings = on;

-- Create index app.people_team_id_idx while others read and write the table.
create index concurrently people_team_id_idx on app.people (team_id);

reset standard_conforming_strings;
reset search_path;
reset statement_timeout;
reset lock_timeout;

-- step 6: undoes 2, no transaction, lock_timeout 0, statement_timeout 0
-- done when: select indisvalid from pg_catalog.pg_index where indexrelid = pg_catalog.to_regclass('app.people_kept_idx') and indrelid = pg_catalog.to_regclass('app.people')
-- cleanup: drop index concurrently app.people_kept_idx
set lock_timeout = 0;
set statement_timeout = 0;
set search_path = pg_catalog, public;
set standard_conforming_strings = on;

-- Create index app.people_kept_idx while others read and write the table.
create index concurrently people_kept_idx on app.people (kept) where age > 3;

reset standard_conforming_strings;
reset search_path;
reset statement_timeout;
reset lock_timeout;

-- step 7: undoes 1, no transaction, lock_timeout 5s, statement_timeout 1min
-- done when: select convalidated from pg_catalog.pg_constraint where conrelid = pg_catalog.to_regclass('app.people') and conname = 'people_team_id_fkey'
-- cleanup: set lock_timeout = '5s'; alter table app.people drop constraint people_team_id_fkey; reset lock_timeout
set lock_timeout = '5s';
set statement_timeout = '1min';
set search_path = pg_catalog, public;
set standard_conforming_strings = on;

-- Add foreign key app.people.people_team_id_fkey while others read and write the table.
alter table app.people add constraint people_team_id_fkey foreign key (team_id) references app.teams (id) on delete cascade not valid;
set statement_timeout = 0;
alter table app.people validate constraint people_team_id_fkey;

reset standard_conforming_strings;
reset search_path;
reset statement_timeout;
reset lock_timeout;

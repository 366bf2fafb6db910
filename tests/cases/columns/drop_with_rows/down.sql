-- label: structure only
-- reason: the values of column app.people.age cannot come back
-- reason: the values of column app.people.counter cannot come back
-- reason: the values of column app.people.name cannot come back
-- hazard: rewrites-table app.people.counter
-- hazard: blocks-reads app.people.counter
-- hazard: scans-table app.people.grown
-- hazard: builds-index app.people.people_kept_idx

-- step 1: undoes 3, transaction, lock_timeout 5s, statement_timeout 0
begin;
set local lock_timeout = '5s';
set local statement_timeout = 0;
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Add column app.people.name.
alter table app.people add column name text;

-- Add column app.people.counter.
alter table app.people add column counter bigserial not null;

-- Add column app.people.age.
alter table app.people add column age integer default 7 not null;

commit;

-- step 2: undoes 2, no transaction, lock_timeout 5s, statement_timeout 1min
-- done when: select convalidated from pg_catalog.pg_constraint where conrelid = pg_catalog.to_regclass('app.people') and conname = 'grown'
-- cleanup: set lock_timeout = '5s'; alter table app.people drop constraint grown; reset lock_timeout
set lock_timeout = '5s';
set statement_timeout = '1min';
set search_path = pg_catalog, public;
set standard_conforming_strings = on;

-- Add check app.people.grown while others read and write the table.
alter table app.people add constraint grown check (age > 0) not valid;
set statement_timeout = 0;
alter table app.people validate constraint grown;

reset standard_conforming_strings;
reset search_path;
reset statement_timeout;
reset lock_timeout;

-- step 3: undoes 1, no transaction, lock_timeout 0, statement_timeout 0
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

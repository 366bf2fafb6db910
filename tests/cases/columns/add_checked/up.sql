-- hazard: needs-backfill app.people.name
-- hazard: rewrites-table app.people.name
-- hazard: builds-index app.people.people_name_key
-- hazard: blocks-reads app.people.people_name_key
-- hazard: scans-table app.people.people_age_check
-- hazard: blocks-reads app.people.people_age_check

-- step 1: transaction, lock_timeout 5s, statement_timeout 0
begin;
set local lock_timeout = '5s';
set local statement_timeout = 0;
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Add column app.people.age.
alter table app.people add column age integer;

-- Add column app.people.name.
alter table app.people add column name text;
update app.people set name = '?';
alter table app.people alter column name set not null;

-- Add unique constraint app.people.people_name_key.
alter table app.people add constraint people_name_key unique (name);

-- Add check app.people.people_age_check.
alter table app.people add constraint people_age_check check (age > 0);

commit;

-- label: structure only
-- reason: the values of column app.people.first_name as they were, but for what other columns tell of them, cannot come back
-- reason: the values of column app.people.last_name as they were, but for what other columns tell of them, cannot come back
-- loses: ["app", "people", "name"]
-- hazard: needs-backfill app.people.last_name
-- hazard: rewrites-table app.people.last_name
-- hazard: needs-backfill app.people.first_name
-- hazard: rewrites-table app.people.first_name
-- hazard: deletes-data app.people.name
-- hazard: builds-index app.people.people_last_name_idx

-- step 1: undoes 3, no transaction, lock_timeout 0, statement_timeout 0
-- done when: select pg_catalog.to_regclass('app.people_name_idx') is null
set lock_timeout = 0;
set statement_timeout = 0;
set search_path = pg_catalog, public;
set standard_conforming_strings = on;

-- Drop index app.people_name_idx while others read and write the table.
drop index concurrently app.people_name_idx;

reset standard_conforming_strings;
reset search_path;
reset statement_timeout;
reset lock_timeout;

-- step 2: undoes 2, transaction, lock_timeout 5s, statement_timeout 0
begin;
set local lock_timeout = '5s';
set local statement_timeout = 0;
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Add column app.people.last_name.
alter table app.people add column last_name text;
update app.people set last_name = nullif(split_part(name, ' ', 2), '');

-- Add column app.people.first_name.
alter table app.people add column first_name text;
update app.people set first_name = split_part(name, ' ', 1);
alter table app.people alter column first_name set not null;

-- Drop column app.people.name.
alter table app.people drop column name;

commit;

-- step 3: undoes 1, no transaction, lock_timeout 0, statement_timeout 0
-- done when: select indisvalid from pg_catalog.pg_index where indexrelid = pg_catalog.to_regclass('app.people_last_name_idx') and indrelid = pg_catalog.to_regclass('app.people')
-- cleanup: drop index concurrently app.people_last_name_idx
set lock_timeout = 0;
set statement_timeout = 0;
set search_path = pg_catalog, public;
set standard_conforming_strings = on;

-- Create index app.people_last_name_idx while others read and write the table.
create index concurrently people_last_name_idx on app.people (last_name);

reset standard_conforming_strings;
reset search_path;
reset statement_timeout;
reset lock_timeout;

-- label: exact
-- loses: ["app", "people", "code"]
-- loses: ["app", "people", "team_id"]
-- loses: ["app", "people", "filled"]
-- loses: ["app", "people", "with_default"]
-- loses: ["app", "people", "plain"]
-- hazard: deletes-data app.people.code
-- hazard: deletes-data app.people.team_id
-- hazard: deletes-data app.people.filled
-- hazard: deletes-data app.people.with_default
-- hazard: deletes-data app.people.plain

-- step 1: undoes 10 9 8, no transaction, lock_timeout 0, statement_timeout 0
-- done when: select pg_catalog.to_regclass('app.people_team_id_idx') is null
set lock_timeout = 0;
set statement_timeout = 0;
set search_path = pg_catalog, public;
set standard_conforming_strings = on;

-- Drop index app.people_team_id_idx while others read and write the table.
drop index concurrently app.people_team_id_idx;

reset standard_conforming_strings;
reset search_path;
reset statement_timeout;
reset lock_timeout;

-- step 2: undoes 7, transaction, lock_timeout 5s, statement_timeout 1min
begin;
set local lock_timeout = '5s';
set local statement_timeout = '1min';
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;
set local client_min_messages = warning;

-- Drop unique constraint app.people.people_code_key.
alter table app.people drop constraint if exists people_code_key;
drop index if exists app.people_code_key;

commit;

-- step 3: undoes 6 5, transaction, lock_timeout 5s, statement_timeout 1min
begin;
set local lock_timeout = '5s';
set local statement_timeout = '1min';
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Drop foreign key app.people.people_team_id_fkey.
alter table app.people drop constraint people_team_id_fkey;

commit;

-- step 4: undoes 4 3, transaction, lock_timeout 5s, statement_timeout 1min
begin;
set local lock_timeout = '5s';
set local statement_timeout = '1min';
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;
set local client_min_messages = warning;

-- Take nulls in column app.people.filled.
alter table app.people drop constraint if exists filled_not_null;
alter table app.people alter column filled drop not null;

commit;

-- step 5: undoes 2 1, transaction, lock_timeout 5s, statement_timeout 1min
begin;
set local lock_timeout = '5s';
set local statement_timeout = '1min';
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Drop column app.people.code.
alter table app.people drop column code;

-- Drop column app.people.team_id.
alter table app.people drop column team_id;

-- Drop column app.people.filled.
alter table app.people drop column filled;

-- Drop column app.people.with_default.
alter table app.people drop column with_default;

-- Drop column app.people.plain.
alter table app.people drop column plain;

commit;

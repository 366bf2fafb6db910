-- label: exact
-- loses: ["app", "people", "team_id"]
-- hazard: deletes-data app.people.team_id

-- step 1: undoes 9 8 7, no transaction, lock_timeout 0, statement_timeout 0
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

-- step 2: undoes 6 5, transaction, lock_timeout 5s, statement_timeout 1min
begin;
set local lock_timeout = '5s';
set local statement_timeout = '1min';
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Drop foreign key app.people.people_team_id_fkey.
alter table app.people drop constraint people_team_id_fkey;

commit;

-- step 3: undoes 4 3, transaction, lock_timeout 5s, statement_timeout 1min
begin;
set local lock_timeout = '5s';
set local statement_timeout = '1min';
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;
set local client_min_messages = warning;

-- Take nulls in column app.people.team_id.
alter table app.people drop constraint if exists team_id_not_null;
alter table app.people alter column team_id drop not null;

commit;

-- step 4: undoes 2 1, transaction, lock_timeout 5s, statement_timeout 1min
begin;
set local lock_timeout = '5s';
set local statement_timeout = '1min';
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Drop column app.people.team_id.
alter table app.people drop column team_id;

commit;

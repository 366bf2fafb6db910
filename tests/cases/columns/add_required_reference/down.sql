-- label: exact
-- loses: ["app", "people", "team_id"]

-- step 1: undoes 2, transaction, lock_timeout 5s, statement_timeout 0
begin;
set local lock_timeout = '5s';
set local statement_timeout = 0;
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Drop foreign key app.people.people_team_id_fkey.
alter table app.people drop constraint people_team_id_fkey;

commit;

-- step 2: undoes 1, transaction, lock_timeout 5s, statement_timeout 0
begin;
set local lock_timeout = '5s';
set local statement_timeout = 0;
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Drop index app.people_team_id_idx.
drop index app.people_team_id_idx;

-- Drop column app.people.team_id.
alter table app.people drop column team_id;

commit;

-- label: exact
-- loses: ["app", "people", "code"]
-- loses: ["app", "people", "team_id"]
-- loses: ["app", "people", "filled"]
-- loses: ["app", "people", "with_default"]
-- loses: ["app", "people", "plain"]

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

-- Drop unique constraint app.people.people_code_key.
alter table app.people drop constraint people_code_key;

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

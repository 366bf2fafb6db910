-- hazard: needs-backfill app.people.team_id
-- hazard: rewrites-table app.people.team_id
-- hazard: builds-index app.people.people_team_id_idx
-- hazard: blocks-writes app.people.people_team_id_idx
-- hazard: scans-table app.people.people_team_id_fkey
-- hazard: blocks-writes app.people.people_team_id_fkey

-- step 1: transaction, lock_timeout 5s, statement_timeout 0
begin;
set local lock_timeout = '5s';
set local statement_timeout = 0;
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Add column app.people.team_id.
alter table app.people add column team_id bigint;
update app.people set team_id = (select min(id) from app.teams);
alter table app.people alter column team_id set not null;

-- Create index app.people_team_id_idx.
create index people_team_id_idx on app.people (team_id);

commit;

-- step 2: transaction, lock_timeout 5s, statement_timeout 0
begin;
set local lock_timeout = '5s';
set local statement_timeout = 0;
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Add foreign key app.people.people_team_id_fkey.
alter table app.people add constraint people_team_id_fkey foreign key (team_id) references app.teams (id);

commit;

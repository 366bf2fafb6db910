-- hazard: needs-backfill app.people.filled
-- hazard: rewrites-table app.people.filled
-- hazard: builds-index app.people.people_code_key
-- hazard: blocks-reads app.people.people_code_key
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

-- Add column app.people.plain.
alter table app.people add column plain text;

-- Add column app.people.with_default.
alter table app.people add column with_default integer default 7 not null;

-- Add column app.people.filled.
alter table app.people add column filled character varying(20);
update app.people set filled = 'p' || id;
alter table app.people alter column filled set not null;
comment on column app.people.filled is 'Filled for old rows.';

-- Add column app.people.team_id.
alter table app.people add column team_id integer;

-- Add column app.people.code.
alter table app.people add column code text;

-- Add unique constraint app.people.people_code_key.
alter table app.people add constraint people_code_key unique (code);

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
alter table app.people add constraint people_team_id_fkey foreign key (team_id) references app.teams (id) on delete set null;

commit;

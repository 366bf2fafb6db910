-- hazard: needs-backfill app.people.team_id
-- hazard: scans-table app.people.team_id
-- hazard: builds-index app.people.people_team_id_idx
-- hazard: scans-table app.people.people_team_id_fkey

-- step 1: transaction, lock_timeout 5s, statement_timeout 1min
begin;
set local lock_timeout = '5s';
set local statement_timeout = '1min';
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Add column app.people.team_id.
alter table app.people add column team_id bigint;

commit;

-- step 2: no transaction, lock_timeout 0, statement_timeout 0
-- done when: select not exists (select from app.people where team_id is null)
set lock_timeout = 0;
set statement_timeout = 0;
set search_path = pg_catalog, public;
set standard_conforming_strings = on;

-- Fill the nulls of column app.people.team_id, some pages at a time.
do $body$
-- app.people.team_id, where it is null
#variable_conflict use_column
<<fluxc>>
declare
  pages constant bigint := 100;
  page bigint := 0;
  last bigint := (
    select pg_catalog.max(pg_catalog.pg_relation_size(part)) / pg_catalog.current_setting('block_size')::bigint
    from (
      select 'app.people'::regclass union all select relid from pg_catalog.pg_partition_tree('app.people')
    ) as parts (part)
  );
begin
  while page <= last loop
    update app.people set team_id = (select min(id) from app.teams)
    where team_id is null
      and ctid >= pg_catalog.format('(%s,0)', fluxc.page)::pg_catalog.tid and ctid < pg_catalog.format('(%s,0)', fluxc.page + fluxc.pages)::pg_catalog.tid;
    commit;
    perform pg_catalog.pg_sleep(nullif(pg_catalog.current_setting('fluxc.pause', true), '')::double precision);
    page := page + pages;
  end loop;
end
$body$;

reset standard_conforming_strings;
reset search_path;
reset statement_timeout;
reset lock_timeout;

-- step 3: transaction, lock_timeout 5s, statement_timeout 1min
begin;
set local lock_timeout = '5s';
set local statement_timeout = '1min';
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Refuse nulls in column app.people.team_id, of rows to come.
alter table app.people add constraint team_id_not_null check (team_id is not null) not valid;

commit;

-- step 4: no transaction, lock_timeout 0, statement_timeout 0
-- done when: select not exists (select from app.people where team_id is null)
set lock_timeout = 0;
set statement_timeout = 0;
set search_path = pg_catalog, public;
set standard_conforming_strings = on;

-- Fill the nulls that came meanwhile of column app.people.team_id, some pages at a time.
do $body$
-- app.people.team_id, where it is null
#variable_conflict use_column
<<fluxc>>
declare
  pages constant bigint := 100;
  page bigint := 0;
  last bigint := (
    select pg_catalog.max(pg_catalog.pg_relation_size(part)) / pg_catalog.current_setting('block_size')::bigint
    from (
      select 'app.people'::regclass union all select relid from pg_catalog.pg_partition_tree('app.people')
    ) as parts (part)
  );
begin
  while page <= last loop
    update app.people set team_id = (select min(id) from app.teams)
    where team_id is null
      and ctid >= pg_catalog.format('(%s,0)', fluxc.page)::pg_catalog.tid and ctid < pg_catalog.format('(%s,0)', fluxc.page + fluxc.pages)::pg_catalog.tid;
    commit;
    perform pg_catalog.pg_sleep(nullif(pg_catalog.current_setting('fluxc.pause', true), '')::double precision);
    page := page + pages;
  end loop;
end
$body$;

reset standard_conforming_strings;
reset search_path;
reset statement_timeout;
reset lock_timeout;

-- step 5: transaction, lock_timeout 5s, statement_timeout 1min
begin;
set local lock_timeout = '5s';
set local statement_timeout = '1min';
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Add foreign key app.people.people_team_id_fkey, for rows to come.
alter table app.people add constraint people_team_id_fkey foreign key (team_id) references app.teams (id) not valid;

commit;

-- step 6: transaction, lock_timeout 5s, statement_timeout 0
begin;
set local lock_timeout = '5s';
set local statement_timeout = 0;
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Check that no row has a null in column app.people.team_id.
alter table app.people validate constraint team_id_not_null;

commit;

-- step 7: no transaction, lock_timeout 0, statement_timeout 0
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

-- step 8: transaction, lock_timeout 5s, statement_timeout 0
begin;
set local lock_timeout = '5s';
set local statement_timeout = 0;
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Validate foreign key app.people.people_team_id_fkey.
alter table app.people validate constraint people_team_id_fkey;

commit;

-- step 9: transaction, lock_timeout 5s, statement_timeout 1min
begin;
set local lock_timeout = '5s';
set local statement_timeout = '1min';
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Refuse nulls in column app.people.team_id.
alter table app.people alter column team_id set not null;
alter table app.people drop constraint team_id_not_null;

commit;

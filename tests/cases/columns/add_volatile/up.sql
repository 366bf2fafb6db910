-- hazard: needs-backfill app.people.token
-- hazard: scans-table app.people.token

-- step 1: transaction, lock_timeout 5s, statement_timeout 1min
begin;
set local lock_timeout = '5s';
set local statement_timeout = '1min';
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Add column app.people.token.
alter table app.people add column token uuid;
alter table app.people alter column token set default gen_random_uuid();

-- Add column app.people.made_at.
alter table app.people add column made_at timestamp with time zone default now() not null;

commit;

-- step 2: no transaction, lock_timeout 0, statement_timeout 0
-- done when: select not exists (select from app.people where token is null)
set lock_timeout = 0;
set statement_timeout = 0;
set search_path = pg_catalog, public;
set standard_conforming_strings = on;

-- Fill the nulls of column app.people.token, some pages at a time.
do $body$
-- app.people.token, where it is null
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
    update app.people set token = gen_random_uuid()
    where token is null
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

-- Refuse nulls in column app.people.token, of rows to come.
alter table app.people add constraint token_not_null check (token is not null) not valid;

commit;

-- step 4: transaction, lock_timeout 5s, statement_timeout 0
begin;
set local lock_timeout = '5s';
set local statement_timeout = 0;
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Check that no row has a null in column app.people.token.
alter table app.people validate constraint token_not_null;

commit;

-- step 5: transaction, lock_timeout 5s, statement_timeout 1min
begin;
set local lock_timeout = '5s';
set local statement_timeout = '1min';
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Refuse nulls in column app.people.token.
alter table app.people alter column token set not null;
alter table app.people drop constraint token_not_null;

commit;

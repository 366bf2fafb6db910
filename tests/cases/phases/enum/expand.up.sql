-- phase: expand
-- hazard: needs-backfill app.letters.state
-- hazard: deletes-data app.letters.state
-- hazard: needs-backfill app.letters.before
-- hazard: deletes-data app.letters.before
-- hazard: needs-backfill app.parcels.state
-- hazard: deletes-data app.parcels.state
-- hazard: scans-table app.letters.state_new
-- hazard: builds-index app.letters.letters_state_id_idx_new
-- hazard: scans-table app.parcels.state_new

-- step 1: transaction, lock_timeout 5s, statement_timeout 0
begin;
set local lock_timeout = '5s';
set local statement_timeout = 0;
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Add to enum app.state: waiting.
alter type app.state add value 'waiting';

commit;

-- step 2: transaction, lock_timeout 5s, statement_timeout 0
begin;
set local lock_timeout = '5s';
set local statement_timeout = 0;
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;
set local check_function_bodies = off;

-- Create enum app.state_new.
create type app.state_new as enum ('draft', 'waiting', 'sent');

-- Create function app.zz_fluxc_letters_before_new().
create function app.zz_fluxc_letters_before_new()
  returns trigger
  language plpgsql
  as $body$
#variable_conflict use_column
begin
  if tg_op = 'UPDATE' and pg_catalog.current_setting('fluxc.filling', true) = 'app.letters.before_new' then
    new := old;
    new.before := (select case before::text when 'queued' then 'waiting' when 'failed' then 'draft' else before::text end from (select (new).*) as letters);
    new.before_new := (select case before::text when 'queued' then 'waiting' when 'failed' then 'draft' else before::text end from (select (new).*) as letters);
    return new;
  end if;
  new.before := (select case before::text when 'queued' then 'waiting' when 'failed' then 'draft' else before::text end from (select (new).*) as letters);
  new.before_new := (select case before::text when 'queued' then 'waiting' when 'failed' then 'draft' else before::text end from (select (new).*) as letters);
  return new;
end
$body$;

-- Create function app.zz_fluxc_letters_state_new().
create function app.zz_fluxc_letters_state_new()
  returns trigger
  language plpgsql
  as $body$
#variable_conflict use_column
begin
  if tg_op = 'UPDATE' and pg_catalog.current_setting('fluxc.filling', true) = 'app.letters.state_new' then
    new := old;
    new.state := (select case state::text when 'queued' then 'waiting' when 'failed' then 'draft' else state::text end from (select (new).*) as letters);
    new.state_new := (select case state::text when 'queued' then 'waiting' when 'failed' then 'draft' else state::text end from (select (new).*) as letters);
    return new;
  end if;
  new.state := (select case state::text when 'queued' then 'waiting' when 'failed' then 'draft' else state::text end from (select (new).*) as letters);
  new.state_new := (select case state::text when 'queued' then 'waiting' when 'failed' then 'draft' else state::text end from (select (new).*) as letters);
  return new;
end
$body$;

-- Create function app.zz_fluxc_parcels_state_new().
create function app.zz_fluxc_parcels_state_new()
  returns trigger
  language plpgsql
  as $body$
#variable_conflict use_column
begin
  if tg_op = 'UPDATE' and pg_catalog.current_setting('fluxc.filling', true) = 'app.parcels.state_new' then
    new := old;
    new.state := (select case state::text when 'queued' then 'waiting' when 'failed' then 'draft' else state::text end from (select (new).*) as parcels);
    new.state_new := (select case state::text when 'queued' then 'waiting' when 'failed' then 'draft' else state::text end from (select (new).*) as parcels);
    return new;
  end if;
  new.state := (select case state::text when 'queued' then 'waiting' when 'failed' then 'draft' else state::text end from (select (new).*) as parcels);
  new.state_new := (select case state::text when 'queued' then 'waiting' when 'failed' then 'draft' else state::text end from (select (new).*) as parcels);
  return new;
end
$body$;

commit;

-- step 3: transaction, lock_timeout 5s, statement_timeout 1min
begin;
set local lock_timeout = '5s';
set local statement_timeout = '1min';
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Add column app.letters.state_new.
alter table app.letters add column state_new app.state_new;

-- Add column app.letters.before_new.
alter table app.letters add column before_new app.state_new;

-- Create trigger app.letters.zz_fluxc_letters_before_new.
create trigger zz_fluxc_letters_before_new
  before insert or update on app.letters
  for each row
  execute function app.zz_fluxc_letters_before_new();

-- Create trigger app.letters.zz_fluxc_letters_state_new.
create trigger zz_fluxc_letters_state_new
  before insert or update on app.letters
  for each row
  execute function app.zz_fluxc_letters_state_new();

commit;

-- step 4: transaction, lock_timeout 5s, statement_timeout 1min
begin;
set local lock_timeout = '5s';
set local statement_timeout = '1min';
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Add column app.parcels.state_new.
alter table app.parcels add column state_new app.state_new;

-- Create trigger app.parcels.zz_fluxc_parcels_state_new.
create trigger zz_fluxc_parcels_state_new
  before insert or update on app.parcels
  for each row
  execute function app.zz_fluxc_parcels_state_new();

commit;

-- step 5: no transaction, lock_timeout 0, statement_timeout 0
-- done when: select not exists (select from app.letters where state_new is null and ((case state::text when 'queued' then 'waiting' when 'failed' then 'draft' else state::text end)::app.state_new) is not null)
set lock_timeout = 0;
set statement_timeout = 0;
set search_path = pg_catalog, public;
set standard_conforming_strings = on;

-- Fill the nulls of column app.letters.state_new, some pages at a time.
do $body$
-- app.letters.state_new, where it is null
#variable_conflict use_column
<<fluxc>>
declare
  pages constant bigint := 100;
  page bigint := 0;
  last bigint := (
    select pg_catalog.max(pg_catalog.pg_relation_size(part)) / pg_catalog.current_setting('block_size')::bigint
    from (
      select 'app.letters'::regclass union all select relid from pg_catalog.pg_partition_tree('app.letters')
    ) as parts (part)
  );
begin
  while page <= last loop
    perform pg_catalog.set_config('fluxc.filling', 'app.letters.state_new', true);
    update app.letters set state_new = (case state::text when 'queued' then 'waiting' when 'failed' then 'draft' else state::text end)::app.state_new
    where state_new is null and ((case state::text when 'queued' then 'waiting' when 'failed' then 'draft' else state::text end)::app.state_new) is not null
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

-- step 6: no transaction, lock_timeout 0, statement_timeout 0
-- done when: select not exists (select from app.letters where before_new is null and ((case before::text when 'queued' then 'waiting' when 'failed' then 'draft' else before::text end)::app.state_new) is not null)
set lock_timeout = 0;
set statement_timeout = 0;
set search_path = pg_catalog, public;
set standard_conforming_strings = on;

-- Fill the nulls of column app.letters.before_new, some pages at a time.
do $body$
-- app.letters.before_new, where it is null
#variable_conflict use_column
<<fluxc>>
declare
  pages constant bigint := 100;
  page bigint := 0;
  last bigint := (
    select pg_catalog.max(pg_catalog.pg_relation_size(part)) / pg_catalog.current_setting('block_size')::bigint
    from (
      select 'app.letters'::regclass union all select relid from pg_catalog.pg_partition_tree('app.letters')
    ) as parts (part)
  );
begin
  while page <= last loop
    perform pg_catalog.set_config('fluxc.filling', 'app.letters.before_new', true);
    update app.letters set before_new = (case before::text when 'queued' then 'waiting' when 'failed' then 'draft' else before::text end)::app.state_new
    where before_new is null and ((case before::text when 'queued' then 'waiting' when 'failed' then 'draft' else before::text end)::app.state_new) is not null
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

-- step 7: no transaction, lock_timeout 0, statement_timeout 0
-- done when: select not exists (select from app.parcels where state_new is null and ((case state::text when 'queued' then 'waiting' when 'failed' then 'draft' else state::text end)::app.state_new) is not null)
set lock_timeout = 0;
set statement_timeout = 0;
set search_path = pg_catalog, public;
set standard_conforming_strings = on;

-- Fill the nulls of column app.parcels.state_new, some pages at a time.
do $body$
-- app.parcels.state_new, where it is null
#variable_conflict use_column
<<fluxc>>
declare
  pages constant bigint := 100;
  page bigint := 0;
  last bigint := (
    select pg_catalog.max(pg_catalog.pg_relation_size(part)) / pg_catalog.current_setting('block_size')::bigint
    from (
      select 'app.parcels'::regclass union all select relid from pg_catalog.pg_partition_tree('app.parcels')
    ) as parts (part)
  );
begin
  while page <= last loop
    perform pg_catalog.set_config('fluxc.filling', 'app.parcels.state_new', true);
    update app.parcels set state_new = (case state::text when 'queued' then 'waiting' when 'failed' then 'draft' else state::text end)::app.state_new
    where state_new is null and ((case state::text when 'queued' then 'waiting' when 'failed' then 'draft' else state::text end)::app.state_new) is not null
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

-- step 8: transaction, lock_timeout 5s, statement_timeout 1min
begin;
set local lock_timeout = '5s';
set local statement_timeout = '1min';
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Refuse nulls in column app.letters.state_new, of rows to come.
alter table app.letters add constraint state_new_not_null check (state_new is not null) not valid;

commit;

-- step 9: transaction, lock_timeout 5s, statement_timeout 0
begin;
set local lock_timeout = '5s';
set local statement_timeout = 0;
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Check that no row has a null in column app.letters.state_new.
alter table app.letters validate constraint state_new_not_null;

commit;

-- step 10: no transaction, lock_timeout 0, statement_timeout 0
-- done when: select indisvalid from pg_catalog.pg_index where indexrelid = pg_catalog.to_regclass('app.letters_state_id_idx_new') and indrelid = pg_catalog.to_regclass('app.letters')
-- cleanup: drop index concurrently app.letters_state_id_idx_new
set lock_timeout = 0;
set statement_timeout = 0;
set search_path = pg_catalog, public;
set standard_conforming_strings = on;

-- Create index app.letters_state_id_idx_new while others read and write the table.
create index concurrently letters_state_id_idx_new on app.letters (state_new, id);

reset standard_conforming_strings;
reset search_path;
reset statement_timeout;
reset lock_timeout;

-- step 11: transaction, lock_timeout 5s, statement_timeout 1min
begin;
set local lock_timeout = '5s';
set local statement_timeout = '1min';
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Refuse nulls in column app.letters.state_new.
alter table app.letters alter column state_new set not null;
alter table app.letters drop constraint state_new_not_null;

commit;

-- step 12: transaction, lock_timeout 5s, statement_timeout 1min
begin;
set local lock_timeout = '5s';
set local statement_timeout = '1min';
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Refuse nulls in column app.parcels.state_new, of rows to come.
alter table app.parcels add constraint state_new_not_null check (state_new is not null) not valid;

commit;

-- step 13: transaction, lock_timeout 5s, statement_timeout 0
begin;
set local lock_timeout = '5s';
set local statement_timeout = 0;
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Check that no row has a null in column app.parcels.state_new.
alter table app.parcels validate constraint state_new_not_null;

commit;

-- step 14: transaction, lock_timeout 5s, statement_timeout 1min
begin;
set local lock_timeout = '5s';
set local statement_timeout = '1min';
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Refuse nulls in column app.parcels.state_new.
alter table app.parcels alter column state_new set not null;
alter table app.parcels drop constraint state_new_not_null;

commit;

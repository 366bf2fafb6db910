-- label: structure only
-- reason: the values of column app.letters.before_old cannot come back
-- reason: the values of column app.letters.state_old cannot come back
-- reason: the values of column app.parcels.state_old cannot come back
-- hazard: needs-backfill app.parcels.state_old
-- hazard: scans-table app.parcels.state_old
-- hazard: needs-backfill app.letters.before_old
-- hazard: needs-backfill app.letters.state_old
-- hazard: scans-table app.letters.state_old
-- hazard: builds-index app.letters.letters_state_id_idx_old

-- step 1: undoes 19, transaction, lock_timeout 5s, statement_timeout 0
begin;
set local lock_timeout = '5s';
set local statement_timeout = 0;
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;
set local check_function_bodies = off;

-- Create function app.zz_fluxc_parcels_state_old().
create function app.zz_fluxc_parcels_state_old()
  returns trigger
  language plpgsql
  as $body$
#variable_conflict use_column
begin
  if tg_op = 'UPDATE' and pg_catalog.current_setting('fluxc.filling', true) = 'app.parcels.state_old' then
    new := old;
    new.state_old := (select state::text from (select (new).*) as parcels);
    return new;
  end if;
  if tg_op = 'INSERT' then
    new.state_old := (select state::text from (select (new).*) as parcels);
  elsif new.state::text collate "C" is distinct from old.state::text then
    new.state_old := (select state::text from (select (new).*) as parcels);
  end if;
  return new;
end
$body$;

-- Create function app.zz_fluxc_letters_state_old().
create function app.zz_fluxc_letters_state_old()
  returns trigger
  language plpgsql
  as $body$
#variable_conflict use_column
begin
  if tg_op = 'UPDATE' and pg_catalog.current_setting('fluxc.filling', true) = 'app.letters.state_old' then
    new := old;
    new.state_old := (select state::text from (select (new).*) as letters);
    return new;
  end if;
  if tg_op = 'INSERT' then
    new.state_old := (select state::text from (select (new).*) as letters);
  elsif new.state::text collate "C" is distinct from old.state::text then
    new.state_old := (select state::text from (select (new).*) as letters);
  end if;
  return new;
end
$body$;

-- Create function app.zz_fluxc_letters_before_old().
create function app.zz_fluxc_letters_before_old()
  returns trigger
  language plpgsql
  as $body$
#variable_conflict use_column
begin
  if tg_op = 'UPDATE' and pg_catalog.current_setting('fluxc.filling', true) = 'app.letters.before_old' then
    new := old;
    new.before_old := (select before::text from (select (new).*) as letters);
    return new;
  end if;
  if tg_op = 'INSERT' then
    new.before_old := (select before::text from (select (new).*) as letters);
  elsif new.before::text collate "C" is distinct from old.before::text then
    new.before_old := (select before::text from (select (new).*) as letters);
  end if;
  return new;
end
$body$;

commit;

-- step 2: undoes 18, transaction, lock_timeout 5s, statement_timeout 0
begin;
set local lock_timeout = '5s';
set local statement_timeout = 0;
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Create enum app.state_old.
create type app.state_old as enum ('draft', 'queued', 'sent', 'failed', 'waiting');

commit;

-- step 3: undoes 17, transaction, lock_timeout 5s, statement_timeout 1min
begin;
set local lock_timeout = '5s';
set local statement_timeout = '1min';
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Add column app.parcels.state_old.
alter table app.parcels add column state_old app.state_old;

-- Create trigger app.parcels.zz_fluxc_parcels_state_old.
create trigger zz_fluxc_parcels_state_old
  before insert or update on app.parcels
  for each row
  execute function app.zz_fluxc_parcels_state_old();

commit;

-- step 4: undoes 16, transaction, lock_timeout 5s, statement_timeout 1min
begin;
set local lock_timeout = '5s';
set local statement_timeout = '1min';
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Add column app.letters.state_old.
alter table app.letters add column state_old app.state_old;

-- Add column app.letters.before_old.
alter table app.letters add column before_old app.state_old;

-- Create trigger app.letters.zz_fluxc_letters_state_old.
create trigger zz_fluxc_letters_state_old
  before insert or update on app.letters
  for each row
  execute function app.zz_fluxc_letters_state_old();

-- Create trigger app.letters.zz_fluxc_letters_before_old.
create trigger zz_fluxc_letters_before_old
  before insert or update on app.letters
  for each row
  execute function app.zz_fluxc_letters_before_old();

commit;

-- step 5: undoes 15, no transaction, lock_timeout 0, statement_timeout 0
-- done when: select not exists (select from app.parcels where state_old is null and (state::text::app.state_old) is not null)
set lock_timeout = 0;
set statement_timeout = 0;
set search_path = pg_catalog, public;
set standard_conforming_strings = on;

-- Fill the nulls of column app.parcels.state_old, some pages at a time.
do $body$
-- app.parcels.state_old, where it is null
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
    perform pg_catalog.set_config('fluxc.filling', 'app.parcels.state_old', true);
    update app.parcels set state_old = state::text::app.state_old
    where state_old is null and (state::text::app.state_old) is not null
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

-- step 6: undoes 14, no transaction, lock_timeout 5s, statement_timeout 1min
-- done when: select case when attnotnull then true when exists (select from pg_catalog.pg_constraint where conrelid = attrelid and conname = 'state_old_not_null') then false end from pg_catalog.pg_attribute where attrelid = pg_catalog.to_regclass('app.parcels') and attname = 'state_old'
-- cleanup: set lock_timeout = '5s'; alter table app.parcels drop constraint state_old_not_null; reset lock_timeout
set lock_timeout = '5s';
set statement_timeout = '1min';
set search_path = pg_catalog, public;
set standard_conforming_strings = on;

-- Refuse nulls in column app.parcels.state_old while others read and write the table.
alter table app.parcels add constraint state_old_not_null check (state_old is not null) not valid;
set statement_timeout = 0;
alter table app.parcels validate constraint state_old_not_null;
set statement_timeout = '1min';
alter table app.parcels alter column state_old set not null, drop constraint state_old_not_null;

reset standard_conforming_strings;
reset search_path;
reset statement_timeout;
reset lock_timeout;

-- step 7: undoes 13, no transaction, lock_timeout 0, statement_timeout 0
-- done when: select not exists (select from app.letters where before_old is null and (before::text::app.state_old) is not null)
set lock_timeout = 0;
set statement_timeout = 0;
set search_path = pg_catalog, public;
set standard_conforming_strings = on;

-- Fill the nulls of column app.letters.before_old, some pages at a time.
do $body$
-- app.letters.before_old, where it is null
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
    perform pg_catalog.set_config('fluxc.filling', 'app.letters.before_old', true);
    update app.letters set before_old = before::text::app.state_old
    where before_old is null and (before::text::app.state_old) is not null
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

-- step 8: undoes 12, no transaction, lock_timeout 0, statement_timeout 0
-- done when: select not exists (select from app.letters where state_old is null and (state::text::app.state_old) is not null)
set lock_timeout = 0;
set statement_timeout = 0;
set search_path = pg_catalog, public;
set standard_conforming_strings = on;

-- Fill the nulls of column app.letters.state_old, some pages at a time.
do $body$
-- app.letters.state_old, where it is null
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
    perform pg_catalog.set_config('fluxc.filling', 'app.letters.state_old', true);
    update app.letters set state_old = state::text::app.state_old
    where state_old is null and (state::text::app.state_old) is not null
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

-- step 9: undoes 11, no transaction, lock_timeout 5s, statement_timeout 1min
-- done when: select case when attnotnull then true when exists (select from pg_catalog.pg_constraint where conrelid = attrelid and conname = 'state_old_not_null') then false end from pg_catalog.pg_attribute where attrelid = pg_catalog.to_regclass('app.letters') and attname = 'state_old'
-- cleanup: set lock_timeout = '5s'; alter table app.letters drop constraint state_old_not_null; reset lock_timeout
set lock_timeout = '5s';
set statement_timeout = '1min';
set search_path = pg_catalog, public;
set standard_conforming_strings = on;

-- Refuse nulls in column app.letters.state_old while others read and write the table.
alter table app.letters add constraint state_old_not_null check (state_old is not null) not valid;
set statement_timeout = 0;
alter table app.letters validate constraint state_old_not_null;
set statement_timeout = '1min';
alter table app.letters alter column state_old set not null, drop constraint state_old_not_null;

reset standard_conforming_strings;
reset search_path;
reset statement_timeout;
reset lock_timeout;

-- step 10: undoes 10, no transaction, lock_timeout 0, statement_timeout 0
-- done when: select indisvalid from pg_catalog.pg_index where indexrelid = pg_catalog.to_regclass('app.letters_state_id_idx_old') and indrelid = pg_catalog.to_regclass('app.letters')
-- cleanup: drop index concurrently app.letters_state_id_idx_old
set lock_timeout = 0;
set statement_timeout = 0;
set search_path = pg_catalog, public;
set standard_conforming_strings = on;

-- Create index app.letters_state_id_idx_old while others read and write the table.
create index concurrently letters_state_id_idx_old on app.letters (state_old, id);

reset standard_conforming_strings;
reset search_path;
reset statement_timeout;
reset lock_timeout;

-- step 11: undoes 9, transaction, lock_timeout 5s, statement_timeout 0
begin;
set local lock_timeout = '5s';
set local statement_timeout = 0;
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;
set local check_function_bodies = off;

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

-- step 12: undoes 8, transaction, lock_timeout 5s, statement_timeout 1min
begin;
set local lock_timeout = '5s';
set local statement_timeout = '1min';
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Put columns of other types into the places of app.parcels.state (app.state_new to app.state).
alter type app.state rename to state_new;
alter type app.state_old rename to state;
drop trigger zz_fluxc_parcels_state_old on app.parcels;
alter table app.parcels rename column state to state_new;
alter table app.parcels rename column state_old to state;
-- PostgreSQL 18 and later name not-null constraints
do $body$
declare
  found record;
begin
  for found in
    select constrained.conname as old, renamed.new
    from pg_constraint as constrained
    join (values ('parcels_state_not_null', 'parcels_state_new_not_null')) as renamed (old, new) on constrained.conname = renamed.old
    where constrained.conrelid = 'app.parcels'::regclass and constrained.contype = 'n'
  loop
    execute format('alter table %s rename constraint %I to %I', 'app.parcels', found.old, found.new);
  end loop;
end
$body$;
-- PostgreSQL 18 and later name not-null constraints
do $body$
declare
  found record;
begin
  for found in
    select constrained.conname as old, renamed.new
    from pg_constraint as constrained
    join (values ('parcels_state_old_not_null', 'parcels_state_not_null')) as renamed (old, new) on constrained.conname = renamed.old
    where constrained.conrelid = 'app.parcels'::regclass and constrained.contype = 'n'
  loop
    execute format('alter table %s rename constraint %I to %I', 'app.parcels', found.old, found.new);
  end loop;
end
$body$;
create trigger zz_fluxc_parcels_state_new
  before insert or update on app.parcels
  for each row
  execute function app.zz_fluxc_parcels_state_new();

commit;

-- step 13: undoes 7, transaction, lock_timeout 5s, statement_timeout 0
begin;
set local lock_timeout = '5s';
set local statement_timeout = 0;
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Drop function app.zz_fluxc_parcels_state_old().
drop function app.zz_fluxc_parcels_state_old();

commit;

-- step 14: undoes 6 5, transaction, lock_timeout 5s, statement_timeout 0
begin;
set local lock_timeout = '5s';
set local statement_timeout = 0;
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;
set local check_function_bodies = off;

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

commit;

-- step 15: undoes 4, transaction, lock_timeout 5s, statement_timeout 1min
begin;
set local lock_timeout = '5s';
set local statement_timeout = '1min';
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Drop view app.sent.
drop view app.sent;

-- Put columns of other types into the places of app.letters.state (app.state_new to app.state), app.letters.before (app.state_new to app.state).
drop trigger zz_fluxc_letters_state_old on app.letters;
drop trigger zz_fluxc_letters_before_old on app.letters;
alter table app.letters rename column state to state_new;
alter table app.letters rename column state_old to state;
alter table app.letters rename column before to before_new;
alter table app.letters rename column before_old to before;
-- PostgreSQL 18 and later name not-null constraints
do $body$
declare
  found record;
begin
  for found in
    select constrained.conname as old, renamed.new
    from pg_constraint as constrained
    join (values ('letters_state_not_null', 'letters_state_new_not_null')) as renamed (old, new) on constrained.conname = renamed.old
    where constrained.conrelid = 'app.letters'::regclass and constrained.contype = 'n'
  loop
    execute format('alter table %s rename constraint %I to %I', 'app.letters', found.old, found.new);
  end loop;
end
$body$;
-- PostgreSQL 18 and later name not-null constraints
do $body$
declare
  found record;
begin
  for found in
    select constrained.conname as old, renamed.new
    from pg_constraint as constrained
    join (values ('letters_state_old_not_null', 'letters_state_not_null')) as renamed (old, new) on constrained.conname = renamed.old
    where constrained.conrelid = 'app.letters'::regclass and constrained.contype = 'n'
  loop
    execute format('alter table %s rename constraint %I to %I', 'app.letters', found.old, found.new);
  end loop;
end
$body$;
alter index app.letters_state_id_idx rename to letters_state_id_idx_new;
alter index app.letters_state_id_idx_old rename to letters_state_id_idx;
alter table app.letters alter column state_new drop default;
alter table app.letters alter column state set default 'queued';
create trigger zz_fluxc_letters_state_new
  before insert or update on app.letters
  for each row
  execute function app.zz_fluxc_letters_state_new();
create trigger zz_fluxc_letters_before_new
  before insert or update on app.letters
  for each row
  execute function app.zz_fluxc_letters_before_new();

-- Create view app.sent.
set local search_path = pg_catalog, app, public;
create view app.sent as
select id, state from app.letters;
set local search_path = pg_catalog, public;

commit;

-- step 16: undoes 3, transaction, lock_timeout 5s, statement_timeout 0
begin;
set local lock_timeout = '5s';
set local statement_timeout = 0;
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Drop function app.zz_fluxc_letters_before_old().
drop function app.zz_fluxc_letters_before_old();

-- Drop function app.zz_fluxc_letters_state_old().
drop function app.zz_fluxc_letters_state_old();

commit;

-- step 17: undoes 2 1, transaction, lock_timeout 5s, statement_timeout 0
begin;
set local lock_timeout = '5s';
set local statement_timeout = 0;
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

commit;

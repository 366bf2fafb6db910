-- label: exact
-- hazard: breaks-clients app.users."Motto"
-- hazard: breaks-clients app.users.nickname
-- hazard: needs-backfill app.users.motto
-- hazard: needs-backfill app.users.handle
-- hazard: builds-index app.users.users_nickname_key_handle
-- hazard: builds-index app.users.users_lower_idx_handle

-- step 1: undoes 6, transaction, lock_timeout 5s, statement_timeout 0
begin;
set local lock_timeout = '5s';
set local statement_timeout = 0;
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;
set local check_function_bodies = off;

-- Create function app.zz_fluxc_users_motto().
create function app.zz_fluxc_users_motto()
  returns trigger
  language plpgsql
  as $body$
#variable_conflict use_column
begin
  if tg_op = 'UPDATE' and pg_catalog.current_setting('fluxc.filling', true) = 'app.users.motto' then
    new := old;
    new.motto := new."Motto";
    return new;
  end if;
  if tg_op = 'UPDATE' and pg_catalog.current_setting('fluxc.filling', true) = 'app.users."Motto"' then
    new := old;
    new."Motto" := new.motto;
    return new;
  end if;
  if tg_op = 'INSERT' and new.motto is null then
    new.motto := new."Motto";
  elsif tg_op = 'INSERT' then
    new."Motto" := new.motto;
  elsif new.motto is distinct from old.motto and new.motto is distinct from new."Motto" then
    new."Motto" := new.motto;
  elsif new."Motto" is distinct from old."Motto" and new."Motto" is distinct from new.motto then
    new.motto := new."Motto";
  end if;
  return new;
end
$body$;

-- Create function app.zz_fluxc_users_handle().
create function app.zz_fluxc_users_handle()
  returns trigger
  language plpgsql
  as $body$
#variable_conflict use_column
begin
  if tg_op = 'UPDATE' and pg_catalog.current_setting('fluxc.filling', true) = 'app.users.handle' then
    new := old;
    new.handle := new.nickname;
    return new;
  end if;
  if tg_op = 'UPDATE' and pg_catalog.current_setting('fluxc.filling', true) = 'app.users.nickname' then
    new := old;
    new.nickname := new.handle;
    return new;
  end if;
  if tg_op = 'INSERT' and new.handle is null then
    new.handle := new.nickname;
  elsif tg_op = 'INSERT' then
    new.nickname := new.handle;
  elsif new.handle is distinct from old.handle and new.handle is distinct from new.nickname then
    new.nickname := new.handle;
  elsif new.nickname is distinct from old.nickname and new.nickname is distinct from new.handle then
    new.handle := new.nickname;
  end if;
  return new;
end
$body$;

commit;

-- step 2: undoes 5, transaction, lock_timeout 5s, statement_timeout 1min
begin;
set local lock_timeout = '5s';
set local statement_timeout = '1min';
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Drop view app.names.
drop view app.names;

-- Rename unique constraint app.users.users_handle_key to users_nickname_key.
alter table app.users rename constraint users_handle_key to users_nickname_key;

-- Rename column app.users.motto to Motto.
alter table app.users rename column motto to "Motto";

-- Add column app.users.motto.
alter table app.users add column motto text;

-- Create trigger app.users.zz_fluxc_users_motto.
create trigger zz_fluxc_users_motto
  before insert or update on app.users
  for each row
  execute function app.zz_fluxc_users_motto();

-- Rename column app.users.handle to nickname.
alter table app.users rename column handle to nickname;
-- PostgreSQL 18 and later name not-null constraints
do $body$
declare
  found record;
begin
  for found in
    select constrained.conname as old, renamed.new
    from pg_constraint as constrained
    join (values ('users_handle_not_null', 'users_nickname_not_null')) as renamed (old, new) on constrained.conname = renamed.old
    where constrained.conrelid = 'app.users'::regclass and constrained.contype = 'n'
  loop
    execute format('alter table %s rename constraint %I to %I', 'app.users', found.old, found.new);
  end loop;
end
$body$;

-- Add column app.users.handle.
alter table app.users add column handle character varying(64);

-- Create trigger app.users.zz_fluxc_users_handle.
create trigger zz_fluxc_users_handle
  before insert or update on app.users
  for each row
  execute function app.zz_fluxc_users_handle();

-- Create view app.names.
set local search_path = pg_catalog, app, public;
create view app.names as
select id, nickname from app.users;
set local search_path = pg_catalog, public;

commit;

-- step 3: undoes 4, no transaction, lock_timeout 0, statement_timeout 0
-- done when: select not exists (select from app.users where motto is null and ("Motto") is not null)
set lock_timeout = 0;
set statement_timeout = 0;
set search_path = pg_catalog, public;
set standard_conforming_strings = on;

-- Fill the nulls of column app.users.motto, some pages at a time.
do $body$
-- app.users.motto, where it is null
#variable_conflict use_column
<<fluxc>>
declare
  pages constant bigint := 100;
  page bigint := 0;
  last bigint := (
    select pg_catalog.max(pg_catalog.pg_relation_size(part)) / pg_catalog.current_setting('block_size')::bigint
    from (
      select 'app.users'::regclass union all select relid from pg_catalog.pg_partition_tree('app.users')
    ) as parts (part)
  );
begin
  while page <= last loop
    perform pg_catalog.set_config('fluxc.filling', 'app.users.motto', true);
    update app.users set motto = "Motto"
    where motto is null and ("Motto") is not null
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

-- step 4: undoes 3, no transaction, lock_timeout 0, statement_timeout 0
-- done when: select not exists (select from app.users where handle is null and (nickname) is not null)
set lock_timeout = 0;
set statement_timeout = 0;
set search_path = pg_catalog, public;
set standard_conforming_strings = on;

-- Fill the nulls of column app.users.handle, some pages at a time.
do $body$
-- app.users.handle, where it is null
#variable_conflict use_column
<<fluxc>>
declare
  pages constant bigint := 100;
  page bigint := 0;
  last bigint := (
    select pg_catalog.max(pg_catalog.pg_relation_size(part)) / pg_catalog.current_setting('block_size')::bigint
    from (
      select 'app.users'::regclass union all select relid from pg_catalog.pg_partition_tree('app.users')
    ) as parts (part)
  );
begin
  while page <= last loop
    perform pg_catalog.set_config('fluxc.filling', 'app.users.handle', true);
    update app.users set handle = nickname
    where handle is null and (nickname) is not null
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

-- step 5: undoes 2, no transaction, lock_timeout 0, statement_timeout 0
-- done when: select indisvalid from pg_catalog.pg_index where indexrelid = pg_catalog.to_regclass('app.users_nickname_key_handle') and indrelid = pg_catalog.to_regclass('app.users')
-- cleanup: drop index concurrently app.users_nickname_key_handle
set lock_timeout = 0;
set statement_timeout = 0;
set search_path = pg_catalog, public;
set standard_conforming_strings = on;

-- Create index app.users_nickname_key_handle while others read and write the table.
create unique index concurrently users_nickname_key_handle on app.users (handle);

reset standard_conforming_strings;
reset search_path;
reset statement_timeout;
reset lock_timeout;

-- step 6: undoes 1, no transaction, lock_timeout 0, statement_timeout 0
-- done when: select indisvalid from pg_catalog.pg_index where indexrelid = pg_catalog.to_regclass('app.users_lower_idx_handle') and indrelid = pg_catalog.to_regclass('app.users')
-- cleanup: drop index concurrently app.users_lower_idx_handle
set lock_timeout = 0;
set statement_timeout = 0;
set search_path = pg_catalog, public;
set standard_conforming_strings = on;

-- Create index app.users_lower_idx_handle while others read and write the table.
create unique index concurrently users_lower_idx_handle on app.users ((lower(handle)));

reset standard_conforming_strings;
reset search_path;
reset statement_timeout;
reset lock_timeout;

-- phase: contract
-- hazard: scans-table app.users.handle
-- hazard: scans-table app.users.motto
-- hazard: breaks-clients app.users.handle
-- hazard: breaks-clients app.users.motto

-- step 1: no transaction, lock_timeout 0, statement_timeout 0
-- done when: select pg_catalog.to_regclass('app.users_lower_idx_handle') is null
set lock_timeout = 0;
set statement_timeout = 0;
set search_path = pg_catalog, public;
set standard_conforming_strings = on;

-- Drop index app.users_lower_idx_handle while others read and write the table.
drop index concurrently app.users_lower_idx_handle;

reset standard_conforming_strings;
reset search_path;
reset statement_timeout;
reset lock_timeout;

-- step 2: no transaction, lock_timeout 0, statement_timeout 0
-- done when: select pg_catalog.to_regclass('app.users_nickname_key_handle') is null
set lock_timeout = 0;
set statement_timeout = 0;
set search_path = pg_catalog, public;
set standard_conforming_strings = on;

-- Drop index app.users_nickname_key_handle while others read and write the table.
drop index concurrently app.users_nickname_key_handle;

reset standard_conforming_strings;
reset search_path;
reset statement_timeout;
reset lock_timeout;

-- step 3: transaction, lock_timeout 5s, statement_timeout 0
begin;
set local lock_timeout = '5s';
set local statement_timeout = 0;
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Check that column app.users.handle is in step in every row.
do $body$
#variable_conflict use_column
begin
  if exists (select from app.users where handle::text is distinct from (nickname)::text collate "C") then
    raise exception using
      errcode = 'object_not_in_prerequisite_state',
      message = 'column app.users.handle is not in step with nickname in every row',
      hint = 'Find out who disabled its trigger, and set the rows right.';
  end if;
end
$body$;

commit;

-- step 4: transaction, lock_timeout 5s, statement_timeout 0
begin;
set local lock_timeout = '5s';
set local statement_timeout = 0;
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Check that column app.users.motto is in step in every row.
do $body$
#variable_conflict use_column
begin
  if exists (select from app.users where motto::text is distinct from ("Motto")::text collate "C") then
    raise exception using
      errcode = 'object_not_in_prerequisite_state',
      message = 'column app.users.motto is not in step with "Motto" in every row',
      hint = 'Find out who disabled its trigger, and set the rows right.';
  end if;
end
$body$;

commit;

-- step 5: transaction, lock_timeout 5s, statement_timeout 1min
begin;
set local lock_timeout = '5s';
set local statement_timeout = '1min';
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Drop view app.names.
drop view app.names;

-- Drop trigger app.users.zz_fluxc_users_handle.
drop trigger zz_fluxc_users_handle on app.users;

-- Drop column app.users.handle.
alter table app.users drop column handle;

-- Rename column app.users.nickname to handle.
alter table app.users rename column nickname to handle;
-- PostgreSQL 18 and later name not-null constraints
do $body$
declare
  found record;
begin
  for found in
    select constrained.conname as old, renamed.new
    from pg_constraint as constrained
    join (values ('users_nickname_not_null', 'users_handle_not_null')) as renamed (old, new) on constrained.conname = renamed.old
    where constrained.conrelid = 'app.users'::regclass and constrained.contype = 'n'
  loop
    execute format('alter table %s rename constraint %I to %I', 'app.users', found.old, found.new);
  end loop;
end
$body$;

-- Drop trigger app.users.zz_fluxc_users_motto.
drop trigger zz_fluxc_users_motto on app.users;

-- Drop column app.users.motto.
alter table app.users drop column motto;

-- Rename column app.users."Motto" to motto.
alter table app.users rename column "Motto" to motto;

-- Rename unique constraint app.users.users_nickname_key to users_handle_key.
alter table app.users rename constraint users_nickname_key to users_handle_key;

-- Create view app.names.
set local search_path = pg_catalog, app, public;
create view app.names as
select id, handle from app.users;
set local search_path = pg_catalog, public;

commit;

-- step 6: transaction, lock_timeout 5s, statement_timeout 0
begin;
set local lock_timeout = '5s';
set local statement_timeout = 0;
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Drop function app.zz_fluxc_users_handle().
drop function app.zz_fluxc_users_handle();

-- Drop function app.zz_fluxc_users_motto().
drop function app.zz_fluxc_users_motto();

commit;

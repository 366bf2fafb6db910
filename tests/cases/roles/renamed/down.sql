-- label: exact
-- hazard: breaks-clients before_reader
-- hazard: breaks-clients before_writer

-- step 1: undoes 1, transaction, lock_timeout 5s, statement_timeout 0
begin;
set local lock_timeout = '5s';
set local statement_timeout = 0;
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Rename role after_reader to before_reader.
do $body_$
begin
  if exists (select from pg_catalog.pg_roles where rolname = 'after_reader') and not exists (select from pg_catalog.pg_roles where rolname = 'before_reader') then
    alter role after_reader rename to before_reader;
  elsif exists (select from pg_catalog.pg_roles where rolname = 'after_reader') then
    alter default privileges in schema app
      revoke select on tables from after_reader;
    alter default privileges in schema app
      grant select on tables to before_reader;
    alter default privileges for role "a ""new"" writer" in schema app
      revoke select on tables from after_reader;
    alter default privileges for role "a ""new"" writer" in schema app
      grant select on tables to before_reader;
    revoke select, insert on table app.orders from after_reader;
    grant select on table app.orders to before_reader;
    grant insert on table app.orders to before_reader with grant option;
    alter policy seen on app.orders to app_reader, before_reader;
    do $body$
    begin
      if exists (
        select from pg_catalog.pg_auth_members
        where member = (select oid from pg_catalog.pg_roles where rolname = 'a "new" writer')
          and roleid = (select oid from pg_catalog.pg_roles where rolname = 'after_reader')
      ) then
        revoke after_reader from "a ""new"" writer";
      end if;
      if not exists (
        select from pg_catalog.pg_auth_members
        where member = (select oid from pg_catalog.pg_roles where rolname = 'a "new" writer')
          and roleid = (select oid from pg_catalog.pg_roles where rolname = 'before_reader')
      ) then
        grant before_reader to "a ""new"" writer";
      end if;
    end
    $body$;
  end if;
  if not exists (select from pg_catalog.pg_roles where rolname = 'before_reader') then
    create role before_reader;
  end if;
  if shobj_description((select oid from pg_catalog.pg_roles where rolname = 'before_reader'), 'pg_authid') is distinct from 'Reads.' then
    comment on role before_reader is 'Reads.';
  end if;
end
$body_$;

-- Rename role "a ""new"" writer" to before_writer.
do $body$
begin
  if exists (select from pg_catalog.pg_roles where rolname = 'a "new" writer') and not exists (select from pg_catalog.pg_roles where rolname = 'before_writer') then
    alter role "a ""new"" writer" rename to before_writer;
  elsif exists (select from pg_catalog.pg_roles where rolname = 'a "new" writer') then
    alter default privileges for role "a ""new"" writer" in schema app
      revoke select on tables from before_reader;
    alter default privileges for role before_writer in schema app
      grant select on tables to before_reader;
    alter table app.orders owner to before_writer;
  end if;
  if not exists (select from pg_catalog.pg_roles where rolname = 'before_writer') then
    create role before_writer;
  end if;
  if exists (select from pg_catalog.pg_roles where rolname = 'before_writer' and not rolcanlogin) then
    alter role before_writer login;
  end if;
  if not exists (
    select from pg_catalog.pg_auth_members
    where member = (select oid from pg_catalog.pg_roles where rolname = 'before_writer')
      and roleid = (select oid from pg_catalog.pg_roles where rolname = 'before_reader')
  ) then
    grant before_reader to before_writer;
  end if;
end
$body$;

commit;

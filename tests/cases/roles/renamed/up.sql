-- hazard: breaks-clients "a ""new"" writer"
-- hazard: breaks-clients after_reader

-- step 1: transaction, lock_timeout 5s, statement_timeout 0
begin;
set local lock_timeout = '5s';
set local statement_timeout = 0;
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Rename role before_writer to a "new" writer.
do $body$
begin
  if exists (select from pg_catalog.pg_roles where rolname = 'before_writer') and not exists (select from pg_catalog.pg_roles where rolname = 'a "new" writer') then
    alter role before_writer rename to "a ""new"" writer";
  elsif exists (select from pg_catalog.pg_roles where rolname = 'before_writer') then
    alter table app.orders owner to "a ""new"" writer";
    alter default privileges for role before_writer in schema app
      revoke select on tables from before_reader;
    alter default privileges for role "a ""new"" writer" in schema app
      grant select on tables to before_reader;
  end if;
  if not exists (select from pg_catalog.pg_roles where rolname = 'a "new" writer') then
    create role "a ""new"" writer";
  end if;
  if exists (select from pg_catalog.pg_roles where rolname = 'a "new" writer' and not rolcanlogin) then
    alter role "a ""new"" writer" login;
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

-- Rename role before_reader to after_reader.
do $body_$
begin
  if exists (select from pg_catalog.pg_roles where rolname = 'before_reader') and not exists (select from pg_catalog.pg_roles where rolname = 'after_reader') then
    alter role before_reader rename to after_reader;
  elsif exists (select from pg_catalog.pg_roles where rolname = 'before_reader') then
    do $body$
    begin
      if exists (
        select from pg_catalog.pg_auth_members
        where member = (select oid from pg_catalog.pg_roles where rolname = 'a "new" writer')
          and roleid = (select oid from pg_catalog.pg_roles where rolname = 'before_reader')
      ) then
        revoke before_reader from "a ""new"" writer";
      end if;
      if not exists (
        select from pg_catalog.pg_auth_members
        where member = (select oid from pg_catalog.pg_roles where rolname = 'a "new" writer')
          and roleid = (select oid from pg_catalog.pg_roles where rolname = 'after_reader')
      ) then
        grant after_reader to "a ""new"" writer";
      end if;
    end
    $body$;
    alter policy seen on app.orders to after_reader, app_reader;
    revoke select, insert on table app.orders from before_reader;
    grant select on table app.orders to after_reader;
    grant insert on table app.orders to after_reader with grant option;
    alter default privileges for role "a ""new"" writer" in schema app
      revoke select on tables from before_reader;
    alter default privileges for role "a ""new"" writer" in schema app
      grant select on tables to after_reader;
    alter default privileges in schema app
      revoke select on tables from before_reader;
    alter default privileges in schema app
      grant select on tables to after_reader;
  end if;
  if not exists (select from pg_catalog.pg_roles where rolname = 'after_reader') then
    create role after_reader;
  end if;
  if shobj_description((select oid from pg_catalog.pg_roles where rolname = 'after_reader'), 'pg_authid') is distinct from 'Reads.' then
    comment on role after_reader is 'Reads.';
  end if;
end
$body_$;

commit;

-- hazard: changes-access clerk
-- hazard: changes-access manager
-- hazard: changes-access staff
-- hazard: changes-access app.orders

-- step 1: transaction, lock_timeout 5s, statement_timeout 0
begin;
set local lock_timeout = '5s';
set local statement_timeout = 0;
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Change role clerk.
do $body$
begin
  if exists (
    select from pg_catalog.pg_auth_members
    where member = (select oid from pg_catalog.pg_roles where rolname = 'clerk')
      and roleid = (select oid from pg_catalog.pg_roles where rolname = 'app_reader')
  ) then
    revoke app_reader from clerk;
  end if;
end
$body$;

-- Make role manager where it is missing.
do $body$
begin
  if not exists (select from pg_catalog.pg_roles where rolname = 'manager') then
    create role manager;
  end if;
  if exists (select from pg_catalog.pg_roles where rolname = 'manager' and rolcanlogin) then
    alter role manager nologin;
  end if;
  if exists (select from pg_catalog.pg_roles where rolname = 'manager' and not rolcreatedb) then
    alter role manager createdb;
  end if;
  if exists (select from pg_catalog.pg_roles where rolname = 'manager' and not rolcreaterole) then
    alter role manager createrole;
  end if;
  if exists (select from pg_catalog.pg_roles where rolname = 'manager' and not rolbypassrls) then
    alter role manager bypassrls;
  end if;
  if exists (select from pg_catalog.pg_roles where rolname = 'manager' and not rolreplication) then
    alter role manager replication;
  end if;
  if not exists (
    select from pg_catalog.pg_auth_members
    where member = (select oid from pg_catalog.pg_roles where rolname = 'manager')
      and roleid = (select oid from pg_catalog.pg_roles where rolname = 'pg_monitor')
  ) then
    grant pg_monitor to manager;
  end if;
  if shobj_description((select oid from pg_catalog.pg_roles where rolname = 'manager'), 'pg_authid') is distinct from 'Reads all' then
    comment on role manager is 'Reads all';
  end if;
end
$body$;

-- Change role clerk.
do $body$
begin
  if exists (select from pg_catalog.pg_roles where rolname = 'clerk' and rolcanlogin) then
    alter role clerk nologin;
  end if;
  if exists (select from pg_catalog.pg_roles where rolname = 'clerk' and rolinherit) then
    alter role clerk noinherit;
  end if;
  if exists (select from pg_catalog.pg_roles where rolname = 'clerk' and rolconnlimit <> 20) then
    alter role clerk connection limit 20;
  end if;
  if exists (select from pg_catalog.pg_roles where rolname = 'clerk' and coalesce(rolvaliduntil, 'infinity') <> '2030-12-31 00:00:00+00') then
    alter role clerk valid until '2030-12-31 00:00:00+00';
  end if;
  if not exists (
    select from pg_catalog.pg_auth_members
    where member = (select oid from pg_catalog.pg_roles where rolname = 'clerk')
      and roleid = (select oid from pg_catalog.pg_roles where rolname = 'manager')
  ) then
    grant manager to clerk;
  end if;
  if not exists (
    select from pg_catalog.pg_auth_members
    where member = (select oid from pg_catalog.pg_roles where rolname = 'clerk')
      and roleid = (select oid from pg_catalog.pg_roles where rolname = 'manager') and admin_option
  ) then
    grant manager to clerk with admin option;
  end if;
  if exists (
    select from pg_catalog.pg_db_role_setting cross join unnest(setconfig) as said
    where setrole = (select oid from pg_catalog.pg_roles where rolname = 'clerk')
      and setdatabase = 0
      and lower(split_part(said, '=', 1)) = 'statement_timeout'
  ) then
    alter role clerk reset statement_timeout;
  end if;
  if not exists (
    select from pg_catalog.pg_db_role_setting cross join unnest(setconfig) as said
    where setrole = (select oid from pg_catalog.pg_roles where rolname = 'clerk')
      and setdatabase = 0
      and lower(split_part(said, '=', 1)) = 'search_path'
      and substr(said, strpos(said, '=') + 1) = 'app, public'
  ) then
    alter role clerk set search_path to 'app', 'public';
  end if;
  if not exists (
    select from pg_catalog.pg_db_role_setting cross join unnest(setconfig) as said
    where setrole = (select oid from pg_catalog.pg_roles where rolname = 'clerk')
      and setdatabase = (select oid from pg_catalog.pg_database where datname = current_database())
      and lower(split_part(said, '=', 1)) = 'app.shop'
      and substr(said, strpos(said, '=') + 1) = 'it''s'
  ) then
    execute 'alter role clerk in database ' || quote_ident(current_database()) || ' set app.shop to ''it''''s''';
  end if;
  if not exists (
    select from pg_catalog.pg_db_role_setting cross join unnest(setconfig) as said
    where setrole = (select oid from pg_catalog.pg_roles where rolname = 'clerk')
      and setdatabase = (select oid from pg_catalog.pg_database where datname = current_database())
      and lower(split_part(said, '=', 1)) = 'timezone'
      and substr(said, strpos(said, '=') + 1) = 'UTC'
  ) then
    execute 'alter role clerk in database ' || quote_ident(current_database()) || ' set timezone to ''UTC''';
  end if;
  if shobj_description((select oid from pg_catalog.pg_roles where rolname = 'clerk'), 'pg_authid') is distinct from 'Takes the orders.' then
    comment on role clerk is 'Takes the orders.';
  end if;
end
$body$;

-- Change role staff.
do $body$
begin
  if shobj_description((select oid from pg_catalog.pg_roles where rolname = 'staff'), 'pg_authid') is distinct from 'Everybody who works here.' then
    comment on role staff is 'Everybody who works here.';
  end if;
end
$body$;

commit;

-- step 2: transaction, lock_timeout 5s, statement_timeout 1min
begin;
set local lock_timeout = '5s';
set local statement_timeout = '1min';
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Set who may do what with table app.orders.
alter table app.orders owner to manager;
revoke select on table app.orders from guest;

commit;

-- step 3: transaction, lock_timeout 5s, statement_timeout 0
begin;
set local lock_timeout = '5s';
set local statement_timeout = 0;
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Leave role guest as it is: other databases of the server may use it.

commit;

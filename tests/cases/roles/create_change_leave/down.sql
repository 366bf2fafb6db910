-- label: exact
-- hazard: changes-access guest
-- hazard: changes-access app.orders
-- hazard: changes-access staff
-- hazard: changes-access clerk

-- step 1: undoes 3, transaction, lock_timeout 5s, statement_timeout 0
begin;
set local lock_timeout = '5s';
set local statement_timeout = 0;
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Make role guest where it is missing.
do $body$
begin
  if not exists (select from pg_catalog.pg_roles where rolname = 'guest') then
    create role guest;
  end if;
  if exists (select from pg_catalog.pg_roles where rolname = 'guest' and not rolcreatedb) then
    alter role guest createdb;
  end if;
end
$body$;

commit;

-- step 2: undoes 2, transaction, lock_timeout 5s, statement_timeout 1min
begin;
set local lock_timeout = '5s';
set local statement_timeout = '1min';
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Set who may do what with table app.orders.
alter table app.orders owner to staff;
grant select on table app.orders to guest;

commit;

-- step 3: undoes 1, transaction, lock_timeout 5s, statement_timeout 0
begin;
set local lock_timeout = '5s';
set local statement_timeout = 0;
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Change role staff.
do $body$
begin
  if shobj_description((select oid from pg_catalog.pg_roles where rolname = 'staff'), 'pg_authid') is distinct from null then
    comment on role staff is null;
  end if;
end
$body$;

-- Change role clerk.
do $body$
begin
  if exists (select from pg_catalog.pg_roles where rolname = 'clerk' and not rolcanlogin) then
    alter role clerk login;
  end if;
  if exists (select from pg_catalog.pg_roles where rolname = 'clerk' and not rolinherit) then
    alter role clerk inherit;
  end if;
  if exists (select from pg_catalog.pg_roles where rolname = 'clerk' and rolconnlimit <> 5) then
    alter role clerk connection limit 5;
  end if;
  if exists (select from pg_catalog.pg_roles where rolname = 'clerk' and coalesce(rolvaliduntil, 'infinity') <> 'infinity') then
    alter role clerk valid until 'infinity';
  end if;
  if exists (
    select from pg_catalog.pg_auth_members
    where member = (select oid from pg_catalog.pg_roles where rolname = 'clerk')
      and roleid = (select oid from pg_catalog.pg_roles where rolname = 'manager')
  ) then
    revoke manager from clerk;
  end if;
  if exists (
    select from pg_catalog.pg_db_role_setting cross join unnest(setconfig) as said
    where setrole = (select oid from pg_catalog.pg_roles where rolname = 'clerk')
      and setdatabase = 0
      and lower(split_part(said, '=', 1)) = 'search_path'
  ) then
    alter role clerk reset search_path;
  end if;
  if not exists (
    select from pg_catalog.pg_db_role_setting cross join unnest(setconfig) as said
    where setrole = (select oid from pg_catalog.pg_roles where rolname = 'clerk')
      and setdatabase = 0
      and lower(split_part(said, '=', 1)) = 'statement_timeout'
      and substr(said, strpos(said, '=') + 1) = '5s'
  ) then
    alter role clerk set statement_timeout to '5s';
  end if;
  if exists (
    select from pg_catalog.pg_db_role_setting cross join unnest(setconfig) as said
    where setrole = (select oid from pg_catalog.pg_roles where rolname = 'clerk')
      and setdatabase = (select oid from pg_catalog.pg_database where datname = current_database())
      and lower(split_part(said, '=', 1)) = 'app.shop'
  ) then
    execute 'alter role clerk in database ' || quote_ident(current_database()) || ' reset app.shop';
  end if;
  if exists (
    select from pg_catalog.pg_db_role_setting cross join unnest(setconfig) as said
    where setrole = (select oid from pg_catalog.pg_roles where rolname = 'clerk')
      and setdatabase = (select oid from pg_catalog.pg_database where datname = current_database())
      and lower(split_part(said, '=', 1)) = 'timezone'
  ) then
    execute 'alter role clerk in database ' || quote_ident(current_database()) || ' reset timezone';
  end if;
  if shobj_description((select oid from pg_catalog.pg_roles where rolname = 'clerk'), 'pg_authid') is distinct from null then
    comment on role clerk is null;
  end if;
end
$body$;

-- Leave role manager as it is: other databases of the server may use it.

-- Change role clerk.
do $body$
begin
  if not exists (
    select from pg_catalog.pg_auth_members
    where member = (select oid from pg_catalog.pg_roles where rolname = 'clerk')
      and roleid = (select oid from pg_catalog.pg_roles where rolname = 'app_reader')
  ) then
    grant app_reader to clerk;
  end if;
end
$body$;

commit;

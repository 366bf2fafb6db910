-- decision: drop app.users
-- hazard: breaks-clients app.users
-- hazard: deletes-data app.users

-- step 1: transaction, lock_timeout 5s, statement_timeout 1min
begin;
set local lock_timeout = '5s';
set local statement_timeout = '1min';
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Rename table app.users to app.fluxc_aside_3ddeae5a6dd4.
alter table app.users rename to fluxc_aside_3ddeae5a6dd4;
-- PostgreSQL 18 and later name not-null constraints
do $body$
declare
  found record;
begin
  for found in
    select constrained.conname as old, renamed.new
    from pg_constraint as constrained
    join (values ('users_id_not_null', 'fluxc_aside_3ddeae5a6dd4_id_not_null'), ('users_name_not_null', 'fluxc_aside_3ddeae5a6dd4_name_not_null')) as renamed (old, new) on constrained.conname = renamed.old
    where constrained.conrelid = 'app.fluxc_aside_3ddeae5a6dd4'::regclass and constrained.contype = 'n'
  loop
    execute format('alter table %s rename constraint %I to %I', 'app.fluxc_aside_3ddeae5a6dd4', found.old, found.new);
  end loop;
end
$body$;

commit;

-- step 2: transaction, lock_timeout 5s, statement_timeout 1min
begin;
set local lock_timeout = '5s';
set local statement_timeout = '1min';
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Rename table app.new_users to app.users.
alter table app.new_users rename to users;
-- PostgreSQL 18 and later name not-null constraints
do $body$
declare
  found record;
begin
  for found in
    select constrained.conname as old, renamed.new
    from pg_constraint as constrained
    join (values ('new_users_id_not_null', 'users_id_not_null'), ('new_users_email_not_null', 'users_email_not_null')) as renamed (old, new) on constrained.conname = renamed.old
    where constrained.conrelid = 'app.users'::regclass and constrained.contype = 'n'
  loop
    execute format('alter table %s rename constraint %I to %I', 'app.users', found.old, found.new);
  end loop;
end
$body$;

-- Rename unique constraint app.users.new_users_email_key to users_email_key.
alter table app.users rename constraint new_users_email_key to users_email_key;

commit;

-- step 3: transaction, lock_timeout 5s, statement_timeout 1min
begin;
set local lock_timeout = '5s';
set local statement_timeout = '1min';
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Drop table app.fluxc_aside_3ddeae5a6dd4.
drop table app.fluxc_aside_3ddeae5a6dd4;

commit;

-- step 4: transaction, lock_timeout 5s, statement_timeout 1min
begin;
set local lock_timeout = '5s';
set local statement_timeout = '1min';
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Rename primary key app.users.new_users_pkey to users_pkey.
alter table app.users rename constraint new_users_pkey to users_pkey;

commit;

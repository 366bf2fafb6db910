-- label: structure only
-- reason: the rows of table app.fluxc_aside_3ddeae5a6dd4 cannot come back
-- hazard: breaks-clients app.new_users
-- hazard: breaks-clients app.users

-- step 1: undoes 4, transaction, lock_timeout 5s, statement_timeout 1min
begin;
set local lock_timeout = '5s';
set local statement_timeout = '1min';
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Rename primary key app.users.users_pkey to new_users_pkey.
alter table app.users rename constraint users_pkey to new_users_pkey;

commit;

-- step 2: undoes 3, transaction, lock_timeout 5s, statement_timeout 0
begin;
set local lock_timeout = '5s';
set local statement_timeout = 0;
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Create table app.fluxc_aside_3ddeae5a6dd4.
create table app.fluxc_aside_3ddeae5a6dd4 (
  id bigint not null,
  name text not null,
  constraint users_pkey primary key (id),
  constraint users_name_key unique (name)
);

commit;

-- step 3: undoes 2, transaction, lock_timeout 5s, statement_timeout 1min
begin;
set local lock_timeout = '5s';
set local statement_timeout = '1min';
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Rename unique constraint app.users.users_email_key to new_users_email_key.
alter table app.users rename constraint users_email_key to new_users_email_key;

-- Rename table app.users to app.new_users.
alter table app.users rename to new_users;
-- PostgreSQL 18 and later name not-null constraints
do $body$
declare
  found record;
begin
  for found in
    select constrained.conname as old, renamed.new
    from pg_constraint as constrained
    join (values ('users_id_not_null', 'new_users_id_not_null'), ('users_email_not_null', 'new_users_email_not_null')) as renamed (old, new) on constrained.conname = renamed.old
    where constrained.conrelid = 'app.new_users'::regclass and constrained.contype = 'n'
  loop
    execute format('alter table %s rename constraint %I to %I', 'app.new_users', found.old, found.new);
  end loop;
end
$body$;

commit;

-- step 4: undoes 1, transaction, lock_timeout 5s, statement_timeout 1min
begin;
set local lock_timeout = '5s';
set local statement_timeout = '1min';
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Rename table app.fluxc_aside_3ddeae5a6dd4 to app.users.
alter table app.fluxc_aside_3ddeae5a6dd4 rename to users;
-- PostgreSQL 18 and later name not-null constraints
do $body$
declare
  found record;
begin
  for found in
    select constrained.conname as old, renamed.new
    from pg_constraint as constrained
    join (values ('fluxc_aside_3ddeae5a6dd4_id_not_null', 'users_id_not_null'), ('fluxc_aside_3ddeae5a6dd4_name_not_null', 'users_name_not_null')) as renamed (old, new) on constrained.conname = renamed.old
    where constrained.conrelid = 'app.users'::regclass and constrained.contype = 'n'
  loop
    execute format('alter table %s rename constraint %I to %I', 'app.users', found.old, found.new);
  end loop;
end
$body$;

commit;

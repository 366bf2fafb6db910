-- label: structure only
-- reason: the values of column app.users.old cannot come back
-- loses: ["app", "users", "age"]
-- hazard: rewrites-table app.users
-- hazard: blocks-reads app.users
-- hazard: deletes-data app.users.age
-- hazard: breaks-clients app.users.mail
-- hazard: breaks-clients app.app_users

-- step 1: undoes 3, transaction, lock_timeout 5s, statement_timeout 1min
begin;
set local lock_timeout = '5s';
set local statement_timeout = '1min';
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Drop the comment of table app.users.
comment on table app.users is null;

commit;

-- step 2: undoes 2, transaction, lock_timeout 5s, statement_timeout 1min
begin;
set local lock_timeout = '5s';
set local statement_timeout = '1min';
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;
set local client_min_messages = warning;

-- Drop unique constraint app.users.users_email_key.
alter table app.users drop constraint if exists users_email_key;
drop index if exists app.users_email_key;

commit;

-- step 3: undoes 1, transaction, lock_timeout 5s, statement_timeout 0
begin;
set local lock_timeout = '5s';
set local statement_timeout = 0;
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Change the type of column app.users.id from bigint to integer; change the type of column app.users.email from character varying(128) to character varying(64).
alter table app.users
  alter column id type integer,
  alter column email type character varying(64);

-- Drop column app.users.age.
alter table app.users drop column age;

-- Add column app.users.old.
alter table app.users add column old text;

-- Rename primary key app.users.users_pkey to app_users_pkey.
alter table app.users rename constraint users_pkey to app_users_pkey;

-- Rename column app.users.email to mail.
alter table app.users rename column email to mail;
-- PostgreSQL 18 and later name not-null constraints
do $body$
declare
  found record;
begin
  for found in
    select constrained.conname as old, renamed.new
    from pg_constraint as constrained
    join (values ('users_email_not_null', 'users_mail_not_null')) as renamed (old, new) on constrained.conname = renamed.old
    where constrained.conrelid = 'app.users'::regclass and constrained.contype = 'n'
  loop
    execute format('alter table %s rename constraint %I to %I', 'app.users', found.old, found.new);
  end loop;
end
$body$;

-- Rename table app.users to app.app_users.
alter table app.users rename to app_users;
-- PostgreSQL 18 and later name not-null constraints
do $body$
declare
  found record;
begin
  for found in
    select constrained.conname as old, renamed.new
    from pg_constraint as constrained
    join (values ('users_id_not_null', 'app_users_id_not_null'), ('users_mail_not_null', 'app_users_mail_not_null')) as renamed (old, new) on constrained.conname = renamed.old
    where constrained.conrelid = 'app.app_users'::regclass and constrained.contype = 'n'
  loop
    execute format('alter table %s rename constraint %I to %I', 'app.app_users', found.old, found.new);
  end loop;
end
$body$;

commit;

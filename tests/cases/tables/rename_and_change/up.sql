-- decision: drop app.users.old
-- hazard: breaks-clients app.users
-- hazard: breaks-clients app.users.email
-- hazard: deletes-data app.users.old
-- hazard: rewrites-table app.users.id
-- hazard: blocks-reads app.users.id
-- hazard: builds-index app.users.users_email_key

-- step 1: transaction, lock_timeout 5s, statement_timeout 0
begin;
set local lock_timeout = '5s';
set local statement_timeout = 0;
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Rename table app.app_users to app.users.
alter table app.app_users rename to users;
-- PostgreSQL 18 and later name not-null constraints
do $body$
declare
  found record;
begin
  for found in
    select constrained.conname as old, renamed.new
    from pg_constraint as constrained
    join (values ('app_users_id_not_null', 'users_id_not_null'), ('app_users_mail_not_null', 'users_mail_not_null')) as renamed (old, new) on constrained.conname = renamed.old
    where constrained.conrelid = 'app.users'::regclass and constrained.contype = 'n'
  loop
    execute format('alter table %s rename constraint %I to %I', 'app.users', found.old, found.new);
  end loop;
end
$body$;

-- Rename column app.users.mail to email.
alter table app.users rename column mail to email;
-- PostgreSQL 18 and later name not-null constraints
do $body$
declare
  found record;
begin
  for found in
    select constrained.conname as old, renamed.new
    from pg_constraint as constrained
    join (values ('users_mail_not_null', 'users_email_not_null')) as renamed (old, new) on constrained.conname = renamed.old
    where constrained.conrelid = 'app.users'::regclass and constrained.contype = 'n'
  loop
    execute format('alter table %s rename constraint %I to %I', 'app.users', found.old, found.new);
  end loop;
end
$body$;

-- Rename primary key app.users.app_users_pkey to users_pkey.
alter table app.users rename constraint app_users_pkey to users_pkey;

-- Drop column app.users.old.
alter table app.users drop column old;

-- Add column app.users.age.
alter table app.users add column age integer default 0 not null;
alter table app.users alter column age drop default;

-- Change the type of column app.users.email from character varying(64) to character varying(128).
alter table app.users alter column email type character varying(128);

-- Change the type of column app.users.id from integer to bigint.
alter table app.users alter column id type bigint;

commit;

-- step 2: no transaction, lock_timeout 0, statement_timeout 0
-- done when: select indisvalid from pg_catalog.pg_index where indexrelid = pg_catalog.to_regclass('app.users_email_key') and indrelid = pg_catalog.to_regclass('app.users')
-- cleanup: drop index concurrently app.users_email_key
set lock_timeout = 0;
set statement_timeout = 0;
set search_path = pg_catalog, public;
set standard_conforming_strings = on;

-- Build the index of unique constraint app.users.users_email_key while others read and write the table.
create unique index concurrently users_email_key on app.users (email);

reset standard_conforming_strings;
reset search_path;
reset statement_timeout;
reset lock_timeout;

-- step 3: transaction, lock_timeout 5s, statement_timeout 1min
begin;
set local lock_timeout = '5s';
set local statement_timeout = '1min';
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Add unique constraint app.users.users_email_key by its index.
alter table app.users add constraint users_email_key unique using index users_email_key;

-- Set the comment of table app.users.
comment on table app.users is 'People.';

commit;

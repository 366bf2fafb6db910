-- label: exact
-- hazard: breaks-clients app.people.mail
-- hazard: breaks-clients app.users

-- step 1: undoes 1, transaction, lock_timeout 5s, statement_timeout 1min
begin;
set local lock_timeout = '5s';
set local statement_timeout = '1min';
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Rename primary key app.people.people_pkey to users_pkey.
alter table app.people rename constraint people_pkey to users_pkey;

-- Rename column app.people.email to mail.
alter table app.people rename column email to mail;
-- PostgreSQL 18 and later name not-null constraints
do $body$
declare
  found record;
begin
  for found in
    select constrained.conname as old, renamed.new
    from pg_constraint as constrained
    join (values ('people_email_not_null', 'people_mail_not_null')) as renamed (old, new) on constrained.conname = renamed.old
    where constrained.conrelid = 'app.people'::regclass and constrained.contype = 'n'
  loop
    execute format('alter table %s rename constraint %I to %I', 'app.people', found.old, found.new);
  end loop;
end
$body$;

-- Rename table app.people to app.users.
alter table app.people rename to users;
alter sequence app.people_id_seq rename to users_id_seq;
-- PostgreSQL 18 and later name not-null constraints
do $body$
declare
  found record;
begin
  for found in
    select constrained.conname as old, renamed.new
    from pg_constraint as constrained
    join (values ('people_id_not_null', 'users_id_not_null'), ('people_mail_not_null', 'users_mail_not_null')) as renamed (old, new) on constrained.conname = renamed.old
    where constrained.conrelid = 'app.users'::regclass and constrained.contype = 'n'
  loop
    execute format('alter table %s rename constraint %I to %I', 'app.users', found.old, found.new);
  end loop;
end
$body$;

commit;

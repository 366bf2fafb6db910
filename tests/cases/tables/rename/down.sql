-- label: exact
-- hazard: breaks-clients app.app_users

-- step 1: undoes 1, transaction, lock_timeout 5s, statement_timeout 1min
begin;
set local lock_timeout = '5s';
set local statement_timeout = '1min';
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Rename unique constraint app.users.users_email_key to app_users_email_key.
alter table app.users rename constraint users_email_key to app_users_email_key;

-- Rename primary key app.users.users_pkey to app_users_pkey.
alter table app.users rename constraint users_pkey to app_users_pkey;

-- Rename index app.users_score_email_idx to app_users_score_email_idx.
alter index app.users_score_email_idx rename to app_users_score_email_idx;

-- Rename index app.users_boss_id_idx to app_users_boss_id_idx.
alter index app.users_boss_id_idx rename to app_users_boss_id_idx;

-- Rename foreign key app.users.users_boss_id_fkey to app_users_boss_id_fkey.
alter table app.users rename constraint users_boss_id_fkey to app_users_boss_id_fkey;

-- Rename check app.users.users_score_check to app_users_score_check.
alter table app.users rename constraint users_score_check to app_users_score_check;

-- Rename check app.users.users_check to app_users_check.
alter table app.users rename constraint users_check to app_users_check;

-- Rename table app.users to app.app_users.
alter table app.users rename to app_users;
alter sequence app.users_id_seq rename to app_users_id_seq;
alter sequence app.users_number_seq rename to app_users_number_seq;
-- PostgreSQL 18 and later name not-null constraints
do $body$
declare
  found record;
begin
  for found in
    select constrained.conname as old, renamed.new
    from pg_constraint as constrained
    join (values ('users_id_not_null', 'app_users_id_not_null'), ('users_number_not_null', 'app_users_number_not_null'), ('users_email_not_null', 'app_users_email_not_null'), ('users_score_not_null', 'app_users_score_not_null')) as renamed (old, new) on constrained.conname = renamed.old
    where constrained.conrelid = 'app.app_users'::regclass and constrained.contype = 'n'
  loop
    execute format('alter table %s rename constraint %I to %I', 'app.app_users', found.old, found.new);
  end loop;
end
$body$;

commit;

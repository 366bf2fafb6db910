-- hazard: breaks-clients app.users

-- step 1: transaction, lock_timeout 5s, statement_timeout 1min
begin;
set local lock_timeout = '5s';
set local statement_timeout = '1min';
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Rename table app.app_users to app.users.
alter table app.app_users rename to users;
alter sequence app.app_users_id_seq rename to users_id_seq;
alter sequence app.app_users_number_seq rename to users_number_seq;
-- PostgreSQL 18 and later name not-null constraints
do $body$
declare
  found record;
begin
  for found in
    select constrained.conname as old, renamed.new
    from pg_constraint as constrained
    join (values ('app_users_id_not_null', 'users_id_not_null'), ('app_users_number_not_null', 'users_number_not_null'), ('app_users_email_not_null', 'users_email_not_null'), ('app_users_score_not_null', 'users_score_not_null')) as renamed (old, new) on constrained.conname = renamed.old
    where constrained.conrelid = 'app.users'::regclass and constrained.contype = 'n'
  loop
    execute format('alter table %s rename constraint %I to %I', 'app.users', found.old, found.new);
  end loop;
end
$body$;

-- Rename check app.users.app_users_check to users_check.
alter table app.users rename constraint app_users_check to users_check;

-- Rename check app.users.app_users_score_check to users_score_check.
alter table app.users rename constraint app_users_score_check to users_score_check;

-- Rename foreign key app.users.app_users_boss_id_fkey to users_boss_id_fkey.
alter table app.users rename constraint app_users_boss_id_fkey to users_boss_id_fkey;

-- Rename index app.app_users_boss_id_idx to users_boss_id_idx.
alter index app.app_users_boss_id_idx rename to users_boss_id_idx;

-- Rename index app.app_users_score_email_idx to users_score_email_idx.
alter index app.app_users_score_email_idx rename to users_score_email_idx;

-- Rename primary key app.users.app_users_pkey to users_pkey.
alter table app.users rename constraint app_users_pkey to users_pkey;

-- Rename unique constraint app.users.app_users_email_key to users_email_key.
alter table app.users rename constraint app_users_email_key to users_email_key;

commit;

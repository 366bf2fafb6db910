-- label: exact
-- hazard: scans-table app.user_posts.user_posts_user_id_fkey
-- hazard: scans-table app.user_posts.user_posts_post_id_fkey
-- hazard: scans-table app.posts.posts_author_fkey
-- hazard: scans-table app.posts.posts_boss_fkey
-- hazard: scans-table app.users.positive

-- step 1: undoes 51 50 49 48 47 46, transaction, lock_timeout 5s, statement_timeout 0
begin;
set local lock_timeout = '5s';
set local statement_timeout = 0;
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;
set local check_function_bodies = off;

-- Create function app.zz_fluxc_user_posts_user_id_new().
create function app.zz_fluxc_user_posts_user_id_new()
  returns trigger
  language plpgsql
  as $body$
#variable_conflict use_column
begin
  if tg_op = 'UPDATE' and pg_catalog.current_setting('fluxc.filling', true) = 'app.user_posts.user_id_new' then
    new := old;
    new.user_id_new := new.user_id;
    return new;
  end if;
  if tg_op = 'INSERT' then
    new.user_id_new := new.user_id;
  elsif new.user_id is distinct from old.user_id then
    new.user_id_new := new.user_id;
  end if;
  return new;
end
$body$;

-- Create function app.zz_fluxc_user_posts_post_id_new().
create function app.zz_fluxc_user_posts_post_id_new()
  returns trigger
  language plpgsql
  as $body$
#variable_conflict use_column
begin
  if tg_op = 'UPDATE' and pg_catalog.current_setting('fluxc.filling', true) = 'app.user_posts.post_id_new' then
    new := old;
    new.post_id_new := new.post_id;
    return new;
  end if;
  if tg_op = 'INSERT' then
    new.post_id_new := new.post_id;
  elsif new.post_id is distinct from old.post_id then
    new.post_id_new := new.post_id;
  end if;
  return new;
end
$body$;

commit;

-- step 2: undoes 45, transaction, lock_timeout 5s, statement_timeout 1min
begin;
set local lock_timeout = '5s';
set local statement_timeout = '1min';
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Put columns of other types into the places of app.user_posts.post_id (bigint to integer), app.user_posts.user_id (bigint to integer).
alter table app.user_posts drop constraint user_posts_user_id_fkey;
alter table app.user_posts drop constraint user_posts_post_id_fkey;
drop trigger zz_fluxc_user_posts_post_id_old on app.user_posts;
drop trigger zz_fluxc_user_posts_user_id_old on app.user_posts;
alter table app.user_posts drop constraint user_posts_pkey;
alter table app.user_posts rename column post_id to post_id_new;
alter table app.user_posts rename column post_id_old to post_id;
alter table app.user_posts rename column user_id to user_id_new;
alter table app.user_posts rename column user_id_old to user_id;
-- PostgreSQL 18 and later name not-null constraints
do $body$
declare
  found record;
begin
  for found in
    select constrained.conname as old, renamed.new
    from pg_constraint as constrained
    join (values ('user_posts_post_id_not_null', 'user_posts_post_id_new_not_null')) as renamed (old, new) on constrained.conname = renamed.old
    where constrained.conrelid = 'app.user_posts'::regclass and constrained.contype = 'n'
  loop
    execute format('alter table %s rename constraint %I to %I', 'app.user_posts', found.old, found.new);
  end loop;
end
$body$;
-- PostgreSQL 18 and later name not-null constraints
do $body$
declare
  found record;
begin
  for found in
    select constrained.conname as old, renamed.new
    from pg_constraint as constrained
    join (values ('user_posts_post_id_old_not_null', 'user_posts_post_id_not_null')) as renamed (old, new) on constrained.conname = renamed.old
    where constrained.conrelid = 'app.user_posts'::regclass and constrained.contype = 'n'
  loop
    execute format('alter table %s rename constraint %I to %I', 'app.user_posts', found.old, found.new);
  end loop;
end
$body$;
-- PostgreSQL 18 and later name not-null constraints
do $body$
declare
  found record;
begin
  for found in
    select constrained.conname as old, renamed.new
    from pg_constraint as constrained
    join (values ('user_posts_user_id_not_null', 'user_posts_user_id_new_not_null')) as renamed (old, new) on constrained.conname = renamed.old
    where constrained.conrelid = 'app.user_posts'::regclass and constrained.contype = 'n'
  loop
    execute format('alter table %s rename constraint %I to %I', 'app.user_posts', found.old, found.new);
  end loop;
end
$body$;
-- PostgreSQL 18 and later name not-null constraints
do $body$
declare
  found record;
begin
  for found in
    select constrained.conname as old, renamed.new
    from pg_constraint as constrained
    join (values ('user_posts_user_id_old_not_null', 'user_posts_user_id_not_null')) as renamed (old, new) on constrained.conname = renamed.old
    where constrained.conrelid = 'app.user_posts'::regclass and constrained.contype = 'n'
  loop
    execute format('alter table %s rename constraint %I to %I', 'app.user_posts', found.old, found.new);
  end loop;
end
$body$;
alter index app.user_posts_post_id_idx rename to user_posts_post_id_idx_new;
alter index app.user_posts_post_id_idx_old rename to user_posts_post_id_idx;
alter table app.user_posts add constraint user_posts_pkey primary key using index user_posts_pkey_old;
alter table app.user_posts add constraint user_posts_user_id_fkey foreign key (user_id) references app.users (id) not valid;
alter table app.user_posts add constraint user_posts_post_id_fkey foreign key (post_id) references app.posts (id) not valid;
create trigger zz_fluxc_user_posts_post_id_new
  before insert or update on app.user_posts
  for each row
  execute function app.zz_fluxc_user_posts_post_id_new();
create trigger zz_fluxc_user_posts_user_id_new
  before insert or update on app.user_posts
  for each row
  execute function app.zz_fluxc_user_posts_user_id_new();

commit;

-- step 3: undoes 44, transaction, lock_timeout 5s, statement_timeout 0
begin;
set local lock_timeout = '5s';
set local statement_timeout = 0;
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Drop function app.zz_fluxc_user_posts_user_id_old().
drop function app.zz_fluxc_user_posts_user_id_old();

-- Drop function app.zz_fluxc_user_posts_post_id_old().
drop function app.zz_fluxc_user_posts_post_id_old();

commit;

-- step 4: undoes 43 42, transaction, lock_timeout 5s, statement_timeout 0
begin;
set local lock_timeout = '5s';
set local statement_timeout = 0;
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Validate foreign key app.user_posts.user_posts_user_id_fkey.
alter table app.user_posts validate constraint user_posts_user_id_fkey;

-- Validate foreign key app.user_posts.user_posts_post_id_fkey.
alter table app.user_posts validate constraint user_posts_post_id_fkey;

commit;

-- step 5: undoes 41, transaction, lock_timeout 5s, statement_timeout 0
begin;
set local lock_timeout = '5s';
set local statement_timeout = 0;
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;
set local check_function_bodies = off;

-- Create function app.zz_fluxc_posts_id_new().
create function app.zz_fluxc_posts_id_new()
  returns trigger
  language plpgsql
  as $body$
#variable_conflict use_column
begin
  if tg_op = 'UPDATE' and pg_catalog.current_setting('fluxc.filling', true) = 'app.posts.id_new' then
    new := old;
    new.id_new := new.id;
    return new;
  end if;
  if tg_op = 'INSERT' then
    new.id_new := new.id;
  elsif new.id is distinct from old.id then
    new.id_new := new.id;
  end if;
  return new;
end
$body$;

-- Create function app.zz_fluxc_posts_boss_new().
create function app.zz_fluxc_posts_boss_new()
  returns trigger
  language plpgsql
  as $body$
#variable_conflict use_column
begin
  if tg_op = 'UPDATE' and pg_catalog.current_setting('fluxc.filling', true) = 'app.posts.boss_new' then
    new := old;
    new.boss_new := new.boss;
    return new;
  end if;
  if tg_op = 'INSERT' then
    new.boss_new := new.boss;
  elsif new.boss is distinct from old.boss then
    new.boss_new := new.boss;
  end if;
  return new;
end
$body$;

-- Create function app.zz_fluxc_posts_author_new().
create function app.zz_fluxc_posts_author_new()
  returns trigger
  language plpgsql
  as $body$
#variable_conflict use_column
begin
  if tg_op = 'UPDATE' and pg_catalog.current_setting('fluxc.filling', true) = 'app.posts.author_new' then
    new := old;
    new.author_new := new.author;
    return new;
  end if;
  if tg_op = 'INSERT' then
    new.author_new := new.author;
  elsif new.author is distinct from old.author then
    new.author_new := new.author;
  end if;
  return new;
end
$body$;

commit;

-- step 6: undoes 40, transaction, lock_timeout 5s, statement_timeout 1min
begin;
set local lock_timeout = '5s';
set local statement_timeout = '1min';
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Put columns of other types into the places of app.posts.author (bigint to integer), app.posts.boss (bigint to integer), app.posts.id (bigint to integer).
alter table app.posts drop constraint posts_author_fkey;
alter table app.posts drop constraint posts_boss_fkey;
alter table app.user_posts drop constraint user_posts_post_id_fkey;
drop trigger zz_fluxc_posts_author_old on app.posts;
drop trigger zz_fluxc_posts_boss_old on app.posts;
drop trigger zz_fluxc_posts_id_old on app.posts;
alter table app.posts drop constraint posts_pkey;
alter table app.posts rename column author to author_new;
alter table app.posts rename column author_old to author;
alter table app.posts rename column boss to boss_new;
alter table app.posts rename column boss_old to boss;
alter table app.posts rename column id to id_new;
alter table app.posts rename column id_old to id;
-- PostgreSQL 18 and later name not-null constraints
do $body$
declare
  found record;
begin
  for found in
    select constrained.conname as old, renamed.new
    from pg_constraint as constrained
    join (values ('posts_author_not_null', 'posts_author_new_not_null')) as renamed (old, new) on constrained.conname = renamed.old
    where constrained.conrelid = 'app.posts'::regclass and constrained.contype = 'n'
  loop
    execute format('alter table %s rename constraint %I to %I', 'app.posts', found.old, found.new);
  end loop;
end
$body$;
-- PostgreSQL 18 and later name not-null constraints
do $body$
declare
  found record;
begin
  for found in
    select constrained.conname as old, renamed.new
    from pg_constraint as constrained
    join (values ('posts_author_old_not_null', 'posts_author_not_null')) as renamed (old, new) on constrained.conname = renamed.old
    where constrained.conrelid = 'app.posts'::regclass and constrained.contype = 'n'
  loop
    execute format('alter table %s rename constraint %I to %I', 'app.posts', found.old, found.new);
  end loop;
end
$body$;
-- PostgreSQL 18 and later name not-null constraints
do $body$
declare
  found record;
begin
  for found in
    select constrained.conname as old, renamed.new
    from pg_constraint as constrained
    join (values ('posts_id_not_null', 'posts_id_new_not_null')) as renamed (old, new) on constrained.conname = renamed.old
    where constrained.conrelid = 'app.posts'::regclass and constrained.contype = 'n'
  loop
    execute format('alter table %s rename constraint %I to %I', 'app.posts', found.old, found.new);
  end loop;
end
$body$;
-- PostgreSQL 18 and later name not-null constraints
do $body$
declare
  found record;
begin
  for found in
    select constrained.conname as old, renamed.new
    from pg_constraint as constrained
    join (values ('posts_id_old_not_null', 'posts_id_not_null')) as renamed (old, new) on constrained.conname = renamed.old
    where constrained.conrelid = 'app.posts'::regclass and constrained.contype = 'n'
  loop
    execute format('alter table %s rename constraint %I to %I', 'app.posts', found.old, found.new);
  end loop;
end
$body$;
alter index app.posts_author_idx rename to posts_author_idx_new;
alter index app.posts_author_idx_old rename to posts_author_idx;
alter index app.posts_boss_idx rename to posts_boss_idx_new;
alter index app.posts_boss_idx_old rename to posts_boss_idx;
alter table app.posts add constraint posts_pkey primary key using index posts_pkey_old;
alter table app.posts alter column id_new drop default;
alter sequence app.posts_id_seq owned by app.posts.id;
alter sequence app.posts_id_seq as integer;
alter table app.posts alter column id set default nextval('app.posts_id_seq');
alter table app.posts add constraint posts_author_fkey foreign key (author) references app.users (id) not valid;
alter table app.posts add constraint posts_boss_fkey foreign key (boss) references app.users (id) not valid;
alter table app.user_posts add constraint user_posts_post_id_fkey foreign key (post_id) references app.posts (id) not valid;
create trigger zz_fluxc_posts_author_new
  before insert or update on app.posts
  for each row
  execute function app.zz_fluxc_posts_author_new();
create trigger zz_fluxc_posts_boss_new
  before insert or update on app.posts
  for each row
  execute function app.zz_fluxc_posts_boss_new();
create trigger zz_fluxc_posts_id_new
  before insert or update on app.posts
  for each row
  execute function app.zz_fluxc_posts_id_new();

commit;

-- step 7: undoes 39, transaction, lock_timeout 5s, statement_timeout 0
begin;
set local lock_timeout = '5s';
set local statement_timeout = 0;
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Drop function app.zz_fluxc_posts_id_old().
drop function app.zz_fluxc_posts_id_old();

-- Drop function app.zz_fluxc_posts_boss_old().
drop function app.zz_fluxc_posts_boss_old();

-- Drop function app.zz_fluxc_posts_author_old().
drop function app.zz_fluxc_posts_author_old();

commit;

-- step 8: undoes 38 37 36, transaction, lock_timeout 5s, statement_timeout 0
begin;
set local lock_timeout = '5s';
set local statement_timeout = 0;
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Validate foreign key app.posts.posts_author_fkey.
alter table app.posts validate constraint posts_author_fkey;

-- Validate foreign key app.posts.posts_boss_fkey.
alter table app.posts validate constraint posts_boss_fkey;

-- Validate foreign key app.user_posts.user_posts_post_id_fkey.
alter table app.user_posts validate constraint user_posts_post_id_fkey;

commit;

-- step 9: undoes 35, transaction, lock_timeout 5s, statement_timeout 0
begin;
set local lock_timeout = '5s';
set local statement_timeout = 0;
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;
set local check_function_bodies = off;

-- Create function app.zz_fluxc_users_score_new().
create function app.zz_fluxc_users_score_new()
  returns trigger
  language plpgsql
  as $body$
#variable_conflict use_column
begin
  if tg_op = 'UPDATE' and pg_catalog.current_setting('fluxc.filling', true) = 'app.users.score_new' then
    new := old;
    new.score_new := new.score;
    return new;
  end if;
  if tg_op = 'INSERT' then
    new.score_new := new.score;
  elsif new.score is distinct from old.score then
    new.score_new := new.score;
  end if;
  return new;
end
$body$;

-- Create function app.zz_fluxc_users_id_new().
create function app.zz_fluxc_users_id_new()
  returns trigger
  language plpgsql
  as $body$
#variable_conflict use_column
begin
  if tg_op = 'UPDATE' and pg_catalog.current_setting('fluxc.filling', true) = 'app.users.id_new' then
    new := old;
    new.id_new := new.id;
    return new;
  end if;
  if tg_op = 'INSERT' then
    new.id_new := new.id;
  elsif new.id is distinct from old.id then
    new.id_new := new.id;
  end if;
  return new;
end
$body$;

commit;

-- step 10: undoes 34, transaction, lock_timeout 5s, statement_timeout 1min
begin;
set local lock_timeout = '5s';
set local statement_timeout = '1min';
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Drop view app.names.
drop view app.names;

-- Put columns of other types into the places of app.users.id (bigint to integer), app.users.score (bigint to integer).
alter table app.users drop constraint positive;
alter table app.posts drop constraint posts_author_fkey;
alter table app.posts drop constraint posts_boss_fkey;
alter table app.user_posts drop constraint user_posts_user_id_fkey;
drop trigger zz_fluxc_users_id_old on app.users;
drop trigger zz_fluxc_users_score_old on app.users;
alter table app.users drop constraint users_pkey;
alter table app.users rename column id to id_new;
alter table app.users rename column id_old to id;
alter table app.users rename column score to score_new;
alter table app.users rename column score_old to score;
-- PostgreSQL 18 and later name not-null constraints
do $body$
declare
  found record;
begin
  for found in
    select constrained.conname as old, renamed.new
    from pg_constraint as constrained
    join (values ('users_id_not_null', 'users_id_new_not_null')) as renamed (old, new) on constrained.conname = renamed.old
    where constrained.conrelid = 'app.users'::regclass and constrained.contype = 'n'
  loop
    execute format('alter table %s rename constraint %I to %I', 'app.users', found.old, found.new);
  end loop;
end
$body$;
-- PostgreSQL 18 and later name not-null constraints
do $body$
declare
  found record;
begin
  for found in
    select constrained.conname as old, renamed.new
    from pg_constraint as constrained
    join (values ('users_id_old_not_null', 'users_id_not_null')) as renamed (old, new) on constrained.conname = renamed.old
    where constrained.conrelid = 'app.users'::regclass and constrained.contype = 'n'
  loop
    execute format('alter table %s rename constraint %I to %I', 'app.users', found.old, found.new);
  end loop;
end
$body$;
alter index app.users_score_name_idx rename to users_score_name_idx_new;
alter index app.users_score_name_idx_old rename to users_score_name_idx;
alter table app.users add constraint users_pkey primary key using index users_pkey_old;
do $body$
declare
  stands bigint;
  called boolean;
begin
  select last_value, is_called into stands, called from app.users_id_seq;
  alter table app.users alter column id_new drop identity;
  alter table app.users alter column id add generated always as identity;
  perform pg_catalog.setval('app.users_id_seq', stands, called);
end
$body$;
alter table app.users alter column score_new drop default;
alter table app.users alter column score set default 7;
alter table app.users add constraint positive check (score > 0) not valid;
alter table app.posts add constraint posts_author_fkey foreign key (author) references app.users (id) not valid;
alter table app.posts add constraint posts_boss_fkey foreign key (boss) references app.users (id) not valid;
alter table app.user_posts add constraint user_posts_user_id_fkey foreign key (user_id) references app.users (id) not valid;
create trigger zz_fluxc_users_id_new
  before insert or update on app.users
  for each row
  execute function app.zz_fluxc_users_id_new();
create trigger zz_fluxc_users_score_new
  before insert or update on app.users
  for each row
  execute function app.zz_fluxc_users_score_new();

-- Create view app.names.
set local search_path = pg_catalog, app, public;
create view app.names as
select id, name from app.users;
set local search_path = pg_catalog, public;

commit;

-- step 11: undoes 33, transaction, lock_timeout 5s, statement_timeout 0
begin;
set local lock_timeout = '5s';
set local statement_timeout = 0;
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Drop function app.zz_fluxc_users_score_old().
drop function app.zz_fluxc_users_score_old();

-- Drop function app.zz_fluxc_users_id_old().
drop function app.zz_fluxc_users_id_old();

commit;

-- step 12: undoes 32 31, transaction, lock_timeout 5s, statement_timeout 0
begin;
set local lock_timeout = '5s';
set local statement_timeout = 0;
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Validate check app.users.positive.
alter table app.users validate constraint positive;

-- Validate foreign key app.posts.posts_author_fkey.
alter table app.posts validate constraint posts_author_fkey;

-- Validate foreign key app.posts.posts_boss_fkey.
alter table app.posts validate constraint posts_boss_fkey;

-- Validate foreign key app.user_posts.user_posts_user_id_fkey.
alter table app.user_posts validate constraint user_posts_user_id_fkey;

commit;

-- step 13: undoes 30 29, no transaction, lock_timeout 0, statement_timeout 0
-- done when: select pg_catalog.to_regclass('app.users_score_name_idx_new') is null
set lock_timeout = 0;
set statement_timeout = 0;
set search_path = pg_catalog, public;
set standard_conforming_strings = on;

-- Drop index app.users_score_name_idx_new while others read and write the table.
drop index concurrently app.users_score_name_idx_new;

reset standard_conforming_strings;
reset search_path;
reset statement_timeout;
reset lock_timeout;

-- step 14: undoes 28, no transaction, lock_timeout 0, statement_timeout 0
-- done when: select pg_catalog.to_regclass('app.users_pkey_old') is null
set lock_timeout = 0;
set statement_timeout = 0;
set search_path = pg_catalog, public;
set standard_conforming_strings = on;

-- Drop index app.users_pkey_old while others read and write the table.
drop index concurrently if exists app.users_pkey_old;

reset standard_conforming_strings;
reset search_path;
reset statement_timeout;
reset lock_timeout;

-- step 15: undoes 27, no transaction, lock_timeout 0, statement_timeout 0
-- done when: select pg_catalog.to_regclass('app.users_pkey_new') is null
set lock_timeout = 0;
set statement_timeout = 0;
set search_path = pg_catalog, public;
set standard_conforming_strings = on;

-- Drop index app.users_pkey_new while others read and write the table.
drop index concurrently if exists app.users_pkey_new;

reset standard_conforming_strings;
reset search_path;
reset statement_timeout;
reset lock_timeout;

-- step 16: undoes 26 25, transaction, lock_timeout 5s, statement_timeout 1min
begin;
set local lock_timeout = '5s';
set local statement_timeout = '1min';
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;
set local client_min_messages = warning;

-- Take nulls in column app.users.id_new.
alter table app.users drop constraint if exists id_new_not_null;
alter table app.users alter column id_new drop not null;

commit;

-- step 17: undoes 24 23, no transaction, lock_timeout 0, statement_timeout 0
-- done when: select pg_catalog.to_regclass('app.user_posts_post_id_idx_new') is null
set lock_timeout = 0;
set statement_timeout = 0;
set search_path = pg_catalog, public;
set standard_conforming_strings = on;

-- Drop index app.user_posts_post_id_idx_new while others read and write the table.
drop index concurrently app.user_posts_post_id_idx_new;

reset standard_conforming_strings;
reset search_path;
reset statement_timeout;
reset lock_timeout;

-- step 18: undoes 22, no transaction, lock_timeout 0, statement_timeout 0
-- done when: select pg_catalog.to_regclass('app.user_posts_pkey_old') is null
set lock_timeout = 0;
set statement_timeout = 0;
set search_path = pg_catalog, public;
set standard_conforming_strings = on;

-- Drop index app.user_posts_pkey_old while others read and write the table.
drop index concurrently if exists app.user_posts_pkey_old;

reset standard_conforming_strings;
reset search_path;
reset statement_timeout;
reset lock_timeout;

-- step 19: undoes 21, no transaction, lock_timeout 0, statement_timeout 0
-- done when: select pg_catalog.to_regclass('app.user_posts_pkey_new') is null
set lock_timeout = 0;
set statement_timeout = 0;
set search_path = pg_catalog, public;
set standard_conforming_strings = on;

-- Drop index app.user_posts_pkey_new while others read and write the table.
drop index concurrently if exists app.user_posts_pkey_new;

reset standard_conforming_strings;
reset search_path;
reset statement_timeout;
reset lock_timeout;

-- step 20: undoes 20 19, transaction, lock_timeout 5s, statement_timeout 1min
begin;
set local lock_timeout = '5s';
set local statement_timeout = '1min';
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;
set local client_min_messages = warning;

-- Take nulls in column app.user_posts.user_id_new.
alter table app.user_posts drop constraint if exists user_id_new_not_null;
alter table app.user_posts alter column user_id_new drop not null;

-- Take nulls in column app.user_posts.post_id_new.
alter table app.user_posts drop constraint if exists post_id_new_not_null;
alter table app.user_posts alter column post_id_new drop not null;

commit;

-- step 21: undoes 18 17, no transaction, lock_timeout 0, statement_timeout 0
-- done when: select pg_catalog.to_regclass('app.posts_pkey_old') is null
set lock_timeout = 0;
set statement_timeout = 0;
set search_path = pg_catalog, public;
set standard_conforming_strings = on;

-- Drop index app.posts_pkey_old while others read and write the table.
drop index concurrently if exists app.posts_pkey_old;

reset standard_conforming_strings;
reset search_path;
reset statement_timeout;
reset lock_timeout;

-- step 22: undoes 16, no transaction, lock_timeout 0, statement_timeout 0
-- done when: select pg_catalog.to_regclass('app.posts_pkey_new') is null
set lock_timeout = 0;
set statement_timeout = 0;
set search_path = pg_catalog, public;
set standard_conforming_strings = on;

-- Drop index app.posts_pkey_new while others read and write the table.
drop index concurrently if exists app.posts_pkey_new;

reset standard_conforming_strings;
reset search_path;
reset statement_timeout;
reset lock_timeout;

-- step 23: undoes 15, no transaction, lock_timeout 0, statement_timeout 0
-- done when: select pg_catalog.to_regclass('app.posts_boss_idx_new') is null
set lock_timeout = 0;
set statement_timeout = 0;
set search_path = pg_catalog, public;
set standard_conforming_strings = on;

-- Drop index app.posts_boss_idx_new while others read and write the table.
drop index concurrently app.posts_boss_idx_new;

reset standard_conforming_strings;
reset search_path;
reset statement_timeout;
reset lock_timeout;

-- step 24: undoes 14, no transaction, lock_timeout 0, statement_timeout 0
-- done when: select pg_catalog.to_regclass('app.posts_author_idx_new') is null
set lock_timeout = 0;
set statement_timeout = 0;
set search_path = pg_catalog, public;
set standard_conforming_strings = on;

-- Drop index app.posts_author_idx_new while others read and write the table.
drop index concurrently app.posts_author_idx_new;

reset standard_conforming_strings;
reset search_path;
reset statement_timeout;
reset lock_timeout;

-- step 25: undoes 13 12, transaction, lock_timeout 5s, statement_timeout 1min
begin;
set local lock_timeout = '5s';
set local statement_timeout = '1min';
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;
set local client_min_messages = warning;

-- Take nulls in column app.posts.id_new.
alter table app.posts drop constraint if exists id_new_not_null;
alter table app.posts alter column id_new drop not null;

-- Take nulls in column app.posts.author_new.
alter table app.posts drop constraint if exists author_new_not_null;
alter table app.posts alter column author_new drop not null;

commit;

-- step 26: undoes 11 10 9 8 7 6 5 4, transaction, lock_timeout 5s, statement_timeout 1min
begin;
set local lock_timeout = '5s';
set local statement_timeout = '1min';
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Drop trigger app.users.zz_fluxc_users_score_new.
drop trigger zz_fluxc_users_score_new on app.users;

-- Drop trigger app.users.zz_fluxc_users_id_new.
drop trigger zz_fluxc_users_id_new on app.users;

-- Drop column app.users.score_new.
alter table app.users drop column score_new;

-- Drop column app.users.id_new.
alter table app.users drop column id_new;

commit;

-- step 27: undoes 3, transaction, lock_timeout 5s, statement_timeout 1min
begin;
set local lock_timeout = '5s';
set local statement_timeout = '1min';
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Drop trigger app.user_posts.zz_fluxc_user_posts_user_id_new.
drop trigger zz_fluxc_user_posts_user_id_new on app.user_posts;

-- Drop trigger app.user_posts.zz_fluxc_user_posts_post_id_new.
drop trigger zz_fluxc_user_posts_post_id_new on app.user_posts;

-- Drop column app.user_posts.user_id_new.
alter table app.user_posts drop column user_id_new;

-- Drop column app.user_posts.post_id_new.
alter table app.user_posts drop column post_id_new;

commit;

-- step 28: undoes 2, transaction, lock_timeout 5s, statement_timeout 1min
begin;
set local lock_timeout = '5s';
set local statement_timeout = '1min';
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Drop trigger app.posts.zz_fluxc_posts_id_new.
drop trigger zz_fluxc_posts_id_new on app.posts;

-- Drop trigger app.posts.zz_fluxc_posts_boss_new.
drop trigger zz_fluxc_posts_boss_new on app.posts;

-- Drop trigger app.posts.zz_fluxc_posts_author_new.
drop trigger zz_fluxc_posts_author_new on app.posts;

-- Drop column app.posts.id_new.
alter table app.posts drop column id_new;

-- Drop column app.posts.boss_new.
alter table app.posts drop column boss_new;

-- Drop column app.posts.author_new.
alter table app.posts drop column author_new;

commit;

-- step 29: undoes 1, transaction, lock_timeout 5s, statement_timeout 0
begin;
set local lock_timeout = '5s';
set local statement_timeout = 0;
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Drop function app.zz_fluxc_users_score_new().
drop function app.zz_fluxc_users_score_new();

-- Drop function app.zz_fluxc_users_id_new().
drop function app.zz_fluxc_users_id_new();

-- Drop function app.zz_fluxc_user_posts_user_id_new().
drop function app.zz_fluxc_user_posts_user_id_new();

-- Drop function app.zz_fluxc_user_posts_post_id_new().
drop function app.zz_fluxc_user_posts_post_id_new();

-- Drop function app.zz_fluxc_posts_id_new().
drop function app.zz_fluxc_posts_id_new();

-- Drop function app.zz_fluxc_posts_boss_new().
drop function app.zz_fluxc_posts_boss_new();

-- Drop function app.zz_fluxc_posts_author_new().
drop function app.zz_fluxc_posts_author_new();

commit;

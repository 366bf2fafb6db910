-- label: exact
-- hazard: needs-backfill app.user_posts.user_id_old
-- hazard: scans-table app.user_posts.user_id_old
-- hazard: needs-backfill app.user_posts.post_id_old
-- hazard: scans-table app.user_posts.post_id_old
-- hazard: needs-backfill app.posts.id_old
-- hazard: scans-table app.posts.id_old
-- hazard: needs-backfill app.posts.boss_old
-- hazard: needs-backfill app.posts.author_old
-- hazard: scans-table app.posts.author_old
-- hazard: needs-backfill app.users.score_old
-- hazard: needs-backfill app.users.id_old
-- hazard: scans-table app.users.id_old
-- hazard: builds-index app.users.users_score_name_idx_old
-- hazard: builds-index app.users.users_pkey_old
-- hazard: builds-index app.user_posts.user_posts_post_id_idx_old
-- hazard: builds-index app.user_posts.user_posts_pkey_old
-- hazard: builds-index app.posts.posts_pkey_old
-- hazard: builds-index app.posts.posts_boss_idx_old
-- hazard: builds-index app.posts.posts_author_idx_old

-- step 1: undoes 23, transaction, lock_timeout 5s, statement_timeout 0
begin;
set local lock_timeout = '5s';
set local statement_timeout = 0;
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;
set local check_function_bodies = off;

-- Create function app.zz_fluxc_users_score_old().
create function app.zz_fluxc_users_score_old()
  returns trigger
  language plpgsql
  as $body$
#variable_conflict use_column
begin
  if tg_op = 'UPDATE' and pg_catalog.current_setting('fluxc.filling', true) = 'app.users.score_old' then
    new := old;
    new.score_old := new.score;
    return new;
  end if;
  if tg_op = 'INSERT' then
    new.score_old := new.score;
  elsif new.score is distinct from old.score then
    new.score_old := new.score;
  end if;
  return new;
end
$body$;

-- Create function app.zz_fluxc_users_id_old().
create function app.zz_fluxc_users_id_old()
  returns trigger
  language plpgsql
  as $body$
#variable_conflict use_column
begin
  if tg_op = 'UPDATE' and pg_catalog.current_setting('fluxc.filling', true) = 'app.users.id_old' then
    new := old;
    new.id_old := new.id;
    return new;
  end if;
  if tg_op = 'INSERT' then
    new.id_old := new.id;
  elsif new.id is distinct from old.id then
    new.id_old := new.id;
  end if;
  return new;
end
$body$;

-- Create function app.zz_fluxc_user_posts_user_id_old().
create function app.zz_fluxc_user_posts_user_id_old()
  returns trigger
  language plpgsql
  as $body$
#variable_conflict use_column
begin
  if tg_op = 'UPDATE' and pg_catalog.current_setting('fluxc.filling', true) = 'app.user_posts.user_id_old' then
    new := old;
    new.user_id_old := new.user_id;
    return new;
  end if;
  if tg_op = 'INSERT' then
    new.user_id_old := new.user_id;
  elsif new.user_id is distinct from old.user_id then
    new.user_id_old := new.user_id;
  end if;
  return new;
end
$body$;

-- Create function app.zz_fluxc_user_posts_post_id_old().
create function app.zz_fluxc_user_posts_post_id_old()
  returns trigger
  language plpgsql
  as $body$
#variable_conflict use_column
begin
  if tg_op = 'UPDATE' and pg_catalog.current_setting('fluxc.filling', true) = 'app.user_posts.post_id_old' then
    new := old;
    new.post_id_old := new.post_id;
    return new;
  end if;
  if tg_op = 'INSERT' then
    new.post_id_old := new.post_id;
  elsif new.post_id is distinct from old.post_id then
    new.post_id_old := new.post_id;
  end if;
  return new;
end
$body$;

-- Create function app.zz_fluxc_posts_id_old().
create function app.zz_fluxc_posts_id_old()
  returns trigger
  language plpgsql
  as $body$
#variable_conflict use_column
begin
  if tg_op = 'UPDATE' and pg_catalog.current_setting('fluxc.filling', true) = 'app.posts.id_old' then
    new := old;
    new.id_old := new.id;
    return new;
  end if;
  if tg_op = 'INSERT' then
    new.id_old := new.id;
  elsif new.id is distinct from old.id then
    new.id_old := new.id;
  end if;
  return new;
end
$body$;

-- Create function app.zz_fluxc_posts_boss_old().
create function app.zz_fluxc_posts_boss_old()
  returns trigger
  language plpgsql
  as $body$
#variable_conflict use_column
begin
  if tg_op = 'UPDATE' and pg_catalog.current_setting('fluxc.filling', true) = 'app.posts.boss_old' then
    new := old;
    new.boss_old := new.boss;
    return new;
  end if;
  if tg_op = 'INSERT' then
    new.boss_old := new.boss;
  elsif new.boss is distinct from old.boss then
    new.boss_old := new.boss;
  end if;
  return new;
end
$body$;

-- Create function app.zz_fluxc_posts_author_old().
create function app.zz_fluxc_posts_author_old()
  returns trigger
  language plpgsql
  as $body$
#variable_conflict use_column
begin
  if tg_op = 'UPDATE' and pg_catalog.current_setting('fluxc.filling', true) = 'app.posts.author_old' then
    new := old;
    new.author_old := new.author;
    return new;
  end if;
  if tg_op = 'INSERT' then
    new.author_old := new.author;
  elsif new.author is distinct from old.author then
    new.author_old := new.author;
  end if;
  return new;
end
$body$;

commit;

-- step 2: undoes 22, transaction, lock_timeout 5s, statement_timeout 1min
begin;
set local lock_timeout = '5s';
set local statement_timeout = '1min';
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Add column app.users.score_old.
alter table app.users add column score_old integer;

-- Add column app.users.id_old.
alter table app.users add column id_old integer;

-- Create trigger app.users.zz_fluxc_users_score_old.
create trigger zz_fluxc_users_score_old
  before insert or update on app.users
  for each row
  execute function app.zz_fluxc_users_score_old();

-- Create trigger app.users.zz_fluxc_users_id_old.
create trigger zz_fluxc_users_id_old
  before insert or update on app.users
  for each row
  execute function app.zz_fluxc_users_id_old();

commit;

-- step 3: undoes 21, transaction, lock_timeout 5s, statement_timeout 1min
begin;
set local lock_timeout = '5s';
set local statement_timeout = '1min';
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Add column app.user_posts.user_id_old.
alter table app.user_posts add column user_id_old integer;

-- Add column app.user_posts.post_id_old.
alter table app.user_posts add column post_id_old integer;

-- Create trigger app.user_posts.zz_fluxc_user_posts_user_id_old.
create trigger zz_fluxc_user_posts_user_id_old
  before insert or update on app.user_posts
  for each row
  execute function app.zz_fluxc_user_posts_user_id_old();

-- Create trigger app.user_posts.zz_fluxc_user_posts_post_id_old.
create trigger zz_fluxc_user_posts_post_id_old
  before insert or update on app.user_posts
  for each row
  execute function app.zz_fluxc_user_posts_post_id_old();

commit;

-- step 4: undoes 20, transaction, lock_timeout 5s, statement_timeout 1min
begin;
set local lock_timeout = '5s';
set local statement_timeout = '1min';
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Add column app.posts.id_old.
alter table app.posts add column id_old integer;

-- Add column app.posts.boss_old.
alter table app.posts add column boss_old integer;

-- Add column app.posts.author_old.
alter table app.posts add column author_old integer;

-- Create trigger app.posts.zz_fluxc_posts_id_old.
create trigger zz_fluxc_posts_id_old
  before insert or update on app.posts
  for each row
  execute function app.zz_fluxc_posts_id_old();

-- Create trigger app.posts.zz_fluxc_posts_boss_old.
create trigger zz_fluxc_posts_boss_old
  before insert or update on app.posts
  for each row
  execute function app.zz_fluxc_posts_boss_old();

-- Create trigger app.posts.zz_fluxc_posts_author_old.
create trigger zz_fluxc_posts_author_old
  before insert or update on app.posts
  for each row
  execute function app.zz_fluxc_posts_author_old();

commit;

-- step 5: undoes 19, no transaction, lock_timeout 0, statement_timeout 0
-- done when: select not exists (select from app.user_posts where user_id_old is null and (user_id) is not null)
set lock_timeout = 0;
set statement_timeout = 0;
set search_path = pg_catalog, public;
set standard_conforming_strings = on;

-- Fill the nulls of column app.user_posts.user_id_old, some pages at a time.
do $body$
-- app.user_posts.user_id_old, where it is null
#variable_conflict use_column
<<fluxc>>
declare
  pages constant bigint := 100;
  page bigint := 0;
  last bigint := (
    select pg_catalog.max(pg_catalog.pg_relation_size(part)) / pg_catalog.current_setting('block_size')::bigint
    from (
      select 'app.user_posts'::regclass union all select relid from pg_catalog.pg_partition_tree('app.user_posts')
    ) as parts (part)
  );
begin
  while page <= last loop
    perform pg_catalog.set_config('fluxc.filling', 'app.user_posts.user_id_old', true);
    update app.user_posts set user_id_old = user_id
    where user_id_old is null and (user_id) is not null
      and ctid >= pg_catalog.format('(%s,0)', fluxc.page)::pg_catalog.tid and ctid < pg_catalog.format('(%s,0)', fluxc.page + fluxc.pages)::pg_catalog.tid;
    commit;
    perform pg_catalog.pg_sleep(nullif(pg_catalog.current_setting('fluxc.pause', true), '')::double precision);
    page := page + pages;
  end loop;
end
$body$;

reset standard_conforming_strings;
reset search_path;
reset statement_timeout;
reset lock_timeout;

-- step 6: undoes 18, no transaction, lock_timeout 5s, statement_timeout 1min
-- done when: select case when attnotnull then true when exists (select from pg_catalog.pg_constraint where conrelid = attrelid and conname = 'user_id_old_not_null') then false end from pg_catalog.pg_attribute where attrelid = pg_catalog.to_regclass('app.user_posts') and attname = 'user_id_old'
-- cleanup: set lock_timeout = '5s'; alter table app.user_posts drop constraint user_id_old_not_null; reset lock_timeout
set lock_timeout = '5s';
set statement_timeout = '1min';
set search_path = pg_catalog, public;
set standard_conforming_strings = on;

-- Refuse nulls in column app.user_posts.user_id_old while others read and write the table.
alter table app.user_posts add constraint user_id_old_not_null check (user_id_old is not null) not valid;
set statement_timeout = 0;
alter table app.user_posts validate constraint user_id_old_not_null;
set statement_timeout = '1min';
alter table app.user_posts alter column user_id_old set not null, drop constraint user_id_old_not_null;

reset standard_conforming_strings;
reset search_path;
reset statement_timeout;
reset lock_timeout;

-- step 7: undoes 17, no transaction, lock_timeout 0, statement_timeout 0
-- done when: select not exists (select from app.user_posts where post_id_old is null and (post_id) is not null)
set lock_timeout = 0;
set statement_timeout = 0;
set search_path = pg_catalog, public;
set standard_conforming_strings = on;

-- Fill the nulls of column app.user_posts.post_id_old, some pages at a time.
do $body$
-- app.user_posts.post_id_old, where it is null
#variable_conflict use_column
<<fluxc>>
declare
  pages constant bigint := 100;
  page bigint := 0;
  last bigint := (
    select pg_catalog.max(pg_catalog.pg_relation_size(part)) / pg_catalog.current_setting('block_size')::bigint
    from (
      select 'app.user_posts'::regclass union all select relid from pg_catalog.pg_partition_tree('app.user_posts')
    ) as parts (part)
  );
begin
  while page <= last loop
    perform pg_catalog.set_config('fluxc.filling', 'app.user_posts.post_id_old', true);
    update app.user_posts set post_id_old = post_id
    where post_id_old is null and (post_id) is not null
      and ctid >= pg_catalog.format('(%s,0)', fluxc.page)::pg_catalog.tid and ctid < pg_catalog.format('(%s,0)', fluxc.page + fluxc.pages)::pg_catalog.tid;
    commit;
    perform pg_catalog.pg_sleep(nullif(pg_catalog.current_setting('fluxc.pause', true), '')::double precision);
    page := page + pages;
  end loop;
end
$body$;

reset standard_conforming_strings;
reset search_path;
reset statement_timeout;
reset lock_timeout;

-- step 8: undoes 16, no transaction, lock_timeout 5s, statement_timeout 1min
-- done when: select case when attnotnull then true when exists (select from pg_catalog.pg_constraint where conrelid = attrelid and conname = 'post_id_old_not_null') then false end from pg_catalog.pg_attribute where attrelid = pg_catalog.to_regclass('app.user_posts') and attname = 'post_id_old'
-- cleanup: set lock_timeout = '5s'; alter table app.user_posts drop constraint post_id_old_not_null; reset lock_timeout
set lock_timeout = '5s';
set statement_timeout = '1min';
set search_path = pg_catalog, public;
set standard_conforming_strings = on;

-- Refuse nulls in column app.user_posts.post_id_old while others read and write the table.
alter table app.user_posts add constraint post_id_old_not_null check (post_id_old is not null) not valid;
set statement_timeout = 0;
alter table app.user_posts validate constraint post_id_old_not_null;
set statement_timeout = '1min';
alter table app.user_posts alter column post_id_old set not null, drop constraint post_id_old_not_null;

reset standard_conforming_strings;
reset search_path;
reset statement_timeout;
reset lock_timeout;

-- step 9: undoes 15, no transaction, lock_timeout 0, statement_timeout 0
-- done when: select not exists (select from app.posts where id_old is null and (id) is not null)
set lock_timeout = 0;
set statement_timeout = 0;
set search_path = pg_catalog, public;
set standard_conforming_strings = on;

-- Fill the nulls of column app.posts.id_old, some pages at a time.
do $body$
-- app.posts.id_old, where it is null
#variable_conflict use_column
<<fluxc>>
declare
  pages constant bigint := 100;
  page bigint := 0;
  last bigint := (
    select pg_catalog.max(pg_catalog.pg_relation_size(part)) / pg_catalog.current_setting('block_size')::bigint
    from (
      select 'app.posts'::regclass union all select relid from pg_catalog.pg_partition_tree('app.posts')
    ) as parts (part)
  );
begin
  while page <= last loop
    perform pg_catalog.set_config('fluxc.filling', 'app.posts.id_old', true);
    update app.posts set id_old = id
    where id_old is null and (id) is not null
      and ctid >= pg_catalog.format('(%s,0)', fluxc.page)::pg_catalog.tid and ctid < pg_catalog.format('(%s,0)', fluxc.page + fluxc.pages)::pg_catalog.tid;
    commit;
    perform pg_catalog.pg_sleep(nullif(pg_catalog.current_setting('fluxc.pause', true), '')::double precision);
    page := page + pages;
  end loop;
end
$body$;

reset standard_conforming_strings;
reset search_path;
reset statement_timeout;
reset lock_timeout;

-- step 10: undoes 14, no transaction, lock_timeout 5s, statement_timeout 1min
-- done when: select case when attnotnull then true when exists (select from pg_catalog.pg_constraint where conrelid = attrelid and conname = 'id_old_not_null') then false end from pg_catalog.pg_attribute where attrelid = pg_catalog.to_regclass('app.posts') and attname = 'id_old'
-- cleanup: set lock_timeout = '5s'; alter table app.posts drop constraint id_old_not_null; reset lock_timeout
set lock_timeout = '5s';
set statement_timeout = '1min';
set search_path = pg_catalog, public;
set standard_conforming_strings = on;

-- Refuse nulls in column app.posts.id_old while others read and write the table.
alter table app.posts add constraint id_old_not_null check (id_old is not null) not valid;
set statement_timeout = 0;
alter table app.posts validate constraint id_old_not_null;
set statement_timeout = '1min';
alter table app.posts alter column id_old set not null, drop constraint id_old_not_null;

reset standard_conforming_strings;
reset search_path;
reset statement_timeout;
reset lock_timeout;

-- step 11: undoes 13, no transaction, lock_timeout 0, statement_timeout 0
-- done when: select not exists (select from app.posts where boss_old is null and (boss) is not null)
set lock_timeout = 0;
set statement_timeout = 0;
set search_path = pg_catalog, public;
set standard_conforming_strings = on;

-- Fill the nulls of column app.posts.boss_old, some pages at a time.
do $body$
-- app.posts.boss_old, where it is null
#variable_conflict use_column
<<fluxc>>
declare
  pages constant bigint := 100;
  page bigint := 0;
  last bigint := (
    select pg_catalog.max(pg_catalog.pg_relation_size(part)) / pg_catalog.current_setting('block_size')::bigint
    from (
      select 'app.posts'::regclass union all select relid from pg_catalog.pg_partition_tree('app.posts')
    ) as parts (part)
  );
begin
  while page <= last loop
    perform pg_catalog.set_config('fluxc.filling', 'app.posts.boss_old', true);
    update app.posts set boss_old = boss
    where boss_old is null and (boss) is not null
      and ctid >= pg_catalog.format('(%s,0)', fluxc.page)::pg_catalog.tid and ctid < pg_catalog.format('(%s,0)', fluxc.page + fluxc.pages)::pg_catalog.tid;
    commit;
    perform pg_catalog.pg_sleep(nullif(pg_catalog.current_setting('fluxc.pause', true), '')::double precision);
    page := page + pages;
  end loop;
end
$body$;

reset standard_conforming_strings;
reset search_path;
reset statement_timeout;
reset lock_timeout;

-- step 12: undoes 12, no transaction, lock_timeout 0, statement_timeout 0
-- done when: select not exists (select from app.posts where author_old is null and (author) is not null)
set lock_timeout = 0;
set statement_timeout = 0;
set search_path = pg_catalog, public;
set standard_conforming_strings = on;

-- Fill the nulls of column app.posts.author_old, some pages at a time.
do $body$
-- app.posts.author_old, where it is null
#variable_conflict use_column
<<fluxc>>
declare
  pages constant bigint := 100;
  page bigint := 0;
  last bigint := (
    select pg_catalog.max(pg_catalog.pg_relation_size(part)) / pg_catalog.current_setting('block_size')::bigint
    from (
      select 'app.posts'::regclass union all select relid from pg_catalog.pg_partition_tree('app.posts')
    ) as parts (part)
  );
begin
  while page <= last loop
    perform pg_catalog.set_config('fluxc.filling', 'app.posts.author_old', true);
    update app.posts set author_old = author
    where author_old is null and (author) is not null
      and ctid >= pg_catalog.format('(%s,0)', fluxc.page)::pg_catalog.tid and ctid < pg_catalog.format('(%s,0)', fluxc.page + fluxc.pages)::pg_catalog.tid;
    commit;
    perform pg_catalog.pg_sleep(nullif(pg_catalog.current_setting('fluxc.pause', true), '')::double precision);
    page := page + pages;
  end loop;
end
$body$;

reset standard_conforming_strings;
reset search_path;
reset statement_timeout;
reset lock_timeout;

-- step 13: undoes 11, no transaction, lock_timeout 5s, statement_timeout 1min
-- done when: select case when attnotnull then true when exists (select from pg_catalog.pg_constraint where conrelid = attrelid and conname = 'author_old_not_null') then false end from pg_catalog.pg_attribute where attrelid = pg_catalog.to_regclass('app.posts') and attname = 'author_old'
-- cleanup: set lock_timeout = '5s'; alter table app.posts drop constraint author_old_not_null; reset lock_timeout
set lock_timeout = '5s';
set statement_timeout = '1min';
set search_path = pg_catalog, public;
set standard_conforming_strings = on;

-- Refuse nulls in column app.posts.author_old while others read and write the table.
alter table app.posts add constraint author_old_not_null check (author_old is not null) not valid;
set statement_timeout = 0;
alter table app.posts validate constraint author_old_not_null;
set statement_timeout = '1min';
alter table app.posts alter column author_old set not null, drop constraint author_old_not_null;

reset standard_conforming_strings;
reset search_path;
reset statement_timeout;
reset lock_timeout;

-- step 14: undoes 10, no transaction, lock_timeout 0, statement_timeout 0
-- done when: select not exists (select from app.users where score_old is null and (score) is not null)
set lock_timeout = 0;
set statement_timeout = 0;
set search_path = pg_catalog, public;
set standard_conforming_strings = on;

-- Fill the nulls of column app.users.score_old, some pages at a time.
do $body$
-- app.users.score_old, where it is null
#variable_conflict use_column
<<fluxc>>
declare
  pages constant bigint := 100;
  page bigint := 0;
  last bigint := (
    select pg_catalog.max(pg_catalog.pg_relation_size(part)) / pg_catalog.current_setting('block_size')::bigint
    from (
      select 'app.users'::regclass union all select relid from pg_catalog.pg_partition_tree('app.users')
    ) as parts (part)
  );
begin
  while page <= last loop
    perform pg_catalog.set_config('fluxc.filling', 'app.users.score_old', true);
    update app.users set score_old = score
    where score_old is null and (score) is not null
      and ctid >= pg_catalog.format('(%s,0)', fluxc.page)::pg_catalog.tid and ctid < pg_catalog.format('(%s,0)', fluxc.page + fluxc.pages)::pg_catalog.tid;
    commit;
    perform pg_catalog.pg_sleep(nullif(pg_catalog.current_setting('fluxc.pause', true), '')::double precision);
    page := page + pages;
  end loop;
end
$body$;

reset standard_conforming_strings;
reset search_path;
reset statement_timeout;
reset lock_timeout;

-- step 15: undoes 9, no transaction, lock_timeout 0, statement_timeout 0
-- done when: select not exists (select from app.users where id_old is null and (id) is not null)
set lock_timeout = 0;
set statement_timeout = 0;
set search_path = pg_catalog, public;
set standard_conforming_strings = on;

-- Fill the nulls of column app.users.id_old, some pages at a time.
do $body$
-- app.users.id_old, where it is null
#variable_conflict use_column
<<fluxc>>
declare
  pages constant bigint := 100;
  page bigint := 0;
  last bigint := (
    select pg_catalog.max(pg_catalog.pg_relation_size(part)) / pg_catalog.current_setting('block_size')::bigint
    from (
      select 'app.users'::regclass union all select relid from pg_catalog.pg_partition_tree('app.users')
    ) as parts (part)
  );
begin
  while page <= last loop
    perform pg_catalog.set_config('fluxc.filling', 'app.users.id_old', true);
    update app.users set id_old = id
    where id_old is null and (id) is not null
      and ctid >= pg_catalog.format('(%s,0)', fluxc.page)::pg_catalog.tid and ctid < pg_catalog.format('(%s,0)', fluxc.page + fluxc.pages)::pg_catalog.tid;
    commit;
    perform pg_catalog.pg_sleep(nullif(pg_catalog.current_setting('fluxc.pause', true), '')::double precision);
    page := page + pages;
  end loop;
end
$body$;

reset standard_conforming_strings;
reset search_path;
reset statement_timeout;
reset lock_timeout;

-- step 16: undoes 8, no transaction, lock_timeout 5s, statement_timeout 1min
-- done when: select case when attnotnull then true when exists (select from pg_catalog.pg_constraint where conrelid = attrelid and conname = 'id_old_not_null') then false end from pg_catalog.pg_attribute where attrelid = pg_catalog.to_regclass('app.users') and attname = 'id_old'
-- cleanup: set lock_timeout = '5s'; alter table app.users drop constraint id_old_not_null; reset lock_timeout
set lock_timeout = '5s';
set statement_timeout = '1min';
set search_path = pg_catalog, public;
set standard_conforming_strings = on;

-- Refuse nulls in column app.users.id_old while others read and write the table.
alter table app.users add constraint id_old_not_null check (id_old is not null) not valid;
set statement_timeout = 0;
alter table app.users validate constraint id_old_not_null;
set statement_timeout = '1min';
alter table app.users alter column id_old set not null, drop constraint id_old_not_null;

reset standard_conforming_strings;
reset search_path;
reset statement_timeout;
reset lock_timeout;

-- step 17: undoes 7, no transaction, lock_timeout 0, statement_timeout 0
-- done when: select indisvalid from pg_catalog.pg_index where indexrelid = pg_catalog.to_regclass('app.users_score_name_idx_old') and indrelid = pg_catalog.to_regclass('app.users')
-- cleanup: drop index concurrently app.users_score_name_idx_old
set lock_timeout = 0;
set statement_timeout = 0;
set search_path = pg_catalog, public;
set standard_conforming_strings = on;

-- Create index app.users_score_name_idx_old while others read and write the table.
create index concurrently users_score_name_idx_old on app.users (score_old, name);

reset standard_conforming_strings;
reset search_path;
reset statement_timeout;
reset lock_timeout;

-- step 18: undoes 6, no transaction, lock_timeout 0, statement_timeout 0
-- done when: select indisvalid from pg_catalog.pg_index where indexrelid = pg_catalog.to_regclass('app.users_pkey_old') and indrelid = pg_catalog.to_regclass('app.users')
-- cleanup: drop index concurrently app.users_pkey_old
set lock_timeout = 0;
set statement_timeout = 0;
set search_path = pg_catalog, public;
set standard_conforming_strings = on;

-- Create index app.users_pkey_old while others read and write the table.
create unique index concurrently users_pkey_old on app.users (id_old);

reset standard_conforming_strings;
reset search_path;
reset statement_timeout;
reset lock_timeout;

-- step 19: undoes 5, no transaction, lock_timeout 0, statement_timeout 0
-- done when: select indisvalid from pg_catalog.pg_index where indexrelid = pg_catalog.to_regclass('app.user_posts_post_id_idx_old') and indrelid = pg_catalog.to_regclass('app.user_posts')
-- cleanup: drop index concurrently app.user_posts_post_id_idx_old
set lock_timeout = 0;
set statement_timeout = 0;
set search_path = pg_catalog, public;
set standard_conforming_strings = on;

-- Create index app.user_posts_post_id_idx_old while others read and write the table.
create index concurrently user_posts_post_id_idx_old on app.user_posts (post_id_old);

reset standard_conforming_strings;
reset search_path;
reset statement_timeout;
reset lock_timeout;

-- step 20: undoes 4, no transaction, lock_timeout 0, statement_timeout 0
-- done when: select indisvalid from pg_catalog.pg_index where indexrelid = pg_catalog.to_regclass('app.user_posts_pkey_old') and indrelid = pg_catalog.to_regclass('app.user_posts')
-- cleanup: drop index concurrently app.user_posts_pkey_old
set lock_timeout = 0;
set statement_timeout = 0;
set search_path = pg_catalog, public;
set standard_conforming_strings = on;

-- Create index app.user_posts_pkey_old while others read and write the table.
create unique index concurrently user_posts_pkey_old on app.user_posts (user_id_old, post_id_old);

reset standard_conforming_strings;
reset search_path;
reset statement_timeout;
reset lock_timeout;

-- step 21: undoes 3, no transaction, lock_timeout 0, statement_timeout 0
-- done when: select indisvalid from pg_catalog.pg_index where indexrelid = pg_catalog.to_regclass('app.posts_pkey_old') and indrelid = pg_catalog.to_regclass('app.posts')
-- cleanup: drop index concurrently app.posts_pkey_old
set lock_timeout = 0;
set statement_timeout = 0;
set search_path = pg_catalog, public;
set standard_conforming_strings = on;

-- Create index app.posts_pkey_old while others read and write the table.
create unique index concurrently posts_pkey_old on app.posts (id_old);

reset standard_conforming_strings;
reset search_path;
reset statement_timeout;
reset lock_timeout;

-- step 22: undoes 2, no transaction, lock_timeout 0, statement_timeout 0
-- done when: select indisvalid from pg_catalog.pg_index where indexrelid = pg_catalog.to_regclass('app.posts_boss_idx_old') and indrelid = pg_catalog.to_regclass('app.posts')
-- cleanup: drop index concurrently app.posts_boss_idx_old
set lock_timeout = 0;
set statement_timeout = 0;
set search_path = pg_catalog, public;
set standard_conforming_strings = on;

-- Create index app.posts_boss_idx_old while others read and write the table.
create index concurrently posts_boss_idx_old on app.posts (boss_old);

reset standard_conforming_strings;
reset search_path;
reset statement_timeout;
reset lock_timeout;

-- step 23: undoes 1, no transaction, lock_timeout 0, statement_timeout 0
-- done when: select indisvalid from pg_catalog.pg_index where indexrelid = pg_catalog.to_regclass('app.posts_author_idx_old') and indrelid = pg_catalog.to_regclass('app.posts')
-- cleanup: drop index concurrently app.posts_author_idx_old
set lock_timeout = 0;
set statement_timeout = 0;
set search_path = pg_catalog, public;
set standard_conforming_strings = on;

-- Create index app.posts_author_idx_old while others read and write the table.
create index concurrently posts_author_idx_old on app.posts (author_old);

reset standard_conforming_strings;
reset search_path;
reset statement_timeout;
reset lock_timeout;

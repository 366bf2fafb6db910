-- phase: expand
-- hazard: needs-backfill app.users.id_new
-- hazard: needs-backfill app.users.score_new
-- hazard: needs-backfill app.posts.author_new
-- hazard: needs-backfill app.posts.boss_new
-- hazard: needs-backfill app.posts.id_new
-- hazard: needs-backfill app.user_posts.post_id_new
-- hazard: needs-backfill app.user_posts.user_id_new
-- hazard: scans-table app.posts
-- hazard: builds-index app.posts.posts_author_idx_new
-- hazard: builds-index app.posts.posts_boss_idx_new
-- hazard: builds-index app.posts.posts_pkey_new
-- hazard: builds-index app.posts.posts_pkey_old
-- hazard: scans-table app.user_posts
-- hazard: builds-index app.user_posts.user_posts_pkey_new
-- hazard: builds-index app.user_posts.user_posts_pkey_old
-- hazard: builds-index app.user_posts.user_posts_post_id_idx_new
-- hazard: scans-table app.users.id_new
-- hazard: builds-index app.users.users_pkey_new
-- hazard: builds-index app.users.users_pkey_old
-- hazard: builds-index app.users.users_score_name_idx_new
-- hazard: scans-table app.users.score_new
-- hazard: scans-table app.posts.author_new
-- hazard: scans-table app.posts.boss_new
-- hazard: scans-table app.posts.id_new
-- hazard: scans-table app.user_posts.post_id_new
-- hazard: scans-table app.user_posts.user_id_new
-- hazard: scans-table app.users.positive
-- hazard: scans-table app.posts.posts_author_fkey
-- hazard: scans-table app.posts.posts_boss_fkey
-- hazard: scans-table app.user_posts.user_posts_user_id_fkey
-- hazard: scans-table app.user_posts.user_posts_post_id_fkey

-- step 1: transaction, lock_timeout 5s, statement_timeout 0
begin;
set local lock_timeout = '5s';
set local statement_timeout = 0;
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;
set local check_function_bodies = off;

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

commit;

-- step 2: transaction, lock_timeout 5s, statement_timeout 1min
begin;
set local lock_timeout = '5s';
set local statement_timeout = '1min';
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Add column app.posts.author_new.
alter table app.posts add column author_new bigint;

-- Add column app.posts.boss_new.
alter table app.posts add column boss_new bigint;

-- Add column app.posts.id_new.
alter table app.posts add column id_new bigint;

-- Create trigger app.posts.zz_fluxc_posts_author_new.
create trigger zz_fluxc_posts_author_new
  before insert or update on app.posts
  for each row
  execute function app.zz_fluxc_posts_author_new();

-- Create trigger app.posts.zz_fluxc_posts_boss_new.
create trigger zz_fluxc_posts_boss_new
  before insert or update on app.posts
  for each row
  execute function app.zz_fluxc_posts_boss_new();

-- Create trigger app.posts.zz_fluxc_posts_id_new.
create trigger zz_fluxc_posts_id_new
  before insert or update on app.posts
  for each row
  execute function app.zz_fluxc_posts_id_new();

commit;

-- step 3: transaction, lock_timeout 5s, statement_timeout 1min
begin;
set local lock_timeout = '5s';
set local statement_timeout = '1min';
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Add column app.user_posts.post_id_new.
alter table app.user_posts add column post_id_new bigint;

-- Add column app.user_posts.user_id_new.
alter table app.user_posts add column user_id_new bigint;

-- Create trigger app.user_posts.zz_fluxc_user_posts_post_id_new.
create trigger zz_fluxc_user_posts_post_id_new
  before insert or update on app.user_posts
  for each row
  execute function app.zz_fluxc_user_posts_post_id_new();

-- Create trigger app.user_posts.zz_fluxc_user_posts_user_id_new.
create trigger zz_fluxc_user_posts_user_id_new
  before insert or update on app.user_posts
  for each row
  execute function app.zz_fluxc_user_posts_user_id_new();

commit;

-- step 4: transaction, lock_timeout 5s, statement_timeout 1min
begin;
set local lock_timeout = '5s';
set local statement_timeout = '1min';
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Add column app.users.id_new.
alter table app.users add column id_new bigint;

-- Add column app.users.score_new.
alter table app.users add column score_new bigint;

-- Create trigger app.users.zz_fluxc_users_id_new.
create trigger zz_fluxc_users_id_new
  before insert or update on app.users
  for each row
  execute function app.zz_fluxc_users_id_new();

-- Create trigger app.users.zz_fluxc_users_score_new.
create trigger zz_fluxc_users_score_new
  before insert or update on app.users
  for each row
  execute function app.zz_fluxc_users_score_new();

commit;

-- step 5: no transaction, lock_timeout 0, statement_timeout 0
-- done when: select not exists (select from app.users where id_new is null and (id) is not null)
set lock_timeout = 0;
set statement_timeout = 0;
set search_path = pg_catalog, public;
set standard_conforming_strings = on;

-- Fill the nulls of column app.users.id_new, some pages at a time.
do $body$
-- app.users.id_new, where it is null
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
    perform pg_catalog.set_config('fluxc.filling', 'app.users.id_new', true);
    update app.users set id_new = id
    where id_new is null and (id) is not null
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

-- step 6: no transaction, lock_timeout 0, statement_timeout 0
-- done when: select not exists (select from app.users where score_new is null and (score) is not null)
set lock_timeout = 0;
set statement_timeout = 0;
set search_path = pg_catalog, public;
set standard_conforming_strings = on;

-- Fill the nulls of column app.users.score_new, some pages at a time.
do $body$
-- app.users.score_new, where it is null
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
    perform pg_catalog.set_config('fluxc.filling', 'app.users.score_new', true);
    update app.users set score_new = score
    where score_new is null and (score) is not null
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

-- step 7: no transaction, lock_timeout 0, statement_timeout 0
-- done when: select not exists (select from app.posts where author_new is null and (author) is not null)
set lock_timeout = 0;
set statement_timeout = 0;
set search_path = pg_catalog, public;
set standard_conforming_strings = on;

-- Fill the nulls of column app.posts.author_new, some pages at a time.
do $body$
-- app.posts.author_new, where it is null
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
    perform pg_catalog.set_config('fluxc.filling', 'app.posts.author_new', true);
    update app.posts set author_new = author
    where author_new is null and (author) is not null
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

-- step 8: no transaction, lock_timeout 0, statement_timeout 0
-- done when: select not exists (select from app.posts where boss_new is null and (boss) is not null)
set lock_timeout = 0;
set statement_timeout = 0;
set search_path = pg_catalog, public;
set standard_conforming_strings = on;

-- Fill the nulls of column app.posts.boss_new, some pages at a time.
do $body$
-- app.posts.boss_new, where it is null
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
    perform pg_catalog.set_config('fluxc.filling', 'app.posts.boss_new', true);
    update app.posts set boss_new = boss
    where boss_new is null and (boss) is not null
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

-- step 9: no transaction, lock_timeout 0, statement_timeout 0
-- done when: select not exists (select from app.posts where id_new is null and (id) is not null)
set lock_timeout = 0;
set statement_timeout = 0;
set search_path = pg_catalog, public;
set standard_conforming_strings = on;

-- Fill the nulls of column app.posts.id_new, some pages at a time.
do $body$
-- app.posts.id_new, where it is null
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
    perform pg_catalog.set_config('fluxc.filling', 'app.posts.id_new', true);
    update app.posts set id_new = id
    where id_new is null and (id) is not null
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

-- step 10: no transaction, lock_timeout 0, statement_timeout 0
-- done when: select not exists (select from app.user_posts where post_id_new is null and (post_id) is not null)
set lock_timeout = 0;
set statement_timeout = 0;
set search_path = pg_catalog, public;
set standard_conforming_strings = on;

-- Fill the nulls of column app.user_posts.post_id_new, some pages at a time.
do $body$
-- app.user_posts.post_id_new, where it is null
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
    perform pg_catalog.set_config('fluxc.filling', 'app.user_posts.post_id_new', true);
    update app.user_posts set post_id_new = post_id
    where post_id_new is null and (post_id) is not null
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

-- step 11: no transaction, lock_timeout 0, statement_timeout 0
-- done when: select not exists (select from app.user_posts where user_id_new is null and (user_id) is not null)
set lock_timeout = 0;
set statement_timeout = 0;
set search_path = pg_catalog, public;
set standard_conforming_strings = on;

-- Fill the nulls of column app.user_posts.user_id_new, some pages at a time.
do $body$
-- app.user_posts.user_id_new, where it is null
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
    perform pg_catalog.set_config('fluxc.filling', 'app.user_posts.user_id_new', true);
    update app.user_posts set user_id_new = user_id
    where user_id_new is null and (user_id) is not null
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

-- step 12: transaction, lock_timeout 5s, statement_timeout 1min
begin;
set local lock_timeout = '5s';
set local statement_timeout = '1min';
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Refuse nulls in column app.posts.author_new, of rows to come.
alter table app.posts add constraint author_new_not_null check (author_new is not null) not valid;

-- Refuse nulls in column app.posts.id_new, of rows to come.
alter table app.posts add constraint id_new_not_null check (id_new is not null) not valid;

commit;

-- step 13: transaction, lock_timeout 5s, statement_timeout 0
begin;
set local lock_timeout = '5s';
set local statement_timeout = 0;
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Check the rows of table app.posts: author_new_not_null, id_new_not_null.
alter table app.posts validate constraint author_new_not_null, validate constraint id_new_not_null;

commit;

-- step 14: no transaction, lock_timeout 0, statement_timeout 0
-- done when: select indisvalid from pg_catalog.pg_index where indexrelid = pg_catalog.to_regclass('app.posts_author_idx_new') and indrelid = pg_catalog.to_regclass('app.posts')
-- cleanup: drop index concurrently app.posts_author_idx_new
set lock_timeout = 0;
set statement_timeout = 0;
set search_path = pg_catalog, public;
set standard_conforming_strings = on;

-- Create index app.posts_author_idx_new while others read and write the table.
create index concurrently posts_author_idx_new on app.posts (author_new);

reset standard_conforming_strings;
reset search_path;
reset statement_timeout;
reset lock_timeout;

-- step 15: no transaction, lock_timeout 0, statement_timeout 0
-- done when: select indisvalid from pg_catalog.pg_index where indexrelid = pg_catalog.to_regclass('app.posts_boss_idx_new') and indrelid = pg_catalog.to_regclass('app.posts')
-- cleanup: drop index concurrently app.posts_boss_idx_new
set lock_timeout = 0;
set statement_timeout = 0;
set search_path = pg_catalog, public;
set standard_conforming_strings = on;

-- Create index app.posts_boss_idx_new while others read and write the table.
create index concurrently posts_boss_idx_new on app.posts (boss_new);

reset standard_conforming_strings;
reset search_path;
reset statement_timeout;
reset lock_timeout;

-- step 16: no transaction, lock_timeout 0, statement_timeout 0
-- done when: select indisvalid from pg_catalog.pg_index where indexrelid = pg_catalog.to_regclass('app.posts_pkey_new') and indrelid = pg_catalog.to_regclass('app.posts')
-- cleanup: drop index concurrently app.posts_pkey_new
set lock_timeout = 0;
set statement_timeout = 0;
set search_path = pg_catalog, public;
set standard_conforming_strings = on;

-- Create index app.posts_pkey_new while others read and write the table.
create unique index concurrently posts_pkey_new on app.posts (id_new);

reset standard_conforming_strings;
reset search_path;
reset statement_timeout;
reset lock_timeout;

-- step 17: no transaction, lock_timeout 0, statement_timeout 0
-- done when: select indisvalid from pg_catalog.pg_index where indexrelid = pg_catalog.to_regclass('app.posts_pkey_old') and indrelid = pg_catalog.to_regclass('app.posts')
-- cleanup: drop index concurrently app.posts_pkey_old
set lock_timeout = 0;
set statement_timeout = 0;
set search_path = pg_catalog, public;
set standard_conforming_strings = on;

-- Create index app.posts_pkey_old while others read and write the table.
create unique index concurrently posts_pkey_old on app.posts (id);

reset standard_conforming_strings;
reset search_path;
reset statement_timeout;
reset lock_timeout;

-- step 18: transaction, lock_timeout 5s, statement_timeout 1min
begin;
set local lock_timeout = '5s';
set local statement_timeout = '1min';
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Refuse nulls in column app.posts.author_new.
alter table app.posts alter column author_new set not null;
alter table app.posts drop constraint author_new_not_null;

-- Refuse nulls in column app.posts.id_new.
alter table app.posts alter column id_new set not null;
alter table app.posts drop constraint id_new_not_null;

commit;

-- step 19: transaction, lock_timeout 5s, statement_timeout 1min
begin;
set local lock_timeout = '5s';
set local statement_timeout = '1min';
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Refuse nulls in column app.user_posts.post_id_new, of rows to come.
alter table app.user_posts add constraint post_id_new_not_null check (post_id_new is not null) not valid;

-- Refuse nulls in column app.user_posts.user_id_new, of rows to come.
alter table app.user_posts add constraint user_id_new_not_null check (user_id_new is not null) not valid;

commit;

-- step 20: transaction, lock_timeout 5s, statement_timeout 0
begin;
set local lock_timeout = '5s';
set local statement_timeout = 0;
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Check the rows of table app.user_posts: post_id_new_not_null, user_id_new_not_null.
alter table app.user_posts validate constraint post_id_new_not_null, validate constraint user_id_new_not_null;

commit;

-- step 21: no transaction, lock_timeout 0, statement_timeout 0
-- done when: select indisvalid from pg_catalog.pg_index where indexrelid = pg_catalog.to_regclass('app.user_posts_pkey_new') and indrelid = pg_catalog.to_regclass('app.user_posts')
-- cleanup: drop index concurrently app.user_posts_pkey_new
set lock_timeout = 0;
set statement_timeout = 0;
set search_path = pg_catalog, public;
set standard_conforming_strings = on;

-- Create index app.user_posts_pkey_new while others read and write the table.
create unique index concurrently user_posts_pkey_new on app.user_posts (user_id_new, post_id_new);

reset standard_conforming_strings;
reset search_path;
reset statement_timeout;
reset lock_timeout;

-- step 22: no transaction, lock_timeout 0, statement_timeout 0
-- done when: select indisvalid from pg_catalog.pg_index where indexrelid = pg_catalog.to_regclass('app.user_posts_pkey_old') and indrelid = pg_catalog.to_regclass('app.user_posts')
-- cleanup: drop index concurrently app.user_posts_pkey_old
set lock_timeout = 0;
set statement_timeout = 0;
set search_path = pg_catalog, public;
set standard_conforming_strings = on;

-- Create index app.user_posts_pkey_old while others read and write the table.
create unique index concurrently user_posts_pkey_old on app.user_posts (user_id, post_id);

reset standard_conforming_strings;
reset search_path;
reset statement_timeout;
reset lock_timeout;

-- step 23: no transaction, lock_timeout 0, statement_timeout 0
-- done when: select indisvalid from pg_catalog.pg_index where indexrelid = pg_catalog.to_regclass('app.user_posts_post_id_idx_new') and indrelid = pg_catalog.to_regclass('app.user_posts')
-- cleanup: drop index concurrently app.user_posts_post_id_idx_new
set lock_timeout = 0;
set statement_timeout = 0;
set search_path = pg_catalog, public;
set standard_conforming_strings = on;

-- Create index app.user_posts_post_id_idx_new while others read and write the table.
create index concurrently user_posts_post_id_idx_new on app.user_posts (post_id_new);

reset standard_conforming_strings;
reset search_path;
reset statement_timeout;
reset lock_timeout;

-- step 24: transaction, lock_timeout 5s, statement_timeout 1min
begin;
set local lock_timeout = '5s';
set local statement_timeout = '1min';
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Refuse nulls in column app.user_posts.post_id_new.
alter table app.user_posts alter column post_id_new set not null;
alter table app.user_posts drop constraint post_id_new_not_null;

-- Refuse nulls in column app.user_posts.user_id_new.
alter table app.user_posts alter column user_id_new set not null;
alter table app.user_posts drop constraint user_id_new_not_null;

commit;

-- step 25: transaction, lock_timeout 5s, statement_timeout 1min
begin;
set local lock_timeout = '5s';
set local statement_timeout = '1min';
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Refuse nulls in column app.users.id_new, of rows to come.
alter table app.users add constraint id_new_not_null check (id_new is not null) not valid;

commit;

-- step 26: transaction, lock_timeout 5s, statement_timeout 0
begin;
set local lock_timeout = '5s';
set local statement_timeout = 0;
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Check that no row has a null in column app.users.id_new.
alter table app.users validate constraint id_new_not_null;

commit;

-- step 27: no transaction, lock_timeout 0, statement_timeout 0
-- done when: select indisvalid from pg_catalog.pg_index where indexrelid = pg_catalog.to_regclass('app.users_pkey_new') and indrelid = pg_catalog.to_regclass('app.users')
-- cleanup: drop index concurrently app.users_pkey_new
set lock_timeout = 0;
set statement_timeout = 0;
set search_path = pg_catalog, public;
set standard_conforming_strings = on;

-- Create index app.users_pkey_new while others read and write the table.
create unique index concurrently users_pkey_new on app.users (id_new);

reset standard_conforming_strings;
reset search_path;
reset statement_timeout;
reset lock_timeout;

-- step 28: no transaction, lock_timeout 0, statement_timeout 0
-- done when: select indisvalid from pg_catalog.pg_index where indexrelid = pg_catalog.to_regclass('app.users_pkey_old') and indrelid = pg_catalog.to_regclass('app.users')
-- cleanup: drop index concurrently app.users_pkey_old
set lock_timeout = 0;
set statement_timeout = 0;
set search_path = pg_catalog, public;
set standard_conforming_strings = on;

-- Create index app.users_pkey_old while others read and write the table.
create unique index concurrently users_pkey_old on app.users (id);

reset standard_conforming_strings;
reset search_path;
reset statement_timeout;
reset lock_timeout;

-- step 29: no transaction, lock_timeout 0, statement_timeout 0
-- done when: select indisvalid from pg_catalog.pg_index where indexrelid = pg_catalog.to_regclass('app.users_score_name_idx_new') and indrelid = pg_catalog.to_regclass('app.users')
-- cleanup: drop index concurrently app.users_score_name_idx_new
set lock_timeout = 0;
set statement_timeout = 0;
set search_path = pg_catalog, public;
set standard_conforming_strings = on;

-- Create index app.users_score_name_idx_new while others read and write the table.
create index concurrently users_score_name_idx_new on app.users (score_new, name);

reset standard_conforming_strings;
reset search_path;
reset statement_timeout;
reset lock_timeout;

-- step 30: transaction, lock_timeout 5s, statement_timeout 1min
begin;
set local lock_timeout = '5s';
set local statement_timeout = '1min';
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Refuse nulls in column app.users.id_new.
alter table app.users alter column id_new set not null;
alter table app.users drop constraint id_new_not_null;

commit;

-- step 31: transaction, lock_timeout 5s, statement_timeout 0
begin;
set local lock_timeout = '5s';
set local statement_timeout = 0;
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Check that column app.users.id_new is in step in every row.
do $body$
#variable_conflict use_column
begin
  if exists (select from app.users where id_new::text is distinct from (id::bigint)::text collate "C") then
    raise exception using
      errcode = 'object_not_in_prerequisite_state',
      message = 'column app.users.id_new is not in step with id::bigint in every row',
      hint = 'Find out who disabled its trigger, and set the rows right.';
  end if;
end
$body$;

commit;

-- step 32: transaction, lock_timeout 5s, statement_timeout 0
begin;
set local lock_timeout = '5s';
set local statement_timeout = 0;
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Check that column app.users.score_new is in step in every row.
do $body$
#variable_conflict use_column
begin
  if exists (select from app.users where score_new::text is distinct from (score::bigint)::text collate "C") then
    raise exception using
      errcode = 'object_not_in_prerequisite_state',
      message = 'column app.users.score_new is not in step with score::bigint in every row',
      hint = 'Find out who disabled its trigger, and set the rows right.';
  end if;
end
$body$;

commit;

-- step 33: transaction, lock_timeout 5s, statement_timeout 0
begin;
set local lock_timeout = '5s';
set local statement_timeout = 0;
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;
set local check_function_bodies = off;

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

commit;

-- step 34: transaction, lock_timeout 5s, statement_timeout 1min
begin;
set local lock_timeout = '5s';
set local statement_timeout = '1min';
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Drop view app.names.
drop view app.names;

-- Put columns of other types into the places of app.users.id (integer to bigint), app.users.score (integer to bigint).
alter table app.users drop constraint positive;
alter table app.posts drop constraint posts_author_fkey;
alter table app.posts drop constraint posts_boss_fkey;
alter table app.user_posts drop constraint user_posts_user_id_fkey;
drop trigger zz_fluxc_users_id_new on app.users;
drop trigger zz_fluxc_users_score_new on app.users;
alter table app.users drop constraint users_pkey;
alter table app.users rename column id to id_old;
alter table app.users rename column id_new to id;
alter table app.users rename column score to score_old;
alter table app.users rename column score_new to score;
-- PostgreSQL 18 and later name not-null constraints
do $body$
declare
  found record;
begin
  for found in
    select constrained.conname as old, renamed.new
    from pg_constraint as constrained
    join (values ('users_id_not_null', 'users_id_old_not_null')) as renamed (old, new) on constrained.conname = renamed.old
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
    join (values ('users_id_new_not_null', 'users_id_not_null')) as renamed (old, new) on constrained.conname = renamed.old
    where constrained.conrelid = 'app.users'::regclass and constrained.contype = 'n'
  loop
    execute format('alter table %s rename constraint %I to %I', 'app.users', found.old, found.new);
  end loop;
end
$body$;
alter index app.users_score_name_idx rename to users_score_name_idx_old;
alter index app.users_score_name_idx_new rename to users_score_name_idx;
alter table app.users add constraint users_pkey primary key using index users_pkey_new;
do $body$
declare
  stands bigint;
  called boolean;
begin
  select last_value, is_called into stands, called from app.users_id_seq;
  alter table app.users alter column id_old drop identity;
  alter table app.users alter column id add generated always as identity;
  perform pg_catalog.setval('app.users_id_seq', stands, called);
end
$body$;
alter table app.users alter column score_old drop default;
alter table app.users alter column score set default 7;
alter table app.users add constraint positive check (score > 0) not valid;
alter table app.posts add constraint posts_author_fkey foreign key (author) references app.users (id) not valid;
alter table app.posts add constraint posts_boss_fkey foreign key (boss) references app.users (id) not valid;
alter table app.user_posts add constraint user_posts_user_id_fkey foreign key (user_id) references app.users (id) not valid;
create trigger zz_fluxc_users_id_old
  before insert or update on app.users
  for each row
  execute function app.zz_fluxc_users_id_old();
create trigger zz_fluxc_users_score_old
  before insert or update on app.users
  for each row
  execute function app.zz_fluxc_users_score_old();

-- Create view app.names.
set local search_path = pg_catalog, app, public;
create view app.names as
select id, name from app.users;
set local search_path = pg_catalog, public;

commit;

-- step 35: transaction, lock_timeout 5s, statement_timeout 0
begin;
set local lock_timeout = '5s';
set local statement_timeout = 0;
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Drop function app.zz_fluxc_users_id_new().
drop function app.zz_fluxc_users_id_new();

-- Drop function app.zz_fluxc_users_score_new().
drop function app.zz_fluxc_users_score_new();

commit;

-- step 36: transaction, lock_timeout 5s, statement_timeout 0
begin;
set local lock_timeout = '5s';
set local statement_timeout = 0;
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Check that column app.posts.author_new is in step in every row.
do $body$
#variable_conflict use_column
begin
  if exists (select from app.posts where author_new::text is distinct from (author::bigint)::text collate "C") then
    raise exception using
      errcode = 'object_not_in_prerequisite_state',
      message = 'column app.posts.author_new is not in step with author::bigint in every row',
      hint = 'Find out who disabled its trigger, and set the rows right.';
  end if;
end
$body$;

commit;

-- step 37: transaction, lock_timeout 5s, statement_timeout 0
begin;
set local lock_timeout = '5s';
set local statement_timeout = 0;
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Check that column app.posts.boss_new is in step in every row.
do $body$
#variable_conflict use_column
begin
  if exists (select from app.posts where boss_new::text is distinct from (boss::bigint)::text collate "C") then
    raise exception using
      errcode = 'object_not_in_prerequisite_state',
      message = 'column app.posts.boss_new is not in step with boss::bigint in every row',
      hint = 'Find out who disabled its trigger, and set the rows right.';
  end if;
end
$body$;

commit;

-- step 38: transaction, lock_timeout 5s, statement_timeout 0
begin;
set local lock_timeout = '5s';
set local statement_timeout = 0;
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Check that column app.posts.id_new is in step in every row.
do $body$
#variable_conflict use_column
begin
  if exists (select from app.posts where id_new::text is distinct from (id::bigint)::text collate "C") then
    raise exception using
      errcode = 'object_not_in_prerequisite_state',
      message = 'column app.posts.id_new is not in step with id::bigint in every row',
      hint = 'Find out who disabled its trigger, and set the rows right.';
  end if;
end
$body$;

commit;

-- step 39: transaction, lock_timeout 5s, statement_timeout 0
begin;
set local lock_timeout = '5s';
set local statement_timeout = 0;
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;
set local check_function_bodies = off;

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

commit;

-- step 40: transaction, lock_timeout 5s, statement_timeout 1min
begin;
set local lock_timeout = '5s';
set local statement_timeout = '1min';
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Put columns of other types into the places of app.posts.author (integer to bigint), app.posts.boss (integer to bigint), app.posts.id (integer to bigint).
alter table app.posts drop constraint posts_author_fkey;
alter table app.posts drop constraint posts_boss_fkey;
alter table app.user_posts drop constraint user_posts_post_id_fkey;
drop trigger zz_fluxc_posts_author_new on app.posts;
drop trigger zz_fluxc_posts_boss_new on app.posts;
drop trigger zz_fluxc_posts_id_new on app.posts;
alter table app.posts drop constraint posts_pkey;
alter table app.posts rename column author to author_old;
alter table app.posts rename column author_new to author;
alter table app.posts rename column boss to boss_old;
alter table app.posts rename column boss_new to boss;
alter table app.posts rename column id to id_old;
alter table app.posts rename column id_new to id;
-- PostgreSQL 18 and later name not-null constraints
do $body$
declare
  found record;
begin
  for found in
    select constrained.conname as old, renamed.new
    from pg_constraint as constrained
    join (values ('posts_author_not_null', 'posts_author_old_not_null')) as renamed (old, new) on constrained.conname = renamed.old
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
    join (values ('posts_author_new_not_null', 'posts_author_not_null')) as renamed (old, new) on constrained.conname = renamed.old
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
    join (values ('posts_id_not_null', 'posts_id_old_not_null')) as renamed (old, new) on constrained.conname = renamed.old
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
    join (values ('posts_id_new_not_null', 'posts_id_not_null')) as renamed (old, new) on constrained.conname = renamed.old
    where constrained.conrelid = 'app.posts'::regclass and constrained.contype = 'n'
  loop
    execute format('alter table %s rename constraint %I to %I', 'app.posts', found.old, found.new);
  end loop;
end
$body$;
alter index app.posts_author_idx rename to posts_author_idx_old;
alter index app.posts_author_idx_new rename to posts_author_idx;
alter index app.posts_boss_idx rename to posts_boss_idx_old;
alter index app.posts_boss_idx_new rename to posts_boss_idx;
alter table app.posts add constraint posts_pkey primary key using index posts_pkey_new;
alter table app.posts alter column id_old drop default;
alter sequence app.posts_id_seq owned by app.posts.id;
alter sequence app.posts_id_seq as bigint;
alter table app.posts alter column id set default nextval('app.posts_id_seq');
alter table app.posts add constraint posts_author_fkey foreign key (author) references app.users (id) not valid;
alter table app.posts add constraint posts_boss_fkey foreign key (boss) references app.users (id) not valid;
alter table app.user_posts add constraint user_posts_post_id_fkey foreign key (post_id) references app.posts (id) not valid;
create trigger zz_fluxc_posts_author_old
  before insert or update on app.posts
  for each row
  execute function app.zz_fluxc_posts_author_old();
create trigger zz_fluxc_posts_boss_old
  before insert or update on app.posts
  for each row
  execute function app.zz_fluxc_posts_boss_old();
create trigger zz_fluxc_posts_id_old
  before insert or update on app.posts
  for each row
  execute function app.zz_fluxc_posts_id_old();

commit;

-- step 41: transaction, lock_timeout 5s, statement_timeout 0
begin;
set local lock_timeout = '5s';
set local statement_timeout = 0;
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Drop function app.zz_fluxc_posts_author_new().
drop function app.zz_fluxc_posts_author_new();

-- Drop function app.zz_fluxc_posts_boss_new().
drop function app.zz_fluxc_posts_boss_new();

-- Drop function app.zz_fluxc_posts_id_new().
drop function app.zz_fluxc_posts_id_new();

commit;

-- step 42: transaction, lock_timeout 5s, statement_timeout 0
begin;
set local lock_timeout = '5s';
set local statement_timeout = 0;
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Check that column app.user_posts.post_id_new is in step in every row.
do $body$
#variable_conflict use_column
begin
  if exists (select from app.user_posts where post_id_new::text is distinct from (post_id::bigint)::text collate "C") then
    raise exception using
      errcode = 'object_not_in_prerequisite_state',
      message = 'column app.user_posts.post_id_new is not in step with post_id::bigint in every row',
      hint = 'Find out who disabled its trigger, and set the rows right.';
  end if;
end
$body$;

commit;

-- step 43: transaction, lock_timeout 5s, statement_timeout 0
begin;
set local lock_timeout = '5s';
set local statement_timeout = 0;
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Check that column app.user_posts.user_id_new is in step in every row.
do $body$
#variable_conflict use_column
begin
  if exists (select from app.user_posts where user_id_new::text is distinct from (user_id::bigint)::text collate "C") then
    raise exception using
      errcode = 'object_not_in_prerequisite_state',
      message = 'column app.user_posts.user_id_new is not in step with user_id::bigint in every row',
      hint = 'Find out who disabled its trigger, and set the rows right.';
  end if;
end
$body$;

commit;

-- step 44: transaction, lock_timeout 5s, statement_timeout 0
begin;
set local lock_timeout = '5s';
set local statement_timeout = 0;
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;
set local check_function_bodies = off;

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

commit;

-- step 45: transaction, lock_timeout 5s, statement_timeout 1min
begin;
set local lock_timeout = '5s';
set local statement_timeout = '1min';
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Put columns of other types into the places of app.user_posts.post_id (integer to bigint), app.user_posts.user_id (integer to bigint).
alter table app.user_posts drop constraint user_posts_user_id_fkey;
alter table app.user_posts drop constraint user_posts_post_id_fkey;
drop trigger zz_fluxc_user_posts_post_id_new on app.user_posts;
drop trigger zz_fluxc_user_posts_user_id_new on app.user_posts;
alter table app.user_posts drop constraint user_posts_pkey;
alter table app.user_posts rename column post_id to post_id_old;
alter table app.user_posts rename column post_id_new to post_id;
alter table app.user_posts rename column user_id to user_id_old;
alter table app.user_posts rename column user_id_new to user_id;
-- PostgreSQL 18 and later name not-null constraints
do $body$
declare
  found record;
begin
  for found in
    select constrained.conname as old, renamed.new
    from pg_constraint as constrained
    join (values ('user_posts_post_id_not_null', 'user_posts_post_id_old_not_null')) as renamed (old, new) on constrained.conname = renamed.old
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
    join (values ('user_posts_post_id_new_not_null', 'user_posts_post_id_not_null')) as renamed (old, new) on constrained.conname = renamed.old
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
    join (values ('user_posts_user_id_not_null', 'user_posts_user_id_old_not_null')) as renamed (old, new) on constrained.conname = renamed.old
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
    join (values ('user_posts_user_id_new_not_null', 'user_posts_user_id_not_null')) as renamed (old, new) on constrained.conname = renamed.old
    where constrained.conrelid = 'app.user_posts'::regclass and constrained.contype = 'n'
  loop
    execute format('alter table %s rename constraint %I to %I', 'app.user_posts', found.old, found.new);
  end loop;
end
$body$;
alter index app.user_posts_post_id_idx rename to user_posts_post_id_idx_old;
alter index app.user_posts_post_id_idx_new rename to user_posts_post_id_idx;
alter table app.user_posts add constraint user_posts_pkey primary key using index user_posts_pkey_new;
alter table app.user_posts add constraint user_posts_user_id_fkey foreign key (user_id) references app.users (id) not valid;
alter table app.user_posts add constraint user_posts_post_id_fkey foreign key (post_id) references app.posts (id) not valid;
create trigger zz_fluxc_user_posts_post_id_old
  before insert or update on app.user_posts
  for each row
  execute function app.zz_fluxc_user_posts_post_id_old();
create trigger zz_fluxc_user_posts_user_id_old
  before insert or update on app.user_posts
  for each row
  execute function app.zz_fluxc_user_posts_user_id_old();

commit;

-- step 46: transaction, lock_timeout 5s, statement_timeout 0
begin;
set local lock_timeout = '5s';
set local statement_timeout = 0;
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Drop function app.zz_fluxc_user_posts_post_id_new().
drop function app.zz_fluxc_user_posts_post_id_new();

-- Drop function app.zz_fluxc_user_posts_user_id_new().
drop function app.zz_fluxc_user_posts_user_id_new();

commit;

-- step 47: transaction, lock_timeout 5s, statement_timeout 0
begin;
set local lock_timeout = '5s';
set local statement_timeout = 0;
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Validate check app.users.positive.
alter table app.users validate constraint positive;

commit;

-- step 48: transaction, lock_timeout 5s, statement_timeout 0
begin;
set local lock_timeout = '5s';
set local statement_timeout = 0;
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Validate foreign key app.posts.posts_author_fkey.
alter table app.posts validate constraint posts_author_fkey;

commit;

-- step 49: transaction, lock_timeout 5s, statement_timeout 0
begin;
set local lock_timeout = '5s';
set local statement_timeout = 0;
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Validate foreign key app.posts.posts_boss_fkey.
alter table app.posts validate constraint posts_boss_fkey;

commit;

-- step 50: transaction, lock_timeout 5s, statement_timeout 0
begin;
set local lock_timeout = '5s';
set local statement_timeout = 0;
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Validate foreign key app.user_posts.user_posts_user_id_fkey.
alter table app.user_posts validate constraint user_posts_user_id_fkey;

commit;

-- step 51: transaction, lock_timeout 5s, statement_timeout 0
begin;
set local lock_timeout = '5s';
set local statement_timeout = 0;
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Validate foreign key app.user_posts.user_posts_post_id_fkey.
alter table app.user_posts validate constraint user_posts_post_id_fkey;

commit;

-- phase: expand
-- hazard: needs-backfill app.posts.slug
-- hazard: needs-backfill app.posts.body
-- hazard: scans-table app.posts

-- step 1: transaction, lock_timeout 5s, statement_timeout 0
begin;
set local lock_timeout = '5s';
set local statement_timeout = 0;
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;
set local check_function_bodies = off;

-- Create function app.zz_fluxc_posts_body().
create function app.zz_fluxc_posts_body()
  returns trigger
  language plpgsql
  as $body$
#variable_conflict use_column
begin
  if tg_op = 'UPDATE' and pg_catalog.current_setting('fluxc.filling', true) = 'app.posts.body' then
    new := old;
    new.body := (select 'About ' || title from (select (new).*) as posts);
    return new;
  end if;
  if new.body is null then
    new.body := (select 'About ' || title from (select (new).*) as posts);
  end if;
  return new;
end
$body$;

-- Create function app.zz_fluxc_posts_kind().
create function app.zz_fluxc_posts_kind()
  returns trigger
  language plpgsql
  as $body$
#variable_conflict use_column
begin
  if tg_op = 'UPDATE' and pg_catalog.current_setting('fluxc.filling', true) = 'app.posts.kind' then
    new := old;
    new.kind := 'post';
    return new;
  end if;
  if new.kind is null then
    new.kind := 'post';
  end if;
  return new;
end
$body$;

-- Create function app.zz_fluxc_posts_slug().
create function app.zz_fluxc_posts_slug()
  returns trigger
  language plpgsql
  as $body$
#variable_conflict use_column
begin
  if tg_op = 'UPDATE' and pg_catalog.current_setting('fluxc.filling', true) = 'app.posts.slug' then
    new := old;
    new.slug := (select lower(title) from (select (new).*) as posts);
    return new;
  end if;
  if new.slug is null then
    new.slug := (select lower(title) from (select (new).*) as posts);
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

-- Add column app.posts.kind.
alter table app.posts add column kind text default 'post';
alter table app.posts alter column kind drop default;

-- Add column app.posts.slug.
alter table app.posts add column slug text;

-- Create trigger app.posts.zz_fluxc_posts_body.
create trigger zz_fluxc_posts_body
  before insert or update on app.posts
  for each row
  execute function app.zz_fluxc_posts_body();

-- Create trigger app.posts.zz_fluxc_posts_kind.
create trigger zz_fluxc_posts_kind
  before insert or update on app.posts
  for each row
  execute function app.zz_fluxc_posts_kind();

-- Create trigger app.posts.zz_fluxc_posts_slug.
create trigger zz_fluxc_posts_slug
  before insert or update on app.posts
  for each row
  execute function app.zz_fluxc_posts_slug();

commit;

-- step 3: no transaction, lock_timeout 0, statement_timeout 0
-- done when: select not exists (select from app.posts where slug is null)
set lock_timeout = 0;
set statement_timeout = 0;
set search_path = pg_catalog, public;
set standard_conforming_strings = on;

-- Fill the nulls of column app.posts.slug, some pages at a time.
do $body$
-- app.posts.slug, where it is null
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
    perform pg_catalog.set_config('fluxc.filling', 'app.posts.slug', true);
    update app.posts set slug = lower(title)
    where slug is null
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

-- step 4: no transaction, lock_timeout 0, statement_timeout 0
-- done when: select not exists (select from app.posts where body is null)
set lock_timeout = 0;
set statement_timeout = 0;
set search_path = pg_catalog, public;
set standard_conforming_strings = on;

-- Fill the nulls of column app.posts.body, some pages at a time.
do $body$
-- app.posts.body, where it is null
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
    perform pg_catalog.set_config('fluxc.filling', 'app.posts.body', true);
    update app.posts set body = 'About ' || title
    where body is null
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

-- step 5: transaction, lock_timeout 5s, statement_timeout 1min
begin;
set local lock_timeout = '5s';
set local statement_timeout = '1min';
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Refuse nulls in column app.posts.body, of rows to come.
alter table app.posts add constraint body_not_null check (body is not null) not valid;

-- Refuse nulls in column app.posts.kind, of rows to come.
alter table app.posts add constraint kind_not_null check (kind is not null) not valid;

-- Refuse nulls in column app.posts.slug, of rows to come.
alter table app.posts add constraint slug_not_null check (slug is not null) not valid;

commit;

-- step 6: transaction, lock_timeout 5s, statement_timeout 0
begin;
set local lock_timeout = '5s';
set local statement_timeout = 0;
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Check the rows of table app.posts: body_not_null, kind_not_null, slug_not_null.
alter table app.posts validate constraint body_not_null, validate constraint kind_not_null, validate constraint slug_not_null;

commit;

-- step 7: transaction, lock_timeout 5s, statement_timeout 1min
begin;
set local lock_timeout = '5s';
set local statement_timeout = '1min';
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Refuse nulls in column app.posts.body.
alter table app.posts alter column body set not null;
alter table app.posts drop constraint body_not_null;

-- Refuse nulls in column app.posts.kind.
alter table app.posts alter column kind set not null;
alter table app.posts drop constraint kind_not_null;

-- Refuse nulls in column app.posts.slug.
alter table app.posts alter column slug set not null;
alter table app.posts drop constraint slug_not_null;

commit;

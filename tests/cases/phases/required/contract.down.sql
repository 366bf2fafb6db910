-- label: exact

-- step 1: undoes 2, transaction, lock_timeout 5s, statement_timeout 0
begin;
set local lock_timeout = '5s';
set local statement_timeout = 0;
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;
set local check_function_bodies = off;

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

commit;

-- step 2: undoes 1, transaction, lock_timeout 5s, statement_timeout 1min
begin;
set local lock_timeout = '5s';
set local statement_timeout = '1min';
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Create trigger app.posts.zz_fluxc_posts_slug.
create trigger zz_fluxc_posts_slug
  before insert or update on app.posts
  for each row
  execute function app.zz_fluxc_posts_slug();

-- Create trigger app.posts.zz_fluxc_posts_kind.
create trigger zz_fluxc_posts_kind
  before insert or update on app.posts
  for each row
  execute function app.zz_fluxc_posts_kind();

-- Create trigger app.posts.zz_fluxc_posts_body.
create trigger zz_fluxc_posts_body
  before insert or update on app.posts
  for each row
  execute function app.zz_fluxc_posts_body();

commit;

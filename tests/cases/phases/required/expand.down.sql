-- label: structure only
-- reason: which values of column app.posts.slug were null before they were filled cannot come back
-- reason: which values of column app.posts.body were null before they were filled cannot come back
-- loses: ["app", "posts", "slug"]
-- loses: ["app", "posts", "kind"]
-- hazard: deletes-data app.posts.slug
-- hazard: deletes-data app.posts.kind

-- step 1: undoes 7 6 5, transaction, lock_timeout 5s, statement_timeout 1min
begin;
set local lock_timeout = '5s';
set local statement_timeout = '1min';
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;
set local client_min_messages = warning;

-- Take nulls in column app.posts.slug.
alter table app.posts drop constraint if exists slug_not_null;
alter table app.posts alter column slug drop not null;

-- Take nulls in column app.posts.kind.
alter table app.posts drop constraint if exists kind_not_null;
alter table app.posts alter column kind drop not null;

-- Take nulls in column app.posts.body.
alter table app.posts drop constraint if exists body_not_null;
alter table app.posts alter column body drop not null;

commit;

-- step 2: undoes 4 3 2, transaction, lock_timeout 5s, statement_timeout 1min
begin;
set local lock_timeout = '5s';
set local statement_timeout = '1min';
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Drop trigger app.posts.zz_fluxc_posts_slug.
drop trigger zz_fluxc_posts_slug on app.posts;

-- Drop trigger app.posts.zz_fluxc_posts_kind.
drop trigger zz_fluxc_posts_kind on app.posts;

-- Drop trigger app.posts.zz_fluxc_posts_body.
drop trigger zz_fluxc_posts_body on app.posts;

-- Drop column app.posts.slug.
alter table app.posts drop column slug;

-- Drop column app.posts.kind.
alter table app.posts drop column kind;

commit;

-- step 3: undoes 1, transaction, lock_timeout 5s, statement_timeout 0
begin;
set local lock_timeout = '5s';
set local statement_timeout = 0;
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Drop function app.zz_fluxc_posts_slug().
drop function app.zz_fluxc_posts_slug();

-- Drop function app.zz_fluxc_posts_kind().
drop function app.zz_fluxc_posts_kind();

-- Drop function app.zz_fluxc_posts_body().
drop function app.zz_fluxc_posts_body();

commit;

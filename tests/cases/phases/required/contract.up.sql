-- phase: contract

-- step 1: transaction, lock_timeout 5s, statement_timeout 1min
begin;
set local lock_timeout = '5s';
set local statement_timeout = '1min';
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Drop trigger app.posts.zz_fluxc_posts_body.
drop trigger zz_fluxc_posts_body on app.posts;

-- Drop trigger app.posts.zz_fluxc_posts_kind.
drop trigger zz_fluxc_posts_kind on app.posts;

-- Drop trigger app.posts.zz_fluxc_posts_slug.
drop trigger zz_fluxc_posts_slug on app.posts;

commit;

-- step 2: transaction, lock_timeout 5s, statement_timeout 0
begin;
set local lock_timeout = '5s';
set local statement_timeout = 0;
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Drop function app.zz_fluxc_posts_body().
drop function app.zz_fluxc_posts_body();

-- Drop function app.zz_fluxc_posts_kind().
drop function app.zz_fluxc_posts_kind();

-- Drop function app.zz_fluxc_posts_slug().
drop function app.zz_fluxc_posts_slug();

commit;

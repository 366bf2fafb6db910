-- phase: contract
-- hazard: scans-table app.users.id_old
-- hazard: scans-table app.users.score_old
-- hazard: scans-table app.posts.author_old
-- hazard: scans-table app.posts.boss_old
-- hazard: scans-table app.posts.id_old
-- hazard: scans-table app.user_posts.post_id_old
-- hazard: scans-table app.user_posts.user_id_old

-- step 1: no transaction, lock_timeout 0, statement_timeout 0
-- done when: select pg_catalog.to_regclass('app.posts_author_idx_old') is null
set lock_timeout = 0;
set statement_timeout = 0;
set search_path = pg_catalog, public;
set standard_conforming_strings = on;

-- Drop index app.posts_author_idx_old while others read and write the table.
drop index concurrently app.posts_author_idx_old;

reset standard_conforming_strings;
reset search_path;
reset statement_timeout;
reset lock_timeout;

-- step 2: no transaction, lock_timeout 0, statement_timeout 0
-- done when: select pg_catalog.to_regclass('app.posts_boss_idx_old') is null
set lock_timeout = 0;
set statement_timeout = 0;
set search_path = pg_catalog, public;
set standard_conforming_strings = on;

-- Drop index app.posts_boss_idx_old while others read and write the table.
drop index concurrently app.posts_boss_idx_old;

reset standard_conforming_strings;
reset search_path;
reset statement_timeout;
reset lock_timeout;

-- step 3: no transaction, lock_timeout 0, statement_timeout 0
-- done when: select pg_catalog.to_regclass('app.posts_pkey_old') is null
set lock_timeout = 0;
set statement_timeout = 0;
set search_path = pg_catalog, public;
set standard_conforming_strings = on;

-- Drop index app.posts_pkey_old while others read and write the table.
drop index concurrently app.posts_pkey_old;

reset standard_conforming_strings;
reset search_path;
reset statement_timeout;
reset lock_timeout;

-- step 4: no transaction, lock_timeout 0, statement_timeout 0
-- done when: select pg_catalog.to_regclass('app.user_posts_pkey_old') is null
set lock_timeout = 0;
set statement_timeout = 0;
set search_path = pg_catalog, public;
set standard_conforming_strings = on;

-- Drop index app.user_posts_pkey_old while others read and write the table.
drop index concurrently app.user_posts_pkey_old;

reset standard_conforming_strings;
reset search_path;
reset statement_timeout;
reset lock_timeout;

-- step 5: no transaction, lock_timeout 0, statement_timeout 0
-- done when: select pg_catalog.to_regclass('app.user_posts_post_id_idx_old') is null
set lock_timeout = 0;
set statement_timeout = 0;
set search_path = pg_catalog, public;
set standard_conforming_strings = on;

-- Drop index app.user_posts_post_id_idx_old while others read and write the table.
drop index concurrently app.user_posts_post_id_idx_old;

reset standard_conforming_strings;
reset search_path;
reset statement_timeout;
reset lock_timeout;

-- step 6: no transaction, lock_timeout 0, statement_timeout 0
-- done when: select pg_catalog.to_regclass('app.users_pkey_old') is null
set lock_timeout = 0;
set statement_timeout = 0;
set search_path = pg_catalog, public;
set standard_conforming_strings = on;

-- Drop index app.users_pkey_old while others read and write the table.
drop index concurrently app.users_pkey_old;

reset standard_conforming_strings;
reset search_path;
reset statement_timeout;
reset lock_timeout;

-- step 7: no transaction, lock_timeout 0, statement_timeout 0
-- done when: select pg_catalog.to_regclass('app.users_score_name_idx_old') is null
set lock_timeout = 0;
set statement_timeout = 0;
set search_path = pg_catalog, public;
set standard_conforming_strings = on;

-- Drop index app.users_score_name_idx_old while others read and write the table.
drop index concurrently app.users_score_name_idx_old;

reset standard_conforming_strings;
reset search_path;
reset statement_timeout;
reset lock_timeout;

-- step 8: transaction, lock_timeout 5s, statement_timeout 1min
begin;
set local lock_timeout = '5s';
set local statement_timeout = '1min';
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Take nulls in column app.users.id_old.
alter table app.users alter column id_old drop not null;

commit;

-- step 9: transaction, lock_timeout 5s, statement_timeout 0
begin;
set local lock_timeout = '5s';
set local statement_timeout = 0;
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Check that column app.users.id_old is in step in every row.
do $body$
#variable_conflict use_column
begin
  if exists (select from app.users where id_old::text is distinct from (id)::text collate "C") then
    raise exception using
      errcode = 'object_not_in_prerequisite_state',
      message = 'column app.users.id_old is not in step with id in every row',
      hint = 'Find out who disabled its trigger, and set the rows right.';
  end if;
end
$body$;

commit;

-- step 10: transaction, lock_timeout 5s, statement_timeout 0
begin;
set local lock_timeout = '5s';
set local statement_timeout = 0;
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Check that column app.users.score_old is in step in every row.
do $body$
#variable_conflict use_column
begin
  if exists (select from app.users where score_old::text is distinct from (score)::text collate "C") then
    raise exception using
      errcode = 'object_not_in_prerequisite_state',
      message = 'column app.users.score_old is not in step with score in every row',
      hint = 'Find out who disabled its trigger, and set the rows right.';
  end if;
end
$body$;

commit;

-- step 11: transaction, lock_timeout 5s, statement_timeout 1min
begin;
set local lock_timeout = '5s';
set local statement_timeout = '1min';
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Take nulls in column app.posts.author_old.
alter table app.posts alter column author_old drop not null;

commit;

-- step 12: transaction, lock_timeout 5s, statement_timeout 0
begin;
set local lock_timeout = '5s';
set local statement_timeout = 0;
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Check that column app.posts.author_old is in step in every row.
do $body$
#variable_conflict use_column
begin
  if exists (select from app.posts where author_old::text is distinct from (author)::text collate "C") then
    raise exception using
      errcode = 'object_not_in_prerequisite_state',
      message = 'column app.posts.author_old is not in step with author in every row',
      hint = 'Find out who disabled its trigger, and set the rows right.';
  end if;
end
$body$;

commit;

-- step 13: transaction, lock_timeout 5s, statement_timeout 0
begin;
set local lock_timeout = '5s';
set local statement_timeout = 0;
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Check that column app.posts.boss_old is in step in every row.
do $body$
#variable_conflict use_column
begin
  if exists (select from app.posts where boss_old::text is distinct from (boss)::text collate "C") then
    raise exception using
      errcode = 'object_not_in_prerequisite_state',
      message = 'column app.posts.boss_old is not in step with boss in every row',
      hint = 'Find out who disabled its trigger, and set the rows right.';
  end if;
end
$body$;

commit;

-- step 14: transaction, lock_timeout 5s, statement_timeout 1min
begin;
set local lock_timeout = '5s';
set local statement_timeout = '1min';
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Take nulls in column app.posts.id_old.
alter table app.posts alter column id_old drop not null;

commit;

-- step 15: transaction, lock_timeout 5s, statement_timeout 0
begin;
set local lock_timeout = '5s';
set local statement_timeout = 0;
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Check that column app.posts.id_old is in step in every row.
do $body$
#variable_conflict use_column
begin
  if exists (select from app.posts where id_old::text is distinct from (id)::text collate "C") then
    raise exception using
      errcode = 'object_not_in_prerequisite_state',
      message = 'column app.posts.id_old is not in step with id in every row',
      hint = 'Find out who disabled its trigger, and set the rows right.';
  end if;
end
$body$;

commit;

-- step 16: transaction, lock_timeout 5s, statement_timeout 1min
begin;
set local lock_timeout = '5s';
set local statement_timeout = '1min';
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Take nulls in column app.user_posts.post_id_old.
alter table app.user_posts alter column post_id_old drop not null;

commit;

-- step 17: transaction, lock_timeout 5s, statement_timeout 0
begin;
set local lock_timeout = '5s';
set local statement_timeout = 0;
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Check that column app.user_posts.post_id_old is in step in every row.
do $body$
#variable_conflict use_column
begin
  if exists (select from app.user_posts where post_id_old::text is distinct from (post_id)::text collate "C") then
    raise exception using
      errcode = 'object_not_in_prerequisite_state',
      message = 'column app.user_posts.post_id_old is not in step with post_id in every row',
      hint = 'Find out who disabled its trigger, and set the rows right.';
  end if;
end
$body$;

commit;

-- step 18: transaction, lock_timeout 5s, statement_timeout 1min
begin;
set local lock_timeout = '5s';
set local statement_timeout = '1min';
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Take nulls in column app.user_posts.user_id_old.
alter table app.user_posts alter column user_id_old drop not null;

commit;

-- step 19: transaction, lock_timeout 5s, statement_timeout 0
begin;
set local lock_timeout = '5s';
set local statement_timeout = 0;
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Check that column app.user_posts.user_id_old is in step in every row.
do $body$
#variable_conflict use_column
begin
  if exists (select from app.user_posts where user_id_old::text is distinct from (user_id)::text collate "C") then
    raise exception using
      errcode = 'object_not_in_prerequisite_state',
      message = 'column app.user_posts.user_id_old is not in step with user_id in every row',
      hint = 'Find out who disabled its trigger, and set the rows right.';
  end if;
end
$body$;

commit;

-- step 20: transaction, lock_timeout 5s, statement_timeout 1min
begin;
set local lock_timeout = '5s';
set local statement_timeout = '1min';
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Drop trigger app.posts.zz_fluxc_posts_author_old.
drop trigger zz_fluxc_posts_author_old on app.posts;

-- Drop trigger app.posts.zz_fluxc_posts_boss_old.
drop trigger zz_fluxc_posts_boss_old on app.posts;

-- Drop trigger app.posts.zz_fluxc_posts_id_old.
drop trigger zz_fluxc_posts_id_old on app.posts;

-- Drop column app.posts.author_old.
alter table app.posts drop column author_old;

-- Drop column app.posts.boss_old.
alter table app.posts drop column boss_old;

-- Drop column app.posts.id_old.
alter table app.posts drop column id_old;

commit;

-- step 21: transaction, lock_timeout 5s, statement_timeout 1min
begin;
set local lock_timeout = '5s';
set local statement_timeout = '1min';
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Drop trigger app.user_posts.zz_fluxc_user_posts_post_id_old.
drop trigger zz_fluxc_user_posts_post_id_old on app.user_posts;

-- Drop trigger app.user_posts.zz_fluxc_user_posts_user_id_old.
drop trigger zz_fluxc_user_posts_user_id_old on app.user_posts;

-- Drop column app.user_posts.post_id_old.
alter table app.user_posts drop column post_id_old;

-- Drop column app.user_posts.user_id_old.
alter table app.user_posts drop column user_id_old;

commit;

-- step 22: transaction, lock_timeout 5s, statement_timeout 1min
begin;
set local lock_timeout = '5s';
set local statement_timeout = '1min';
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Drop trigger app.users.zz_fluxc_users_id_old.
drop trigger zz_fluxc_users_id_old on app.users;

-- Drop trigger app.users.zz_fluxc_users_score_old.
drop trigger zz_fluxc_users_score_old on app.users;

-- Drop column app.users.id_old.
alter table app.users drop column id_old;

-- Drop column app.users.score_old.
alter table app.users drop column score_old;

commit;

-- step 23: transaction, lock_timeout 5s, statement_timeout 0
begin;
set local lock_timeout = '5s';
set local statement_timeout = 0;
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Drop function app.zz_fluxc_posts_author_old().
drop function app.zz_fluxc_posts_author_old();

-- Drop function app.zz_fluxc_posts_boss_old().
drop function app.zz_fluxc_posts_boss_old();

-- Drop function app.zz_fluxc_posts_id_old().
drop function app.zz_fluxc_posts_id_old();

-- Drop function app.zz_fluxc_user_posts_post_id_old().
drop function app.zz_fluxc_user_posts_post_id_old();

-- Drop function app.zz_fluxc_user_posts_user_id_old().
drop function app.zz_fluxc_user_posts_user_id_old();

-- Drop function app.zz_fluxc_users_id_old().
drop function app.zz_fluxc_users_id_old();

-- Drop function app.zz_fluxc_users_score_old().
drop function app.zz_fluxc_users_score_old();

commit;

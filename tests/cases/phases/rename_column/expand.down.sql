-- label: exact

-- step 1: undoes 6, no transaction, lock_timeout 0, statement_timeout 0
-- done when: select pg_catalog.to_regclass('app.users_nickname_key_handle') is null
set lock_timeout = 0;
set statement_timeout = 0;
set search_path = pg_catalog, public;
set standard_conforming_strings = on;

-- Drop index app.users_nickname_key_handle while others read and write the table.
drop index concurrently app.users_nickname_key_handle;

reset standard_conforming_strings;
reset search_path;
reset statement_timeout;
reset lock_timeout;

-- step 2: undoes 5, no transaction, lock_timeout 0, statement_timeout 0
-- done when: select pg_catalog.to_regclass('app.users_lower_idx_handle') is null
set lock_timeout = 0;
set statement_timeout = 0;
set search_path = pg_catalog, public;
set standard_conforming_strings = on;

-- Drop index app.users_lower_idx_handle while others read and write the table.
drop index concurrently app.users_lower_idx_handle;

reset standard_conforming_strings;
reset search_path;
reset statement_timeout;
reset lock_timeout;

-- step 3: undoes 4 3 2, transaction, lock_timeout 5s, statement_timeout 1min
begin;
set local lock_timeout = '5s';
set local statement_timeout = '1min';
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Drop trigger app.users.zz_fluxc_users_motto.
drop trigger zz_fluxc_users_motto on app.users;

-- Drop trigger app.users.zz_fluxc_users_handle.
drop trigger zz_fluxc_users_handle on app.users;

-- Drop column app.users.motto.
alter table app.users drop column motto;

-- Drop column app.users.handle.
alter table app.users drop column handle;

commit;

-- step 4: undoes 1, transaction, lock_timeout 5s, statement_timeout 0
begin;
set local lock_timeout = '5s';
set local statement_timeout = 0;
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Drop function app.zz_fluxc_users_motto().
drop function app.zz_fluxc_users_motto();

-- Drop function app.zz_fluxc_users_handle().
drop function app.zz_fluxc_users_handle();

commit;

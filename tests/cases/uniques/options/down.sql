-- label: exact

-- step 1: undoes 6, no transaction, lock_timeout 5s, statement_timeout 1min
-- done when: select false from pg_catalog.pg_index where indexrelid = pg_catalog.to_regclass('app.t_c_d_key_new') and indrelid = pg_catalog.to_regclass('app.t')
-- cleanup: drop index concurrently app.t_c_d_key_new
set lock_timeout = '5s';
set statement_timeout = '1min';
set search_path = pg_catalog, public;
set standard_conforming_strings = on;

-- Put unique constraint app.t.t_c_d_key back while others read and write the table.
set lock_timeout = 0;
set statement_timeout = 0;
create unique index concurrently t_c_d_key_new on app.t (c, d);
set lock_timeout = '5s';
set statement_timeout = '1min';
alter table app.t drop constraint t_c_d_key, add constraint t_c_d_key unique using index t_c_d_key_new deferrable;

reset standard_conforming_strings;
reset search_path;
reset statement_timeout;
reset lock_timeout;

-- step 2: undoes 5, no transaction, lock_timeout 5s, statement_timeout 1min
-- done when: select false from pg_catalog.pg_index where indexrelid = pg_catalog.to_regclass('app.t_b_key_new') and indrelid = pg_catalog.to_regclass('app.t')
-- cleanup: drop index concurrently app.t_b_key_new
set lock_timeout = '5s';
set statement_timeout = '1min';
set search_path = pg_catalog, public;
set standard_conforming_strings = on;

-- Put unique constraint app.t.t_b_key back while others read and write the table.
set lock_timeout = 0;
set statement_timeout = 0;
create unique index concurrently t_b_key_new on app.t (b) nulls not distinct;
set lock_timeout = '5s';
set statement_timeout = '1min';
alter table app.t drop constraint t_b_key, add constraint t_b_key unique using index t_b_key_new;

reset standard_conforming_strings;
reset search_path;
reset statement_timeout;
reset lock_timeout;

-- step 3: undoes 4, no transaction, lock_timeout 5s, statement_timeout 1min
-- done when: select false from pg_catalog.pg_index where indexrelid = pg_catalog.to_regclass('app.t_pkey_new') and indrelid = pg_catalog.to_regclass('app.t')
-- cleanup: drop index concurrently app.t_pkey_new
set lock_timeout = '5s';
set statement_timeout = '1min';
set search_path = pg_catalog, public;
set standard_conforming_strings = on;

-- Put primary key app.t.t_pkey back while others read and write the table.
set lock_timeout = 0;
set statement_timeout = 0;
create unique index concurrently t_pkey_new on app.t (a) include (c);
set lock_timeout = '5s';
set statement_timeout = '1min';
alter table app.t drop constraint t_pkey, add constraint t_pkey primary key using index t_pkey_new;

reset standard_conforming_strings;
reset search_path;
reset statement_timeout;
reset lock_timeout;

-- step 4: undoes 3, transaction, lock_timeout 5s, statement_timeout 1min
begin;
set local lock_timeout = '5s';
set local statement_timeout = '1min';
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;
set local client_min_messages = warning;

-- Drop the index of unique constraint app.t.t_c_d_key, where it did not become that.
drop index if exists app.t_c_d_key_new;

commit;

-- step 5: undoes 2, transaction, lock_timeout 5s, statement_timeout 1min
begin;
set local lock_timeout = '5s';
set local statement_timeout = '1min';
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;
set local client_min_messages = warning;

-- Drop the index of unique constraint app.t.t_b_key, where it did not become that.
drop index if exists app.t_b_key_new;

commit;

-- step 6: undoes 1, transaction, lock_timeout 5s, statement_timeout 1min
begin;
set local lock_timeout = '5s';
set local statement_timeout = '1min';
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;
set local client_min_messages = warning;

-- Drop the index of primary key app.t.t_pkey, where it did not become that.
drop index if exists app.t_pkey_new;

commit;

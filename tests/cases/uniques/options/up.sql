-- hazard: builds-index app.t.t_pkey
-- hazard: builds-index app.t.t_b_key
-- hazard: builds-index app.t.t_c_d_key

-- step 1: no transaction, lock_timeout 0, statement_timeout 0
-- done when: select indisvalid from pg_catalog.pg_index where indexrelid = pg_catalog.to_regclass('app.t_pkey_new') and indrelid = pg_catalog.to_regclass('app.t')
-- cleanup: drop index concurrently app.t_pkey_new
set lock_timeout = 0;
set statement_timeout = 0;
set search_path = pg_catalog, public;
set standard_conforming_strings = on;

-- Build the index of primary key app.t.t_pkey while others read and write the table.
create unique index concurrently t_pkey_new on app.t (a) include (c, d) with (fillfactor = '90');

reset standard_conforming_strings;
reset search_path;
reset statement_timeout;
reset lock_timeout;

-- step 2: no transaction, lock_timeout 0, statement_timeout 0
-- done when: select indisvalid from pg_catalog.pg_index where indexrelid = pg_catalog.to_regclass('app.t_b_key_new') and indrelid = pg_catalog.to_regclass('app.t')
-- cleanup: drop index concurrently app.t_b_key_new
set lock_timeout = 0;
set statement_timeout = 0;
set search_path = pg_catalog, public;
set standard_conforming_strings = on;

-- Build the index of unique constraint app.t.t_b_key while others read and write the table.
create unique index concurrently t_b_key_new on app.t (b);

reset standard_conforming_strings;
reset search_path;
reset statement_timeout;
reset lock_timeout;

-- step 3: no transaction, lock_timeout 0, statement_timeout 0
-- done when: select indisvalid from pg_catalog.pg_index where indexrelid = pg_catalog.to_regclass('app.t_c_d_key_new') and indrelid = pg_catalog.to_regclass('app.t')
-- cleanup: drop index concurrently app.t_c_d_key_new
set lock_timeout = 0;
set statement_timeout = 0;
set search_path = pg_catalog, public;
set standard_conforming_strings = on;

-- Build the index of unique constraint app.t.t_c_d_key while others read and write the table.
create unique index concurrently t_c_d_key_new on app.t (c, d) with (fillfactor = '60');

reset standard_conforming_strings;
reset search_path;
reset statement_timeout;
reset lock_timeout;

-- step 4: transaction, lock_timeout 5s, statement_timeout 1min
begin;
set local lock_timeout = '5s';
set local statement_timeout = '1min';
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;
set local client_min_messages = warning;

-- Replace primary key app.t.t_pkey by its new index.
alter table app.t drop constraint t_pkey, add constraint t_pkey primary key using index t_pkey_new;
alter table app.t cluster on t_pkey;

commit;

-- step 5: transaction, lock_timeout 5s, statement_timeout 1min
begin;
set local lock_timeout = '5s';
set local statement_timeout = '1min';
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;
set local client_min_messages = warning;

-- Replace unique constraint app.t.t_b_key by its new index.
alter table app.t drop constraint t_b_key, add constraint t_b_key unique using index t_b_key_new;

commit;

-- step 6: transaction, lock_timeout 5s, statement_timeout 1min
begin;
set local lock_timeout = '5s';
set local statement_timeout = '1min';
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;
set local client_min_messages = warning;

-- Replace unique constraint app.t.t_c_d_key by its new index.
alter table app.t drop constraint t_c_d_key, add constraint t_c_d_key unique using index t_c_d_key_new deferrable initially deferred;

commit;

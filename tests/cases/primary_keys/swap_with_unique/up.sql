-- hazard: builds-index app.t.t_pkey
-- hazard: builds-index app.t.t_id_key
-- hazard: scans-table app.u.u_t_id_fkey

-- step 1: transaction, lock_timeout 5s, statement_timeout 1min
begin;
set local lock_timeout = '5s';
set local statement_timeout = '1min';
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Drop foreign key app.u.u_t_id_fkey.
alter table app.u drop constraint u_t_id_fkey;

commit;

-- step 2: transaction, lock_timeout 5s, statement_timeout 1min
begin;
set local lock_timeout = '5s';
set local statement_timeout = '1min';
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Drop unique constraint app.t.t_code_key.
alter table app.t drop constraint t_code_key;

commit;

-- step 3: no transaction, lock_timeout 0, statement_timeout 0
-- done when: select indisvalid from pg_catalog.pg_index where indexrelid = pg_catalog.to_regclass('app.t_pkey_new') and indrelid = pg_catalog.to_regclass('app.t')
-- cleanup: drop index concurrently app.t_pkey_new
set lock_timeout = 0;
set statement_timeout = 0;
set search_path = pg_catalog, public;
set standard_conforming_strings = on;

-- Build the index of primary key app.t.t_pkey while others read and write the table.
create unique index concurrently t_pkey_new on app.t (code);

reset standard_conforming_strings;
reset search_path;
reset statement_timeout;
reset lock_timeout;

-- step 4: no transaction, lock_timeout 0, statement_timeout 0
-- done when: select indisvalid from pg_catalog.pg_index where indexrelid = pg_catalog.to_regclass('app.t_id_key') and indrelid = pg_catalog.to_regclass('app.t')
-- cleanup: drop index concurrently app.t_id_key
set lock_timeout = 0;
set statement_timeout = 0;
set search_path = pg_catalog, public;
set standard_conforming_strings = on;

-- Build the index of unique constraint app.t.t_id_key while others read and write the table.
create unique index concurrently t_id_key on app.t (id);

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
set local client_min_messages = warning;

-- Replace primary key app.t.t_pkey by its new index.
alter table app.t drop constraint t_pkey, add constraint t_pkey primary key using index t_pkey_new;

commit;

-- step 6: transaction, lock_timeout 5s, statement_timeout 1min
begin;
set local lock_timeout = '5s';
set local statement_timeout = '1min';
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Add unique constraint app.t.t_id_key by its index.
alter table app.t add constraint t_id_key unique using index t_id_key;

commit;

-- step 7: transaction, lock_timeout 5s, statement_timeout 1min
begin;
set local lock_timeout = '5s';
set local statement_timeout = '1min';
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Add foreign key app.u.u_t_id_fkey, for rows to come.
alter table app.u add constraint u_t_id_fkey foreign key (t_id) references app.t (id) not valid;

commit;

-- step 8: transaction, lock_timeout 5s, statement_timeout 0
begin;
set local lock_timeout = '5s';
set local statement_timeout = 0;
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Validate foreign key app.u.u_t_id_fkey.
alter table app.u validate constraint u_t_id_fkey;

commit;

-- label: exact
-- hazard: builds-index app.t.t_code_key
-- hazard: scans-table app.u.u_t_id_fkey
-- hazard: blocks-writes app.u.u_t_id_fkey

-- step 1: undoes 8 7, transaction, lock_timeout 5s, statement_timeout 1min
begin;
set local lock_timeout = '5s';
set local statement_timeout = '1min';
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Drop foreign key app.u.u_t_id_fkey.
alter table app.u drop constraint u_t_id_fkey;

commit;

-- step 2: undoes 6 5, no transaction, lock_timeout 5s, statement_timeout 1min
-- done when: select false from pg_catalog.pg_index where indexrelid = pg_catalog.to_regclass('app.t_pkey_new') and indrelid = pg_catalog.to_regclass('app.t')
-- cleanup: drop index concurrently app.t_pkey_new
set lock_timeout = '5s';
set statement_timeout = '1min';
set search_path = pg_catalog, public;
set standard_conforming_strings = on;

-- Put primary key app.t.t_pkey back while others read and write the table.
set lock_timeout = 0;
set statement_timeout = 0;
create unique index concurrently t_pkey_new on app.t (id);
set lock_timeout = '5s';
set statement_timeout = '1min';
alter table app.t drop constraint t_pkey, add constraint t_pkey primary key using index t_pkey_new;

reset standard_conforming_strings;
reset search_path;
reset statement_timeout;
reset lock_timeout;

-- step 3: undoes 4, transaction, lock_timeout 5s, statement_timeout 1min
begin;
set local lock_timeout = '5s';
set local statement_timeout = '1min';
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;
set local client_min_messages = warning;

-- Drop unique constraint app.t.t_id_key.
alter table app.t drop constraint if exists t_id_key;
drop index if exists app.t_id_key;

commit;

-- step 4: undoes 3, transaction, lock_timeout 5s, statement_timeout 1min
begin;
set local lock_timeout = '5s';
set local statement_timeout = '1min';
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;
set local client_min_messages = warning;

-- Drop the index of primary key app.t.t_pkey, where it did not become that.
drop index if exists app.t_pkey_new;

commit;

-- step 5: undoes 2, no transaction, lock_timeout 5s, statement_timeout 1min
-- done when: select exists (select from pg_catalog.pg_constraint where conindid = indexrelid and conname = 't_code_key') from pg_catalog.pg_index where indexrelid = pg_catalog.to_regclass('app.t_code_key') and indrelid = pg_catalog.to_regclass('app.t')
-- cleanup: drop index concurrently app.t_code_key
set lock_timeout = '5s';
set statement_timeout = '1min';
set search_path = pg_catalog, public;
set standard_conforming_strings = on;

-- Add unique constraint app.t.t_code_key while others read and write the table.
set lock_timeout = 0;
set statement_timeout = 0;
create unique index concurrently t_code_key on app.t (code);
set lock_timeout = '5s';
set statement_timeout = '1min';
alter table app.t add constraint t_code_key unique using index t_code_key;

reset standard_conforming_strings;
reset search_path;
reset statement_timeout;
reset lock_timeout;

-- step 6: undoes 1, transaction, lock_timeout 5s, statement_timeout 0
begin;
set local lock_timeout = '5s';
set local statement_timeout = 0;
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Add foreign key app.u.u_t_id_fkey.
alter table app.u add constraint u_t_id_fkey foreign key (t_id) references app.t (id);

commit;

-- label: exact
-- loses: ["app", "u", "tenant"]
-- hazard: deletes-data app.u.tenant
-- hazard: builds-index app.u.u_t_id_idx
-- hazard: scans-table app.u.u_t_id_fkey

-- step 1: undoes 8 7, no transaction, lock_timeout 0, statement_timeout 0
-- done when: select pg_catalog.to_regclass('app.u_tenant_t_id_idx') is null
set lock_timeout = 0;
set statement_timeout = 0;
set search_path = pg_catalog, public;
set standard_conforming_strings = on;

-- Drop index app.u_tenant_t_id_idx while others read and write the table.
drop index concurrently app.u_tenant_t_id_idx;

reset standard_conforming_strings;
reset search_path;
reset statement_timeout;
reset lock_timeout;

-- step 2: undoes 6, transaction, lock_timeout 5s, statement_timeout 1min
begin;
set local lock_timeout = '5s';
set local statement_timeout = '1min';
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Drop foreign key app.u.u_tenant_t_id_fkey.
alter table app.u drop constraint u_tenant_t_id_fkey;

commit;

-- step 3: undoes 5, transaction, lock_timeout 5s, statement_timeout 1min
begin;
set local lock_timeout = '5s';
set local statement_timeout = '1min';
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Drop column app.u.tenant.
alter table app.u drop column tenant;

commit;

-- step 4: undoes 4, no transaction, lock_timeout 0, statement_timeout 0
-- done when: select indisvalid from pg_catalog.pg_index where indexrelid = pg_catalog.to_regclass('app.u_t_id_idx') and indrelid = pg_catalog.to_regclass('app.u')
-- cleanup: drop index concurrently app.u_t_id_idx
set lock_timeout = 0;
set statement_timeout = 0;
set search_path = pg_catalog, public;
set standard_conforming_strings = on;

-- Create index app.u_t_id_idx while others read and write the table.
create index concurrently u_t_id_idx on app.u (t_id);

reset standard_conforming_strings;
reset search_path;
reset statement_timeout;
reset lock_timeout;

-- step 5: undoes 3, no transaction, lock_timeout 5s, statement_timeout 1min
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

-- step 6: undoes 2, transaction, lock_timeout 5s, statement_timeout 1min
begin;
set local lock_timeout = '5s';
set local statement_timeout = '1min';
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;
set local client_min_messages = warning;

-- Drop the index of primary key app.t.t_pkey, where it did not become that.
drop index if exists app.t_pkey_new;

commit;

-- step 7: undoes 1, no transaction, lock_timeout 5s, statement_timeout 1min
-- done when: select convalidated from pg_catalog.pg_constraint where conrelid = pg_catalog.to_regclass('app.u') and conname = 'u_t_id_fkey'
-- cleanup: set lock_timeout = '5s'; alter table app.u drop constraint u_t_id_fkey; reset lock_timeout
set lock_timeout = '5s';
set statement_timeout = '1min';
set search_path = pg_catalog, public;
set standard_conforming_strings = on;

-- Add foreign key app.u.u_t_id_fkey while others read and write the table.
alter table app.u add constraint u_t_id_fkey foreign key (t_id) references app.t (id) on delete cascade not valid;
set statement_timeout = 0;
alter table app.u validate constraint u_t_id_fkey;

reset standard_conforming_strings;
reset search_path;
reset statement_timeout;
reset lock_timeout;

-- hazard: scans-table app.t.a
-- hazard: builds-index app.t.t_pkey
-- hazard: builds-index app.u.u_pkey
-- hazard: scans-table app.v.v_u_id_fkey

-- step 1: transaction, lock_timeout 5s, statement_timeout 1min
begin;
set local lock_timeout = '5s';
set local statement_timeout = '1min';
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Drop foreign key app.v.v_u_id_fkey.
alter table app.v drop constraint v_u_id_fkey;

commit;

-- step 2: transaction, lock_timeout 5s, statement_timeout 1min
begin;
set local lock_timeout = '5s';
set local statement_timeout = '1min';
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Refuse nulls in column app.t.a, of rows to come.
alter table app.t add constraint a_not_null check (a is not null) not valid;

commit;

-- step 3: transaction, lock_timeout 5s, statement_timeout 0
begin;
set local lock_timeout = '5s';
set local statement_timeout = 0;
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Check that no row has a null in column app.t.a.
alter table app.t validate constraint a_not_null;

commit;

-- step 4: no transaction, lock_timeout 0, statement_timeout 0
-- done when: select indisvalid from pg_catalog.pg_index where indexrelid = pg_catalog.to_regclass('app.t_pkey') and indrelid = pg_catalog.to_regclass('app.t')
-- cleanup: drop index concurrently app.t_pkey
set lock_timeout = 0;
set statement_timeout = 0;
set search_path = pg_catalog, public;
set standard_conforming_strings = on;

-- Build the index of primary key app.t.t_pkey while others read and write the table.
create unique index concurrently t_pkey on app.t (a, b);

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

-- Refuse nulls in column app.t.a.
alter table app.t alter column a set not null;
alter table app.t drop constraint a_not_null;

-- Add primary key app.t.t_pkey by its index.
alter table app.t add constraint t_pkey primary key using index t_pkey;

commit;

-- step 6: transaction, lock_timeout 5s, statement_timeout 1min
begin;
set local lock_timeout = '5s';
set local statement_timeout = '1min';
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Drop unique constraint app.u.u_id_key.
alter table app.u drop constraint u_id_key;

commit;

-- step 7: no transaction, lock_timeout 0, statement_timeout 0
-- done when: select indisvalid from pg_catalog.pg_index where indexrelid = pg_catalog.to_regclass('app.u_pkey') and indrelid = pg_catalog.to_regclass('app.u')
-- cleanup: drop index concurrently app.u_pkey
set lock_timeout = 0;
set statement_timeout = 0;
set search_path = pg_catalog, public;
set standard_conforming_strings = on;

-- Build the index of primary key app.u.u_pkey while others read and write the table.
create unique index concurrently u_pkey on app.u (id);

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

-- Add primary key app.u.u_pkey by its index.
alter table app.u add constraint u_pkey primary key using index u_pkey;

commit;

-- step 9: transaction, lock_timeout 5s, statement_timeout 1min
begin;
set local lock_timeout = '5s';
set local statement_timeout = '1min';
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Add foreign key app.v.v_u_id_fkey, for rows to come.
alter table app.v add constraint v_u_id_fkey foreign key (u_id) references app.u (id) not valid;

commit;

-- step 10: transaction, lock_timeout 5s, statement_timeout 0
begin;
set local lock_timeout = '5s';
set local statement_timeout = 0;
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Validate foreign key app.v.v_u_id_fkey.
alter table app.v validate constraint v_u_id_fkey;

commit;

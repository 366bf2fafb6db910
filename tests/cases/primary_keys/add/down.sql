-- label: exact
-- hazard: builds-index app.u.u_id_key
-- hazard: scans-table app.v.v_u_id_fkey
-- hazard: blocks-writes app.v.v_u_id_fkey

-- step 1: undoes 10 9, transaction, lock_timeout 5s, statement_timeout 1min
begin;
set local lock_timeout = '5s';
set local statement_timeout = '1min';
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Drop foreign key app.v.v_u_id_fkey.
alter table app.v drop constraint v_u_id_fkey;

commit;

-- step 2: undoes 8 7, transaction, lock_timeout 5s, statement_timeout 1min
begin;
set local lock_timeout = '5s';
set local statement_timeout = '1min';
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;
set local client_min_messages = warning;

-- Drop primary key app.u.u_pkey.
alter table app.u drop constraint if exists u_pkey;
drop index if exists app.u_pkey;

commit;

-- step 3: undoes 6, no transaction, lock_timeout 5s, statement_timeout 1min
-- done when: select exists (select from pg_catalog.pg_constraint where conindid = indexrelid and conname = 'u_id_key') from pg_catalog.pg_index where indexrelid = pg_catalog.to_regclass('app.u_id_key') and indrelid = pg_catalog.to_regclass('app.u')
-- cleanup: drop index concurrently app.u_id_key
set lock_timeout = '5s';
set statement_timeout = '1min';
set search_path = pg_catalog, public;
set standard_conforming_strings = on;

-- Add unique constraint app.u.u_id_key while others read and write the table.
set lock_timeout = 0;
set statement_timeout = 0;
create unique index concurrently u_id_key on app.u (id);
set lock_timeout = '5s';
set statement_timeout = '1min';
alter table app.u add constraint u_id_key unique using index u_id_key;

reset standard_conforming_strings;
reset search_path;
reset statement_timeout;
reset lock_timeout;

-- step 4: undoes 5 4, transaction, lock_timeout 5s, statement_timeout 1min
begin;
set local lock_timeout = '5s';
set local statement_timeout = '1min';
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;
set local client_min_messages = warning;

-- Drop primary key app.t.t_pkey.
alter table app.t drop constraint if exists t_pkey;
drop index if exists app.t_pkey;

commit;

-- step 5: undoes 3 2, transaction, lock_timeout 5s, statement_timeout 1min
begin;
set local lock_timeout = '5s';
set local statement_timeout = '1min';
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;
set local client_min_messages = warning;

-- Take nulls in column app.t.a.
alter table app.t drop constraint if exists a_not_null;
alter table app.t alter column a drop not null;

commit;

-- step 6: undoes 1, transaction, lock_timeout 5s, statement_timeout 0
begin;
set local lock_timeout = '5s';
set local statement_timeout = 0;
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Add foreign key app.v.v_u_id_fkey.
alter table app.v add constraint v_u_id_fkey foreign key (u_id) references app.u (id);

commit;

-- hazard: builds-index app.b.b_a_id_idx
-- hazard: scans-table app.b.b_a_id_fkey

-- step 1: transaction, lock_timeout 5s, statement_timeout 1min
begin;
set local lock_timeout = '5s';
set local statement_timeout = '1min';
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Drop foreign key app.b.b_old_id_fkey.
alter table app.b drop constraint b_old_id_fkey;

commit;

-- step 2: no transaction, lock_timeout 0, statement_timeout 0
-- done when: select pg_catalog.to_regclass('app.b_old_id_idx') is null
set lock_timeout = 0;
set statement_timeout = 0;
set search_path = pg_catalog, public;
set standard_conforming_strings = on;

-- Drop index app.b_old_id_idx while others read and write the table.
drop index concurrently app.b_old_id_idx;

reset standard_conforming_strings;
reset search_path;
reset statement_timeout;
reset lock_timeout;

-- step 3: transaction, lock_timeout 5s, statement_timeout 1min
begin;
set local lock_timeout = '5s';
set local statement_timeout = '1min';
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Add foreign key app.b.b_a_id_fkey, for rows to come.
alter table app.b add constraint b_a_id_fkey foreign key (a_id) references app.a (id) on delete set null on update cascade not valid;

commit;

-- step 4: no transaction, lock_timeout 0, statement_timeout 0
-- done when: select indisvalid from pg_catalog.pg_index where indexrelid = pg_catalog.to_regclass('app.b_a_id_idx') and indrelid = pg_catalog.to_regclass('app.b')
-- cleanup: drop index concurrently app.b_a_id_idx
set lock_timeout = 0;
set statement_timeout = 0;
set search_path = pg_catalog, public;
set standard_conforming_strings = on;

-- Create index app.b_a_id_idx while others read and write the table.
create index concurrently b_a_id_idx on app.b (a_id);

reset standard_conforming_strings;
reset search_path;
reset statement_timeout;
reset lock_timeout;

-- step 5: transaction, lock_timeout 5s, statement_timeout 0
begin;
set local lock_timeout = '5s';
set local statement_timeout = 0;
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Validate foreign key app.b.b_a_id_fkey.
alter table app.b validate constraint b_a_id_fkey;

commit;

-- label: exact
-- hazard: builds-index app.b.b_old_id_idx
-- hazard: scans-table app.b.b_old_id_fkey

-- step 1: undoes 5 4, no transaction, lock_timeout 0, statement_timeout 0
-- done when: select pg_catalog.to_regclass('app.b_a_id_idx') is null
set lock_timeout = 0;
set statement_timeout = 0;
set search_path = pg_catalog, public;
set standard_conforming_strings = on;

-- Drop index app.b_a_id_idx while others read and write the table.
drop index concurrently app.b_a_id_idx;

reset standard_conforming_strings;
reset search_path;
reset statement_timeout;
reset lock_timeout;

-- step 2: undoes 3, transaction, lock_timeout 5s, statement_timeout 1min
begin;
set local lock_timeout = '5s';
set local statement_timeout = '1min';
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Drop foreign key app.b.b_a_id_fkey.
alter table app.b drop constraint b_a_id_fkey;

commit;

-- step 3: undoes 2, no transaction, lock_timeout 0, statement_timeout 0
-- done when: select indisvalid from pg_catalog.pg_index where indexrelid = pg_catalog.to_regclass('app.b_old_id_idx') and indrelid = pg_catalog.to_regclass('app.b')
-- cleanup: drop index concurrently app.b_old_id_idx
set lock_timeout = 0;
set statement_timeout = 0;
set search_path = pg_catalog, public;
set standard_conforming_strings = on;

-- Create index app.b_old_id_idx while others read and write the table.
create index concurrently b_old_id_idx on app.b (old_id);

reset standard_conforming_strings;
reset search_path;
reset statement_timeout;
reset lock_timeout;

-- step 4: undoes 1, no transaction, lock_timeout 5s, statement_timeout 1min
-- done when: select convalidated from pg_catalog.pg_constraint where conrelid = pg_catalog.to_regclass('app.b') and conname = 'b_old_id_fkey'
-- cleanup: set lock_timeout = '5s'; alter table app.b drop constraint b_old_id_fkey; reset lock_timeout
set lock_timeout = '5s';
set statement_timeout = '1min';
set search_path = pg_catalog, public;
set standard_conforming_strings = on;

-- Add foreign key app.b.b_old_id_fkey while others read and write the table.
alter table app.b add constraint b_old_id_fkey foreign key (old_id) references app.a (id) on delete cascade not valid;
set statement_timeout = 0;
alter table app.b validate constraint b_old_id_fkey;

reset standard_conforming_strings;
reset search_path;
reset statement_timeout;
reset lock_timeout;

-- decision: drop app.came_old
-- hazard: scans-table app.loses.loses_once
-- hazard: blocks-reads app.loses.loses_once
-- hazard: scans-table app.turns.turns_once
-- hazard: blocks-reads app.turns.turns_once
-- hazard: builds-index app.a_falls.a_falls_own
-- hazard: builds-index app.rises.rises_once
-- hazard: builds-index app.turns.turns_once
-- hazard: builds-index app.gets.gets_once
-- hazard: blocks-writes app.gets.gets_once
-- hazard: deletes-data app.came_old

-- step 1: transaction, lock_timeout 5s, statement_timeout 0
begin;
set local lock_timeout = '5s';
set local statement_timeout = 0;
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Drop index app.loses_once.
alter table app.loses detach partition app.loses_1;
drop index app.loses_once;
alter table app.loses attach partition app.loses_1 for values in (1);

commit;

-- step 2: transaction, lock_timeout 5s, statement_timeout 0
begin;
set local lock_timeout = '5s';
set local statement_timeout = 0;
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Drop index app.turns_once.
alter table app.turns detach partition app.turns_1;
drop index app.turns_once;
alter table app.turns attach partition app.turns_1 for values in (1);

commit;

-- step 3: transaction, lock_timeout 5s, statement_timeout 1min
begin;
set local lock_timeout = '5s';
set local statement_timeout = '1min';
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Drop unique constraint app.falls.falls_once.
alter table app.falls drop constraint falls_once;

commit;

-- step 4: no transaction, lock_timeout 0, statement_timeout 0
-- done when: select indisvalid from pg_catalog.pg_index where indexrelid = pg_catalog.to_regclass('app.a_falls_own') and indrelid = pg_catalog.to_regclass('app.a_falls')
-- cleanup: drop index concurrently app.a_falls_own
set lock_timeout = 0;
set statement_timeout = 0;
set search_path = pg_catalog, public;
set standard_conforming_strings = on;

-- Build the index of unique constraint app.a_falls.a_falls_own while others read and write the table.
create unique index concurrently a_falls_own on app.a_falls (id, code);

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

-- Add unique constraint app.a_falls.a_falls_own by its index.
alter table app.a_falls add constraint a_falls_own unique using index a_falls_own deferrable;

commit;

-- step 6: transaction, lock_timeout 5s, statement_timeout 1min
begin;
set local lock_timeout = '5s';
set local statement_timeout = '1min';
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Drop unique constraint app.rises_1.rises_1_own.
alter table app.rises_1 drop constraint rises_1_own;

commit;

-- step 7: no transaction, lock_timeout 0, statement_timeout 0
-- done when: select indisvalid from pg_catalog.pg_index where indexrelid = pg_catalog.to_regclass('app.rises_1_id_code_key') and indrelid = pg_catalog.to_regclass('app.rises_1')
-- cleanup: drop index concurrently app.rises_1_id_code_key
set lock_timeout = 0;
set statement_timeout = 0;
set search_path = pg_catalog, public;
set standard_conforming_strings = on;

-- Create index app.rises_1_id_code_key while others read and write the partition.
create unique index concurrently rises_1_id_code_key on app.rises_1 (id, code);

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

-- Add unique constraint app.rises_1.rises_1_id_code_key by its index.
alter table app.rises_1 add constraint rises_1_id_code_key unique using index rises_1_id_code_key;

commit;

-- step 9: transaction, lock_timeout 5s, statement_timeout 1min
begin;
set local lock_timeout = '5s';
set local statement_timeout = '1min';
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Create unique constraint app.rises.rises_once of what its partitions have.
alter table app.rises add constraint rises_once unique (id, code);

commit;

-- step 10: transaction, lock_timeout 5s, statement_timeout 1min
begin;
set local lock_timeout = '5s';
set local statement_timeout = '1min';
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Rename unique constraint app.turns_1.turns_1_own to turns_1_id_code_key.
alter table app.turns_1 rename constraint turns_1_own to turns_1_id_code_key;

commit;

-- step 11: transaction, lock_timeout 5s, statement_timeout 0
begin;
set local lock_timeout = '5s';
set local statement_timeout = 0;
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Add unique constraint app.turns.turns_once.
alter table app.turns add constraint turns_once unique (id, code);

commit;

-- step 12: transaction, lock_timeout 5s, statement_timeout 0
begin;
set local lock_timeout = '5s';
set local statement_timeout = 0;
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Create index app.gets_once.
create unique index gets_once on app.gets (id, code);

commit;

-- step 13: transaction, lock_timeout 5s, statement_timeout 1min
begin;
set local lock_timeout = '5s';
set local statement_timeout = '1min';
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Drop table app.came_old.
alter table app.came detach partition app.came_old;
drop table app.came_old;

commit;

-- step 14: transaction, lock_timeout 5s, statement_timeout 0
begin;
set local lock_timeout = '5s';
set local statement_timeout = 0;
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Create table app.came_new.
create table app.came_new partition of app.came for values in (1);
alter table app.came_new add constraint came_new_own unique using index came_new_id_code_idx;

commit;

-- label: structure only
-- reason: the rows of table app.came_old cannot come back
-- loses: ["app", "came_new"]
-- hazard: deletes-data app.came_new
-- hazard: scans-table app.gets.gets_once
-- hazard: blocks-reads app.gets.gets_once
-- hazard: builds-index app.turns_1.turns_1_id_code_key
-- hazard: blocks-reads app.turns_1.turns_1_id_code_key
-- hazard: builds-index app.rises_1.rises_1_own
-- hazard: builds-index app.falls.falls_once
-- hazard: blocks-reads app.falls.falls_once
-- hazard: builds-index app.turns.turns_once
-- hazard: blocks-writes app.turns.turns_once
-- hazard: builds-index app.loses.loses_once
-- hazard: blocks-writes app.loses.loses_once

-- step 1: undoes 14, transaction, lock_timeout 5s, statement_timeout 1min
begin;
set local lock_timeout = '5s';
set local statement_timeout = '1min';
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Drop table app.came_new.
alter table app.came detach partition app.came_new;
drop table app.came_new;

commit;

-- step 2: undoes 13, transaction, lock_timeout 5s, statement_timeout 0
begin;
set local lock_timeout = '5s';
set local statement_timeout = 0;
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Create table app.came_old.
create table app.came_old partition of app.came for values in (9);
alter table app.came_old add constraint came_old_own unique using index came_old_id_code_idx;

commit;

-- step 3: undoes 12, transaction, lock_timeout 5s, statement_timeout 0
begin;
set local lock_timeout = '5s';
set local statement_timeout = 0;
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Drop index app.gets_once.
alter table app.gets detach partition app.gets_1;
drop index app.gets_once;
alter table app.gets attach partition app.gets_1 for values in (1);

commit;

-- step 4: undoes 11, transaction, lock_timeout 5s, statement_timeout 0
begin;
set local lock_timeout = '5s';
set local statement_timeout = 0;
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Drop unique constraint app.turns.turns_once.
alter table app.turns drop constraint turns_once;

-- Add unique constraint app.turns_1.turns_1_id_code_key.
alter table app.turns_1 add constraint turns_1_id_code_key unique (id, code);

commit;

-- step 5: undoes 10, transaction, lock_timeout 5s, statement_timeout 1min
begin;
set local lock_timeout = '5s';
set local statement_timeout = '1min';
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Rename unique constraint app.turns_1.turns_1_id_code_key to turns_1_own.
alter table app.turns_1 rename constraint turns_1_id_code_key to turns_1_own;

commit;

-- step 6: undoes 9, transaction, lock_timeout 5s, statement_timeout 1min
begin;
set local lock_timeout = '5s';
set local statement_timeout = '1min';
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Drop unique constraint app.rises.rises_once.
alter table app.rises drop constraint rises_once;

commit;

-- step 7: undoes 8 7, transaction, lock_timeout 5s, statement_timeout 1min
begin;
set local lock_timeout = '5s';
set local statement_timeout = '1min';
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;
set local client_min_messages = warning;

-- Drop unique constraint app.rises_1.rises_1_id_code_key, where it became part of none.
alter table app.rises_1 drop constraint if exists rises_1_id_code_key;
drop index if exists app.rises_1_id_code_key;

commit;

-- step 8: undoes 6, no transaction, lock_timeout 5s, statement_timeout 1min
-- done when: select exists (select from pg_catalog.pg_constraint where conindid = indexrelid and conname = 'rises_1_own') from pg_catalog.pg_index where indexrelid = pg_catalog.to_regclass('app.rises_1_own') and indrelid = pg_catalog.to_regclass('app.rises_1')
-- cleanup: drop index concurrently app.rises_1_own
set lock_timeout = '5s';
set statement_timeout = '1min';
set search_path = pg_catalog, public;
set standard_conforming_strings = on;

-- Add unique constraint app.rises_1.rises_1_own while others read and write the table.
set lock_timeout = 0;
set statement_timeout = 0;
create unique index concurrently rises_1_own on app.rises_1 (id, code);
set lock_timeout = '5s';
set statement_timeout = '1min';
alter table app.rises_1 add constraint rises_1_own unique using index rises_1_own deferrable;

reset standard_conforming_strings;
reset search_path;
reset statement_timeout;
reset lock_timeout;

-- step 9: undoes 5 4, transaction, lock_timeout 5s, statement_timeout 1min
begin;
set local lock_timeout = '5s';
set local statement_timeout = '1min';
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;
set local client_min_messages = warning;

-- Drop unique constraint app.a_falls.a_falls_own.
alter table app.a_falls drop constraint if exists a_falls_own;
drop index if exists app.a_falls_own;

commit;

-- step 10: undoes 3, transaction, lock_timeout 5s, statement_timeout 0
begin;
set local lock_timeout = '5s';
set local statement_timeout = 0;
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Add unique constraint app.falls.falls_once.
alter table app.falls add constraint falls_once unique (id, code);

commit;

-- step 11: undoes 2, transaction, lock_timeout 5s, statement_timeout 0
begin;
set local lock_timeout = '5s';
set local statement_timeout = 0;
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Create index app.turns_once.
create unique index turns_once on app.turns (id, code);

commit;

-- step 12: undoes 1, transaction, lock_timeout 5s, statement_timeout 0
begin;
set local lock_timeout = '5s';
set local statement_timeout = 0;
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Create index app.loses_once.
create unique index loses_once on app.loses (id, code);

commit;

-- hazard: scans-table app.events
-- hazard: builds-index app.events.told
-- hazard: builds-index app.events.by_note
-- hazard: builds-index app.events.once

-- step 1: transaction, lock_timeout 5s, statement_timeout 1min
begin;
set local lock_timeout = '5s';
set local statement_timeout = '1min';
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Refuse nulls in column app.events.note, of rows to come.
alter table app.events add constraint note_not_null check (note is not null) not valid;

-- Add check app.events.note_check, for rows to come.
alter table app.events add constraint note_check check (note <> '') not valid;

commit;

-- step 2: transaction, lock_timeout 5s, statement_timeout 0
begin;
set local lock_timeout = '5s';
set local statement_timeout = 0;
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Check the rows of table app.events: note_not_null, note_check.
alter table app.events validate constraint note_not_null, validate constraint note_check;

commit;

-- step 3: no transaction, lock_timeout 0, statement_timeout 0
-- done when: select indisvalid from pg_catalog.pg_index where indexrelid = pg_catalog.to_regclass('app.deep_1_id_note_kind_key') and indrelid = pg_catalog.to_regclass('app.deep_1')
-- cleanup: drop index concurrently app.deep_1_id_note_kind_key
set lock_timeout = 0;
set statement_timeout = 0;
set search_path = pg_catalog, public;
set standard_conforming_strings = on;

-- Create index app.deep_1_id_note_kind_key while others read and write the partition.
create unique index concurrently deep_1_id_note_kind_key on app.deep_1 (id, note, kind);

reset standard_conforming_strings;
reset search_path;
reset statement_timeout;
reset lock_timeout;

-- step 4: no transaction, lock_timeout 0, statement_timeout 0
-- done when: select indisvalid from pg_catalog.pg_index where indexrelid = pg_catalog.to_regclass('app.deep_2_id_note_kind_key') and indrelid = pg_catalog.to_regclass('app.deep_2')
-- cleanup: drop index concurrently app.deep_2_id_note_kind_key
set lock_timeout = 0;
set statement_timeout = 0;
set search_path = pg_catalog, public;
set standard_conforming_strings = on;

-- Create index app.deep_2_id_note_kind_key while others read and write the partition.
create unique index concurrently deep_2_id_note_kind_key on app.deep_2 (id, note, kind);

reset standard_conforming_strings;
reset search_path;
reset statement_timeout;
reset lock_timeout;

-- step 5: no transaction, lock_timeout 0, statement_timeout 0
-- done when: select indisvalid from pg_catalog.pg_index where indexrelid = pg_catalog.to_regclass('app.events_1_id_note_kind_key') and indrelid = pg_catalog.to_regclass('app.events_1')
-- cleanup: drop index concurrently app.events_1_id_note_kind_key
set lock_timeout = 0;
set statement_timeout = 0;
set search_path = pg_catalog, public;
set standard_conforming_strings = on;

-- Create index app.events_1_id_note_kind_key while others read and write the partition.
create unique index concurrently events_1_id_note_kind_key on app.events_1 (id, note, kind);

reset standard_conforming_strings;
reset search_path;
reset statement_timeout;
reset lock_timeout;

-- step 6: no transaction, lock_timeout 0, statement_timeout 0
-- done when: select indisvalid from pg_catalog.pg_index where indexrelid = pg_catalog.to_regclass('app.deep_1_note_id_idx') and indrelid = pg_catalog.to_regclass('app.deep_1')
-- cleanup: drop index concurrently app.deep_1_note_id_idx
set lock_timeout = 0;
set statement_timeout = 0;
set search_path = pg_catalog, public;
set standard_conforming_strings = on;

-- Create index app.deep_1_note_id_idx while others read and write the partition.
create index concurrently deep_1_note_id_idx on app.deep_1 (note, id);

reset standard_conforming_strings;
reset search_path;
reset statement_timeout;
reset lock_timeout;

-- step 7: no transaction, lock_timeout 0, statement_timeout 0
-- done when: select indisvalid from pg_catalog.pg_index where indexrelid = pg_catalog.to_regclass('app.deep_2_note_id_idx') and indrelid = pg_catalog.to_regclass('app.deep_2')
-- cleanup: drop index concurrently app.deep_2_note_id_idx
set lock_timeout = 0;
set statement_timeout = 0;
set search_path = pg_catalog, public;
set standard_conforming_strings = on;

-- Create index app.deep_2_note_id_idx while others read and write the partition.
create index concurrently deep_2_note_id_idx on app.deep_2 (note, id);

reset standard_conforming_strings;
reset search_path;
reset statement_timeout;
reset lock_timeout;

-- step 8: no transaction, lock_timeout 0, statement_timeout 0
-- done when: select indisvalid from pg_catalog.pg_index where indexrelid = pg_catalog.to_regclass('app.events_1_note_id_idx') and indrelid = pg_catalog.to_regclass('app.events_1')
-- cleanup: drop index concurrently app.events_1_note_id_idx
set lock_timeout = 0;
set statement_timeout = 0;
set search_path = pg_catalog, public;
set standard_conforming_strings = on;

-- Create index app.events_1_note_id_idx while others read and write the partition.
create index concurrently events_1_note_id_idx on app.events_1 (note, id);

reset standard_conforming_strings;
reset search_path;
reset statement_timeout;
reset lock_timeout;

-- step 9: no transaction, lock_timeout 0, statement_timeout 0
-- done when: select indisvalid from pg_catalog.pg_index where indexrelid = pg_catalog.to_regclass('app.deep_1_note_kind_id_idx') and indrelid = pg_catalog.to_regclass('app.deep_1')
-- cleanup: drop index concurrently app.deep_1_note_kind_id_idx
set lock_timeout = 0;
set statement_timeout = 0;
set search_path = pg_catalog, public;
set standard_conforming_strings = on;

-- Create index app.deep_1_note_kind_id_idx while others read and write the partition.
create unique index concurrently deep_1_note_kind_id_idx on app.deep_1 (note, kind, id);

reset standard_conforming_strings;
reset search_path;
reset statement_timeout;
reset lock_timeout;

-- step 10: no transaction, lock_timeout 0, statement_timeout 0
-- done when: select indisvalid from pg_catalog.pg_index where indexrelid = pg_catalog.to_regclass('app.deep_2_note_kind_id_idx') and indrelid = pg_catalog.to_regclass('app.deep_2')
-- cleanup: drop index concurrently app.deep_2_note_kind_id_idx
set lock_timeout = 0;
set statement_timeout = 0;
set search_path = pg_catalog, public;
set standard_conforming_strings = on;

-- Create index app.deep_2_note_kind_id_idx while others read and write the partition.
create unique index concurrently deep_2_note_kind_id_idx on app.deep_2 (note, kind, id);

reset standard_conforming_strings;
reset search_path;
reset statement_timeout;
reset lock_timeout;

-- step 11: no transaction, lock_timeout 0, statement_timeout 0
-- done when: select indisvalid from pg_catalog.pg_index where indexrelid = pg_catalog.to_regclass('app.events_1_note_kind_id_idx') and indrelid = pg_catalog.to_regclass('app.events_1')
-- cleanup: drop index concurrently app.events_1_note_kind_id_idx
set lock_timeout = 0;
set statement_timeout = 0;
set search_path = pg_catalog, public;
set standard_conforming_strings = on;

-- Create index app.events_1_note_kind_id_idx while others read and write the partition.
create unique index concurrently events_1_note_kind_id_idx on app.events_1 (note, kind, id);

reset standard_conforming_strings;
reset search_path;
reset statement_timeout;
reset lock_timeout;

-- step 12: transaction, lock_timeout 5s, statement_timeout 1min
begin;
set local lock_timeout = '5s';
set local statement_timeout = '1min';
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Refuse nulls in column app.events.note.
alter table app.events alter column note set not null;
alter table app.events drop constraint note_not_null;

commit;

-- step 13: transaction, lock_timeout 5s, statement_timeout 1min
begin;
set local lock_timeout = '5s';
set local statement_timeout = '1min';
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Add unique constraint app.deep_1.deep_1_id_note_kind_key by its index.
alter table app.deep_1 add constraint deep_1_id_note_kind_key unique using index deep_1_id_note_kind_key;

commit;

-- step 14: transaction, lock_timeout 5s, statement_timeout 1min
begin;
set local lock_timeout = '5s';
set local statement_timeout = '1min';
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Add unique constraint app.deep_2.deep_2_id_note_kind_key by its index.
alter table app.deep_2 add constraint deep_2_id_note_kind_key unique using index deep_2_id_note_kind_key;

commit;

-- step 15: transaction, lock_timeout 5s, statement_timeout 1min
begin;
set local lock_timeout = '5s';
set local statement_timeout = '1min';
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Add unique constraint app.events_1.events_1_id_note_kind_key by its index.
alter table app.events_1 add constraint events_1_id_note_kind_key unique using index events_1_id_note_kind_key;

commit;

-- step 16: transaction, lock_timeout 5s, statement_timeout 1min
begin;
set local lock_timeout = '5s';
set local statement_timeout = '1min';
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Create unique constraint app.events.told of what its partitions have.
alter table app.events add constraint told unique (id, note, kind);
comment on constraint told on app.events is 'by all';

-- Create index app.by_note of what its partitions have.
create index by_note on app.events (note, id);
comment on index app.by_note is 'fast';

-- Create index app.once of what its partitions have.
create unique index once on app.events (note, kind, id);

commit;

-- hazard: scans-table app.events
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

-- Create index app.by_note without those of the partitions.
create index by_note on only app.events (note, id);
create index deep_note_id_idx on only app.deep (note, id);

-- Create index app.once without those of the partitions.
create unique index once on only app.events (note, kind, id);
create unique index deep_note_kind_id_idx on only app.deep (note, kind, id);

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

-- step 4: no transaction, lock_timeout 0, statement_timeout 0
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

-- step 5: no transaction, lock_timeout 0, statement_timeout 0
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

-- step 6: no transaction, lock_timeout 0, statement_timeout 0
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

-- step 7: no transaction, lock_timeout 0, statement_timeout 0
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

-- step 8: no transaction, lock_timeout 0, statement_timeout 0
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

-- step 9: transaction, lock_timeout 5s, statement_timeout 1min
begin;
set local lock_timeout = '5s';
set local statement_timeout = '1min';
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Refuse nulls in column app.events.note.
alter table app.events alter column note set not null;
alter table app.events drop constraint note_not_null;

-- Attach the parts of index app.by_note.
alter index app.by_note attach partition app.deep_note_id_idx;
alter index app.deep_note_id_idx attach partition app.deep_1_note_id_idx;
alter index app.deep_note_id_idx attach partition app.deep_2_note_id_idx;
alter index app.by_note attach partition app.events_1_note_id_idx;

-- Set the comment of index app.by_note.
comment on index app.by_note is 'fast';

-- Attach the parts of index app.once.
alter index app.once attach partition app.deep_note_kind_id_idx;
alter index app.deep_note_kind_id_idx attach partition app.deep_1_note_kind_id_idx;
alter index app.deep_note_kind_id_idx attach partition app.deep_2_note_kind_id_idx;
alter index app.once attach partition app.events_1_note_kind_id_idx;

commit;

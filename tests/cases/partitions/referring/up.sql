-- hazard: builds-index app.events.events_before_id_idx
-- hazard: builds-index app.events.events_kind_id_idx
-- hazard: scans-table app.events.came_after
-- hazard: blocks-writes app.events.came_after
-- hazard: scans-table app.events.of_kind
-- hazard: scans-table app.notes.notes_event_id_fkey
-- hazard: blocks-writes app.notes.notes_event_id_fkey

-- step 1: no transaction, lock_timeout 0, statement_timeout 0
-- done when: select indisvalid from pg_catalog.pg_index where indexrelid = pg_catalog.to_regclass('app.events_0_before_id_idx') and indrelid = pg_catalog.to_regclass('app.events_0')
-- cleanup: drop index concurrently app.events_0_before_id_idx
set lock_timeout = 0;
set statement_timeout = 0;
set search_path = pg_catalog, public;
set standard_conforming_strings = on;

-- Create index app.events_0_before_id_idx while others read and write the partition.
create index concurrently events_0_before_id_idx on app.events_0 (before_id);

reset standard_conforming_strings;
reset search_path;
reset statement_timeout;
reset lock_timeout;

-- step 2: no transaction, lock_timeout 0, statement_timeout 0
-- done when: select indisvalid from pg_catalog.pg_index where indexrelid = pg_catalog.to_regclass('app.events_2_before_id_idx') and indrelid = pg_catalog.to_regclass('app.events_2')
-- cleanup: drop index concurrently app.events_2_before_id_idx
set lock_timeout = 0;
set statement_timeout = 0;
set search_path = pg_catalog, public;
set standard_conforming_strings = on;

-- Create index app.events_2_before_id_idx while others read and write the partition.
create index concurrently events_2_before_id_idx on app.events_2 (before_id);

reset standard_conforming_strings;
reset search_path;
reset statement_timeout;
reset lock_timeout;

-- step 3: no transaction, lock_timeout 0, statement_timeout 0
-- done when: select indisvalid from pg_catalog.pg_index where indexrelid = pg_catalog.to_regclass('app.events_0_kind_id_idx') and indrelid = pg_catalog.to_regclass('app.events_0')
-- cleanup: drop index concurrently app.events_0_kind_id_idx
set lock_timeout = 0;
set statement_timeout = 0;
set search_path = pg_catalog, public;
set standard_conforming_strings = on;

-- Create index app.events_0_kind_id_idx while others read and write the partition.
create index concurrently events_0_kind_id_idx on app.events_0 (kind_id);

reset standard_conforming_strings;
reset search_path;
reset statement_timeout;
reset lock_timeout;

-- step 4: no transaction, lock_timeout 0, statement_timeout 0
-- done when: select indisvalid from pg_catalog.pg_index where indexrelid = pg_catalog.to_regclass('app.events_2_kind_id_idx') and indrelid = pg_catalog.to_regclass('app.events_2')
-- cleanup: drop index concurrently app.events_2_kind_id_idx
set lock_timeout = 0;
set statement_timeout = 0;
set search_path = pg_catalog, public;
set standard_conforming_strings = on;

-- Create index app.events_2_kind_id_idx while others read and write the partition.
create index concurrently events_2_kind_id_idx on app.events_2 (kind_id);

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

-- Create index app.events_before_id_idx of what its partitions have.
create index events_before_id_idx on app.events (before_id);

-- Create index app.events_kind_id_idx of what its partitions have.
create index events_kind_id_idx on app.events (kind_id);

-- Add foreign key app.events.came_after.
alter table app.events add constraint came_after foreign key (before_id) references app.events (id);

commit;

-- step 6: transaction, lock_timeout 5s, statement_timeout 1min
begin;
set local lock_timeout = '5s';
set local statement_timeout = '1min';
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Add foreign key app.events_0.of_kind, for rows to come.
alter table app.events_0 add constraint of_kind foreign key (kind_id) references app.kinds (id) on delete cascade deferrable initially deferred not valid;

commit;

-- step 7: transaction, lock_timeout 5s, statement_timeout 1min
begin;
set local lock_timeout = '5s';
set local statement_timeout = '1min';
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Add foreign key app.events_2.of_kind, for rows to come.
alter table app.events_2 add constraint of_kind foreign key (kind_id) references app.kinds (id) on delete cascade deferrable initially deferred not valid;

commit;

-- step 8: transaction, lock_timeout 5s, statement_timeout 0
begin;
set local lock_timeout = '5s';
set local statement_timeout = 0;
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Validate foreign key app.events_0.of_kind.
alter table app.events_0 validate constraint of_kind;

commit;

-- step 9: transaction, lock_timeout 5s, statement_timeout 0
begin;
set local lock_timeout = '5s';
set local statement_timeout = 0;
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Validate foreign key app.events_2.of_kind.
alter table app.events_2 validate constraint of_kind;

commit;

-- step 10: transaction, lock_timeout 5s, statement_timeout 1min
begin;
set local lock_timeout = '5s';
set local statement_timeout = '1min';
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Create foreign key app.events.of_kind of what its partitions have.
alter table app.events add constraint of_kind foreign key (kind_id) references app.kinds (id) on delete cascade deferrable initially deferred;
comment on constraint of_kind on app.events is 'all';

commit;

-- step 11: transaction, lock_timeout 5s, statement_timeout 0
begin;
set local lock_timeout = '5s';
set local statement_timeout = 0;
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Add foreign key app.notes.notes_event_id_fkey.
alter table app.notes add constraint notes_event_id_fkey foreign key (event_id) references app.events (id);

commit;

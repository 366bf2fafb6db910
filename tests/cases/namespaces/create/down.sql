-- label: exact
-- loses: ["audit", "events"]
-- hazard: deletes-data audit.events

-- step 1: undoes 2, transaction, lock_timeout 5s, statement_timeout 1min
begin;
set local lock_timeout = '5s';
set local statement_timeout = '1min';
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Drop foreign key audit.events.events_note_id_fkey.
alter table audit.events drop constraint events_note_id_fkey;

commit;

-- step 2: undoes 1, transaction, lock_timeout 5s, statement_timeout 1min
begin;
set local lock_timeout = '5s';
set local statement_timeout = '1min';
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Drop index audit.events_note_id_idx.
drop index audit.events_note_id_idx;

-- Drop table audit.events.
drop table audit.events;

-- Drop namespace audit.
drop schema audit;

commit;

-- label: exact

-- step 1: undoes 9, transaction, lock_timeout 5s, statement_timeout 1min
begin;
set local lock_timeout = '5s';
set local statement_timeout = '1min';
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Drop the comment of index app.by_note.
comment on index app.by_note is null;

commit;

-- step 2: undoes 8 7 6 5 4 3 2 1, transaction, lock_timeout 5s, statement_timeout 1min
begin;
set local lock_timeout = '5s';
set local statement_timeout = '1min';
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;
set local client_min_messages = warning;

-- Drop index app.once, and what partitions have of it.
drop index if exists app.once;
drop index if exists app.deep_note_kind_id_idx;
drop index if exists app.deep_1_note_kind_id_idx;
drop index if exists app.deep_2_note_kind_id_idx;
drop index if exists app.events_1_note_kind_id_idx;

-- Drop index app.by_note, and what partitions have of it.
drop index if exists app.by_note;
drop index if exists app.deep_note_id_idx;
drop index if exists app.deep_1_note_id_idx;
drop index if exists app.deep_2_note_id_idx;
drop index if exists app.events_1_note_id_idx;

-- Drop check app.events.note_check.
alter table app.events drop constraint note_check;

-- Take nulls in column app.events.note.
alter table app.events drop constraint if exists note_not_null;
alter table app.events alter column note drop not null;

commit;

-- label: exact

-- step 1: undoes 16, transaction, lock_timeout 5s, statement_timeout 1min
begin;
set local lock_timeout = '5s';
set local statement_timeout = '1min';
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Drop index app.once.
drop index app.once;

-- Drop index app.by_note.
drop index app.by_note;

-- Drop unique constraint app.events.told.
alter table app.events drop constraint told;

commit;

-- step 2: undoes 15 14 13 12 11, transaction, lock_timeout 5s, statement_timeout 1min
begin;
set local lock_timeout = '5s';
set local statement_timeout = '1min';
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;
set local client_min_messages = warning;

-- Drop index app.events_1_note_kind_id_idx, where it became part of none.
drop index if exists app.events_1_note_kind_id_idx;

commit;

-- step 3: undoes 10, transaction, lock_timeout 5s, statement_timeout 1min
begin;
set local lock_timeout = '5s';
set local statement_timeout = '1min';
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;
set local client_min_messages = warning;

-- Drop index app.deep_2_note_kind_id_idx, where it became part of none.
drop index if exists app.deep_2_note_kind_id_idx;

commit;

-- step 4: undoes 9, transaction, lock_timeout 5s, statement_timeout 1min
begin;
set local lock_timeout = '5s';
set local statement_timeout = '1min';
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;
set local client_min_messages = warning;

-- Drop index app.deep_1_note_kind_id_idx, where it became part of none.
drop index if exists app.deep_1_note_kind_id_idx;

commit;

-- step 5: undoes 8, transaction, lock_timeout 5s, statement_timeout 1min
begin;
set local lock_timeout = '5s';
set local statement_timeout = '1min';
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;
set local client_min_messages = warning;

-- Drop index app.events_1_note_id_idx, where it became part of none.
drop index if exists app.events_1_note_id_idx;

commit;

-- step 6: undoes 7, transaction, lock_timeout 5s, statement_timeout 1min
begin;
set local lock_timeout = '5s';
set local statement_timeout = '1min';
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;
set local client_min_messages = warning;

-- Drop index app.deep_2_note_id_idx, where it became part of none.
drop index if exists app.deep_2_note_id_idx;

commit;

-- step 7: undoes 6, transaction, lock_timeout 5s, statement_timeout 1min
begin;
set local lock_timeout = '5s';
set local statement_timeout = '1min';
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;
set local client_min_messages = warning;

-- Drop index app.deep_1_note_id_idx, where it became part of none.
drop index if exists app.deep_1_note_id_idx;

commit;

-- step 8: undoes 5, transaction, lock_timeout 5s, statement_timeout 1min
begin;
set local lock_timeout = '5s';
set local statement_timeout = '1min';
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;
set local client_min_messages = warning;

-- Drop unique constraint app.events_1.events_1_id_note_kind_key, where it became part of none.
alter table app.events_1 drop constraint if exists events_1_id_note_kind_key;
drop index if exists app.events_1_id_note_kind_key;

commit;

-- step 9: undoes 4, transaction, lock_timeout 5s, statement_timeout 1min
begin;
set local lock_timeout = '5s';
set local statement_timeout = '1min';
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;
set local client_min_messages = warning;

-- Drop unique constraint app.deep_2.deep_2_id_note_kind_key, where it became part of none.
alter table app.deep_2 drop constraint if exists deep_2_id_note_kind_key;
drop index if exists app.deep_2_id_note_kind_key;

commit;

-- step 10: undoes 3, transaction, lock_timeout 5s, statement_timeout 1min
begin;
set local lock_timeout = '5s';
set local statement_timeout = '1min';
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;
set local client_min_messages = warning;

-- Drop unique constraint app.deep_1.deep_1_id_note_kind_key, where it became part of none.
alter table app.deep_1 drop constraint if exists deep_1_id_note_kind_key;
drop index if exists app.deep_1_id_note_kind_key;

commit;

-- step 11: undoes 2 1, transaction, lock_timeout 5s, statement_timeout 1min
begin;
set local lock_timeout = '5s';
set local statement_timeout = '1min';
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;
set local client_min_messages = warning;

-- Drop check app.events.note_check.
alter table app.events drop constraint note_check;

-- Take nulls in column app.events.note.
alter table app.events drop constraint if exists note_not_null;
alter table app.events alter column note drop not null;

commit;

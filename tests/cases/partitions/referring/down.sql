-- label: exact

-- step 1: undoes 11, transaction, lock_timeout 5s, statement_timeout 1min
begin;
set local lock_timeout = '5s';
set local statement_timeout = '1min';
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Drop foreign key app.notes.notes_event_id_fkey.
alter table app.notes drop constraint notes_event_id_fkey;

commit;

-- step 2: undoes 10, transaction, lock_timeout 5s, statement_timeout 1min
begin;
set local lock_timeout = '5s';
set local statement_timeout = '1min';
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Drop foreign key app.events.of_kind.
alter table app.events drop constraint of_kind;

commit;

-- step 3: undoes 9 8 7, transaction, lock_timeout 5s, statement_timeout 1min
begin;
set local lock_timeout = '5s';
set local statement_timeout = '1min';
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;
set local client_min_messages = warning;

-- Drop foreign key app.events_2.of_kind, where it became part of none.
alter table app.events_2 drop constraint if exists of_kind;

commit;

-- step 4: undoes 6, transaction, lock_timeout 5s, statement_timeout 1min
begin;
set local lock_timeout = '5s';
set local statement_timeout = '1min';
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;
set local client_min_messages = warning;

-- Drop foreign key app.events_0.of_kind, where it became part of none.
alter table app.events_0 drop constraint if exists of_kind;

commit;

-- step 5: undoes 5, transaction, lock_timeout 5s, statement_timeout 1min
begin;
set local lock_timeout = '5s';
set local statement_timeout = '1min';
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Drop foreign key app.events.came_after.
alter table app.events drop constraint came_after;

-- Drop index app.events_kind_id_idx.
drop index app.events_kind_id_idx;

-- Drop index app.events_before_id_idx.
drop index app.events_before_id_idx;

commit;

-- step 6: undoes 4, transaction, lock_timeout 5s, statement_timeout 1min
begin;
set local lock_timeout = '5s';
set local statement_timeout = '1min';
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;
set local client_min_messages = warning;

-- Drop index app.events_2_kind_id_idx, where it became part of none.
drop index if exists app.events_2_kind_id_idx;

commit;

-- step 7: undoes 3, transaction, lock_timeout 5s, statement_timeout 1min
begin;
set local lock_timeout = '5s';
set local statement_timeout = '1min';
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;
set local client_min_messages = warning;

-- Drop index app.events_0_kind_id_idx, where it became part of none.
drop index if exists app.events_0_kind_id_idx;

commit;

-- step 8: undoes 2, transaction, lock_timeout 5s, statement_timeout 1min
begin;
set local lock_timeout = '5s';
set local statement_timeout = '1min';
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;
set local client_min_messages = warning;

-- Drop index app.events_2_before_id_idx, where it became part of none.
drop index if exists app.events_2_before_id_idx;

commit;

-- step 9: undoes 1, transaction, lock_timeout 5s, statement_timeout 1min
begin;
set local lock_timeout = '5s';
set local statement_timeout = '1min';
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;
set local client_min_messages = warning;

-- Drop index app.events_0_before_id_idx, where it became part of none.
drop index if exists app.events_0_before_id_idx;

commit;

-- label: exact
-- loses: ["app", "notes", "code"]
-- loses: ["app", "notes", "person_id"]

-- step 1: undoes 3, transaction, lock_timeout 5s, statement_timeout 0
begin;
set local lock_timeout = '5s';
set local statement_timeout = 0;
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Drop foreign key app.notes.notes_person_id_fkey.
alter table app.notes drop constraint notes_person_id_fkey;

commit;

-- step 2: undoes 2, transaction, lock_timeout 5s, statement_timeout 0
begin;
set local lock_timeout = '5s';
set local statement_timeout = 0;
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Drop foreign key app.notes.notes_code_fkey.
alter table app.notes drop constraint notes_code_fkey;

commit;

-- step 3: undoes 1, transaction, lock_timeout 5s, statement_timeout 0
begin;
set local lock_timeout = '5s';
set local statement_timeout = 0;
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Drop index app.notes_person_id_idx.
drop index app.notes_person_id_idx;

-- Drop index app.notes_code_idx.
drop index app.notes_code_idx;

-- Drop column app.notes.code.
alter table app.notes drop column code;

-- Drop column app.notes.person_id.
alter table app.notes drop column person_id;

commit;

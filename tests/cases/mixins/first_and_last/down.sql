-- label: exact
-- loses: ["app", "notes", "created_at"]
-- loses: ["app", "files"]
-- loses: ["app", "people"]

-- step 1: undoes 2, transaction, lock_timeout 5s, statement_timeout 0
begin;
set local lock_timeout = '5s';
set local statement_timeout = 0;
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Drop index app.notes_created_at_idx.
drop index app.notes_created_at_idx;

-- Drop column app.notes.created_at.
alter table app.notes drop column created_at;

commit;

-- step 2: undoes 1, transaction, lock_timeout 5s, statement_timeout 0
begin;
set local lock_timeout = '5s';
set local statement_timeout = 0;
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Drop index app.files_owner_id_idx.
drop index app.files_owner_id_idx;

-- Drop index app.files_created_at_idx.
drop index app.files_created_at_idx;

-- Drop table app.files.
drop table app.files;

-- Drop index app.people_created_at_idx.
drop index app.people_created_at_idx;

-- Drop table app.people.
drop table app.people;

commit;

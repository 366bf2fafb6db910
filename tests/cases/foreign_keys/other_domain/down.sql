-- label: exact
-- loses: ["app", "notes", "code"]
-- loses: ["app", "notes", "person_id"]
-- hazard: deletes-data app.notes.code
-- hazard: deletes-data app.notes.person_id

-- step 1: undoes 7 6 5, no transaction, lock_timeout 0, statement_timeout 0
-- done when: select pg_catalog.to_regclass('app.notes_person_id_idx') is null
set lock_timeout = 0;
set statement_timeout = 0;
set search_path = pg_catalog, public;
set standard_conforming_strings = on;

-- Drop index app.notes_person_id_idx while others read and write the table.
drop index concurrently app.notes_person_id_idx;

reset standard_conforming_strings;
reset search_path;
reset statement_timeout;
reset lock_timeout;

-- step 2: undoes 4, no transaction, lock_timeout 0, statement_timeout 0
-- done when: select pg_catalog.to_regclass('app.notes_code_idx') is null
set lock_timeout = 0;
set statement_timeout = 0;
set search_path = pg_catalog, public;
set standard_conforming_strings = on;

-- Drop index app.notes_code_idx while others read and write the table.
drop index concurrently app.notes_code_idx;

reset standard_conforming_strings;
reset search_path;
reset statement_timeout;
reset lock_timeout;

-- step 3: undoes 3, transaction, lock_timeout 5s, statement_timeout 1min
begin;
set local lock_timeout = '5s';
set local statement_timeout = '1min';
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Drop foreign key app.notes.notes_person_id_fkey.
alter table app.notes drop constraint notes_person_id_fkey;

commit;

-- step 4: undoes 2, transaction, lock_timeout 5s, statement_timeout 1min
begin;
set local lock_timeout = '5s';
set local statement_timeout = '1min';
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Drop foreign key app.notes.notes_code_fkey.
alter table app.notes drop constraint notes_code_fkey;

commit;

-- step 5: undoes 1, transaction, lock_timeout 5s, statement_timeout 1min
begin;
set local lock_timeout = '5s';
set local statement_timeout = '1min';
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Drop column app.notes.code.
alter table app.notes drop column code;

-- Drop column app.notes.person_id.
alter table app.notes drop column person_id;

commit;

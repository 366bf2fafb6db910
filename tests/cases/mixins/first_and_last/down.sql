-- label: exact
-- loses: ["app", "notes", "created_at"]
-- loses: ["app", "files"]
-- loses: ["app", "people"]
-- hazard: deletes-data app.notes.created_at
-- hazard: deletes-data app.files
-- hazard: deletes-data app.people

-- step 1: undoes 3, no transaction, lock_timeout 0, statement_timeout 0
-- done when: select pg_catalog.to_regclass('app.notes_created_at_idx') is null
set lock_timeout = 0;
set statement_timeout = 0;
set search_path = pg_catalog, public;
set standard_conforming_strings = on;

-- Drop index app.notes_created_at_idx while others read and write the table.
drop index concurrently app.notes_created_at_idx;

reset standard_conforming_strings;
reset search_path;
reset statement_timeout;
reset lock_timeout;

-- step 2: undoes 2, transaction, lock_timeout 5s, statement_timeout 1min
begin;
set local lock_timeout = '5s';
set local statement_timeout = '1min';
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Drop column app.notes.created_at.
alter table app.notes drop column created_at;

commit;

-- step 3: undoes 1, transaction, lock_timeout 5s, statement_timeout 1min
begin;
set local lock_timeout = '5s';
set local statement_timeout = '1min';
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

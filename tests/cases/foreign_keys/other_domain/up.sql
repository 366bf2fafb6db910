-- hazard: builds-index app.notes.notes_code_idx
-- hazard: builds-index app.notes.notes_person_id_idx
-- hazard: scans-table app.notes.notes_code_fkey
-- hazard: scans-table app.notes.notes_person_id_fkey

-- step 1: transaction, lock_timeout 5s, statement_timeout 1min
begin;
set local lock_timeout = '5s';
set local statement_timeout = '1min';
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Add column app.notes.person_id.
alter table app.notes add column person_id bigint;

-- Add column app.notes.code.
alter table app.notes add column code text;

commit;

-- step 2: transaction, lock_timeout 5s, statement_timeout 1min
begin;
set local lock_timeout = '5s';
set local statement_timeout = '1min';
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Add foreign key app.notes.notes_code_fkey, for rows to come.
alter table app.notes add constraint notes_code_fkey foreign key (code) references core.people (code) on delete cascade not valid;

commit;

-- step 3: transaction, lock_timeout 5s, statement_timeout 1min
begin;
set local lock_timeout = '5s';
set local statement_timeout = '1min';
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Add foreign key app.notes.notes_person_id_fkey, for rows to come.
alter table app.notes add constraint notes_person_id_fkey foreign key (person_id) references core.people (id) not valid;

commit;

-- step 4: no transaction, lock_timeout 0, statement_timeout 0
-- done when: select indisvalid from pg_catalog.pg_index where indexrelid = pg_catalog.to_regclass('app.notes_code_idx') and indrelid = pg_catalog.to_regclass('app.notes')
-- cleanup: drop index concurrently app.notes_code_idx
set lock_timeout = 0;
set statement_timeout = 0;
set search_path = pg_catalog, public;
set standard_conforming_strings = on;

-- Create index app.notes_code_idx while others read and write the table.
create index concurrently notes_code_idx on app.notes (code);

reset standard_conforming_strings;
reset search_path;
reset statement_timeout;
reset lock_timeout;

-- step 5: no transaction, lock_timeout 0, statement_timeout 0
-- done when: select indisvalid from pg_catalog.pg_index where indexrelid = pg_catalog.to_regclass('app.notes_person_id_idx') and indrelid = pg_catalog.to_regclass('app.notes')
-- cleanup: drop index concurrently app.notes_person_id_idx
set lock_timeout = 0;
set statement_timeout = 0;
set search_path = pg_catalog, public;
set standard_conforming_strings = on;

-- Create index app.notes_person_id_idx while others read and write the table.
create index concurrently notes_person_id_idx on app.notes (person_id);

reset standard_conforming_strings;
reset search_path;
reset statement_timeout;
reset lock_timeout;

-- step 6: transaction, lock_timeout 5s, statement_timeout 0
begin;
set local lock_timeout = '5s';
set local statement_timeout = 0;
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Validate foreign key app.notes.notes_code_fkey.
alter table app.notes validate constraint notes_code_fkey;

commit;

-- step 7: transaction, lock_timeout 5s, statement_timeout 0
begin;
set local lock_timeout = '5s';
set local statement_timeout = 0;
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Validate foreign key app.notes.notes_person_id_fkey.
alter table app.notes validate constraint notes_person_id_fkey;

commit;

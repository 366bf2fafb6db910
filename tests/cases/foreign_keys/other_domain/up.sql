-- hazard: builds-index app.notes.notes_code_idx
-- hazard: blocks-writes app.notes.notes_code_idx
-- hazard: builds-index app.notes.notes_person_id_idx
-- hazard: blocks-writes app.notes.notes_person_id_idx
-- hazard: scans-table app.notes.notes_code_fkey
-- hazard: blocks-writes app.notes.notes_code_fkey
-- hazard: scans-table app.notes.notes_person_id_fkey
-- hazard: blocks-writes app.notes.notes_person_id_fkey

-- step 1: transaction, lock_timeout 5s, statement_timeout 0
begin;
set local lock_timeout = '5s';
set local statement_timeout = 0;
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Add column app.notes.person_id.
alter table app.notes add column person_id bigint;

-- Add column app.notes.code.
alter table app.notes add column code text;

-- Create index app.notes_code_idx.
create index notes_code_idx on app.notes (code);

-- Create index app.notes_person_id_idx.
create index notes_person_id_idx on app.notes (person_id);

commit;

-- step 2: transaction, lock_timeout 5s, statement_timeout 0
begin;
set local lock_timeout = '5s';
set local statement_timeout = 0;
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Add foreign key app.notes.notes_code_fkey.
alter table app.notes add constraint notes_code_fkey foreign key (code) references core.people (code) on delete cascade;

commit;

-- step 3: transaction, lock_timeout 5s, statement_timeout 0
begin;
set local lock_timeout = '5s';
set local statement_timeout = 0;
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Add foreign key app.notes.notes_person_id_fkey.
alter table app.notes add constraint notes_person_id_fkey foreign key (person_id) references core.people (id);

commit;

-- hazard: breaks-clients app.mood
-- hazard: scans-table app.t.tame
-- hazard: blocks-reads app.t.tame
-- hazard: builds-index app.t.t_note_idx
-- hazard: blocks-writes app.t.t_note_idx

-- step 1: transaction, lock_timeout 5s, statement_timeout 0
begin;
set local lock_timeout = '5s';
set local statement_timeout = 0;
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Drop check app.t.tame.
alter table app.t drop constraint tame;

-- Drop index app.t_note_idx.
drop index app.t_note_idx;

commit;

-- step 2: transaction, lock_timeout 5s, statement_timeout 0
begin;
set local lock_timeout = '5s';
set local statement_timeout = 0;
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Rename value wild of enum app.mood to fierce.
alter type app.mood rename value 'wild' to 'fierce';

-- Rename value it's of enum app.mood to it is.
alter type app.mood rename value 'it''s' to 'it is';

commit;

-- step 3: transaction, lock_timeout 5s, statement_timeout 0
begin;
set local lock_timeout = '5s';
set local statement_timeout = 0;
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Add check app.t.tame.
alter table app.t add constraint tame check (mood <> 'fierce'::app.mood or note is not null);

-- Create index app.t_note_idx.
create index t_note_idx on app.t (note) where mood = 'fierce';

commit;

-- label: exact
-- hazard: breaks-clients app.mood
-- hazard: builds-index app.t.t_note_idx
-- hazard: blocks-writes app.t.t_note_idx
-- hazard: scans-table app.t.tame
-- hazard: blocks-reads app.t.tame

-- step 1: undoes 5, no transaction, lock_timeout 0, statement_timeout 0
-- done when: select pg_catalog.to_regclass('app.t_note_idx') is null
set lock_timeout = 0;
set statement_timeout = 0;
set search_path = pg_catalog, public;
set standard_conforming_strings = on;

-- Drop index app.t_note_idx while others read and write the table.
drop index concurrently app.t_note_idx;

reset standard_conforming_strings;
reset search_path;
reset statement_timeout;
reset lock_timeout;

-- step 2: undoes 4 3, transaction, lock_timeout 5s, statement_timeout 1min
begin;
set local lock_timeout = '5s';
set local statement_timeout = '1min';
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Drop check app.t.tame.
alter table app.t drop constraint tame;

commit;

-- step 3: undoes 2, transaction, lock_timeout 5s, statement_timeout 0
begin;
set local lock_timeout = '5s';
set local statement_timeout = 0;
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Rename value it is of enum app.mood to it's.
alter type app.mood rename value 'it is' to 'it''s';

-- Rename value fierce of enum app.mood to wild.
alter type app.mood rename value 'fierce' to 'wild';

commit;

-- step 4: undoes 1, transaction, lock_timeout 5s, statement_timeout 0
begin;
set local lock_timeout = '5s';
set local statement_timeout = 0;
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Create index app.t_note_idx.
create index t_note_idx on app.t (note) where mood = 'wild';

-- Add check app.t.tame.
alter table app.t add constraint tame check (mood <> 'wild'::app.mood or note is not null);

commit;

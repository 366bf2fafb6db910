-- hazard: breaks-clients app.mood
-- hazard: scans-table app.t.tame
-- hazard: builds-index app.t.t_note_idx

-- step 1: transaction, lock_timeout 5s, statement_timeout 1min
begin;
set local lock_timeout = '5s';
set local statement_timeout = '1min';
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

-- step 3: transaction, lock_timeout 5s, statement_timeout 1min
begin;
set local lock_timeout = '5s';
set local statement_timeout = '1min';
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Add check app.t.tame, for rows to come.
alter table app.t add constraint tame check (mood <> 'fierce'::app.mood or note is not null) not valid;

commit;

-- step 4: transaction, lock_timeout 5s, statement_timeout 0
begin;
set local lock_timeout = '5s';
set local statement_timeout = 0;
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Validate check app.t.tame.
alter table app.t validate constraint tame;

commit;

-- step 5: no transaction, lock_timeout 0, statement_timeout 0
-- done when: select indisvalid from pg_catalog.pg_index where indexrelid = pg_catalog.to_regclass('app.t_note_idx') and indrelid = pg_catalog.to_regclass('app.t')
-- cleanup: drop index concurrently app.t_note_idx
set lock_timeout = 0;
set statement_timeout = 0;
set search_path = pg_catalog, public;
set standard_conforming_strings = on;

-- Create index app.t_note_idx while others read and write the table.
create index concurrently t_note_idx on app.t (note) where mood = 'fierce';

reset standard_conforming_strings;
reset search_path;
reset statement_timeout;
reset lock_timeout;

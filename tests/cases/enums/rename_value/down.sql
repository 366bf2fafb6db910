-- label: exact

-- step 1: undoes 2, transaction, lock_timeout 5s, statement_timeout 0
begin;
set local lock_timeout = '5s';
set local statement_timeout = 0;
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Set the default of column app.t.moods.
alter table app.t alter column moods set default '{wild}';

commit;

-- step 2: undoes 1, transaction, lock_timeout 5s, statement_timeout 0
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

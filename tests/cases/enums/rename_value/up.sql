-- hazard: breaks-clients app.mood

-- step 1: transaction, lock_timeout 5s, statement_timeout 0
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

-- step 2: transaction, lock_timeout 5s, statement_timeout 0
begin;
set local lock_timeout = '5s';
set local statement_timeout = 0;
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Set the default of column app.t.moods.
alter table app.t alter column moods set default '{fierce}';

commit;

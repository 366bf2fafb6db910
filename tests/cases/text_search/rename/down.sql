-- label: exact
-- hazard: breaks-clients app.words

-- step 1: undoes 2, transaction, lock_timeout 5s, statement_timeout 0
begin;
set local lock_timeout = '5s';
set local statement_timeout = 0;
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Rename text search configuration app.titles to words.
alter text search configuration app.titles rename to words;

commit;

-- step 2: undoes 1, transaction, lock_timeout 5s, statement_timeout 0
begin;
set local lock_timeout = '5s';
set local statement_timeout = 0;
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Rename text search dictionary app."english stems" to stems.
alter text search dictionary app."english stems" rename to stems;

commit;

-- hazard: breaks-clients app.titles

-- step 1: transaction, lock_timeout 5s, statement_timeout 0
begin;
set local lock_timeout = '5s';
set local statement_timeout = 0;
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Rename text search dictionary app.stems to english stems.
alter text search dictionary app.stems rename to "english stems";

commit;

-- step 2: transaction, lock_timeout 5s, statement_timeout 0
begin;
set local lock_timeout = '5s';
set local statement_timeout = 0;
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Rename text search configuration app.words to titles.
alter text search configuration app.words rename to titles;

commit;

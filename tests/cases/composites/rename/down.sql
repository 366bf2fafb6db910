-- label: exact
-- hazard: breaks-clients app.place

-- step 1: undoes 1, transaction, lock_timeout 5s, statement_timeout 0
begin;
set local lock_timeout = '5s';
set local statement_timeout = 0;
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Rename attribute city of composite type app.place to town.
alter type app.place rename attribute city to town;

-- Rename composite type app.place to address.
alter type app.place rename to address;

commit;

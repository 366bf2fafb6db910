-- hazard: breaks-clients app.place

-- step 1: transaction, lock_timeout 5s, statement_timeout 0
begin;
set local lock_timeout = '5s';
set local statement_timeout = 0;
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Rename composite type app.address to place.
alter type app.address rename to place;

-- Rename attribute town of composite type app.place to city.
alter type app.place rename attribute town to city;

commit;

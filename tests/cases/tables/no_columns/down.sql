-- label: exact
-- loses: ["app", "nothing"]
-- hazard: deletes-data app.nothing

-- step 1: undoes 1, transaction, lock_timeout 5s, statement_timeout 1min
begin;
set local lock_timeout = '5s';
set local statement_timeout = '1min';
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Drop table app.nothing.
drop table app.nothing;

commit;

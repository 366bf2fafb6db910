-- label: exact
-- loses: ["app", "t", "moods"]
-- loses: ["app", "t", "mood"]
-- hazard: deletes-data app.t.moods
-- hazard: deletes-data app.t.mood

-- step 1: undoes 2, transaction, lock_timeout 5s, statement_timeout 1min
begin;
set local lock_timeout = '5s';
set local statement_timeout = '1min';
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Drop column app.t.moods.
alter table app.t drop column moods;

-- Drop column app.t.mood.
alter table app.t drop column mood;

commit;

-- step 2: undoes 1, transaction, lock_timeout 5s, statement_timeout 0
begin;
set local lock_timeout = '5s';
set local statement_timeout = 0;
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Drop enum app.mood.
drop type app.mood;

commit;

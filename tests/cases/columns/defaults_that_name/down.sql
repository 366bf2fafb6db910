-- label: exact
-- loses: ["app", "second"]
-- loses: ["app", "first"]
-- hazard: deletes-data app.second
-- hazard: deletes-data app.first

-- step 1: undoes 6, transaction, lock_timeout 5s, statement_timeout 1min
begin;
set local lock_timeout = '5s';
set local statement_timeout = '1min';
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Drop the default of column app.first.of_view.
alter table app.first alter column of_view drop default;

commit;

-- step 2: undoes 5, transaction, lock_timeout 5s, statement_timeout 1min
begin;
set local lock_timeout = '5s';
set local statement_timeout = '1min';
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Drop view app.shown.
drop view app.shown;

-- Drop index app.second_first_id_idx.
drop index app.second_first_id_idx;

commit;

-- step 3: undoes 4, transaction, lock_timeout 5s, statement_timeout 1min
begin;
set local lock_timeout = '5s';
set local statement_timeout = '1min';
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Drop the default of column app.first.of_table.
alter table app.first alter column of_table drop default;

-- Drop the default of column app.first.drawn.
alter table app.first alter column drawn drop default;

commit;

-- step 4: undoes 3, transaction, lock_timeout 5s, statement_timeout 1min
begin;
set local lock_timeout = '5s';
set local statement_timeout = '1min';
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Drop table app.second.
drop table app.second;

commit;

-- step 5: undoes 2, transaction, lock_timeout 5s, statement_timeout 1min
begin;
set local lock_timeout = '5s';
set local statement_timeout = '1min';
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Drop the default of column app.first.of_itself.
alter table app.first alter column of_itself drop default;

commit;

-- step 6: undoes 1, transaction, lock_timeout 5s, statement_timeout 1min
begin;
set local lock_timeout = '5s';
set local statement_timeout = '1min';
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Drop table app.first.
drop table app.first;

commit;

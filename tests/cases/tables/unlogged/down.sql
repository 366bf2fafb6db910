-- label: exact
-- loses: ["app", "new"]
-- hazard: rewrites-table app.lost
-- hazard: blocks-reads app.lost
-- hazard: rewrites-table app.kept
-- hazard: blocks-reads app.kept
-- hazard: deletes-data app.new
-- hazard: deletes-data app.new_numbers
-- hazard: deletes-data app.free

-- step 1: undoes 3, transaction, lock_timeout 5s, statement_timeout 0
begin;
set local lock_timeout = '5s';
set local statement_timeout = 0;
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Keep table app.lost out of the log.
alter table app.lost set unlogged;

commit;

-- step 2: undoes 2, transaction, lock_timeout 5s, statement_timeout 0
begin;
set local lock_timeout = '5s';
set local statement_timeout = 0;
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Write changes of table app.kept to the log.
alter table app.kept set logged;

commit;

-- step 3: undoes 1, transaction, lock_timeout 5s, statement_timeout 1min
begin;
set local lock_timeout = '5s';
set local statement_timeout = '1min';
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Let sequence app.new_numbers go with no column.
alter sequence app.new_numbers owned by none;

-- Drop table app.new.
drop table app.new;

-- Drop sequence app.new_numbers.
drop sequence app.new_numbers;

-- Drop sequence app.free.
drop sequence app.free;

commit;

-- label: exact
-- loses: ["app", "new"]
-- hazard: changes-access app."on"
-- hazard: changes-access app.off
-- hazard: changes-access app.odd
-- hazard: deletes-data app.new

-- step 1: undoes 4, transaction, lock_timeout 5s, statement_timeout 1min
begin;
set local lock_timeout = '5s';
set local statement_timeout = '1min';
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Change the row security of table app."on".
alter table app."on" enable row level security;

commit;

-- step 2: undoes 3, transaction, lock_timeout 5s, statement_timeout 1min
begin;
set local lock_timeout = '5s';
set local statement_timeout = '1min';
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Change the row security of table app.off.
alter table app.off disable row level security;
alter table app.off no force row level security;

commit;

-- step 3: undoes 2, transaction, lock_timeout 5s, statement_timeout 1min
begin;
set local lock_timeout = '5s';
set local statement_timeout = '1min';
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Change the row security of table app.odd.
alter table app.odd disable row level security;
alter table app.odd force row level security;

commit;

-- step 4: undoes 1, transaction, lock_timeout 5s, statement_timeout 1min
begin;
set local lock_timeout = '5s';
set local statement_timeout = '1min';
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Drop table app.new.
drop table app.new;

commit;

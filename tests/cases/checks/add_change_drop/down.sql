-- label: exact
-- hazard: scans-table app.t.t_c_check
-- hazard: scans-table app.t.gone

-- step 1: undoes 5 4, transaction, lock_timeout 5s, statement_timeout 1min
begin;
set local lock_timeout = '5s';
set local statement_timeout = '1min';
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Drop check app.t.fresh.
alter table app.t drop constraint fresh;

commit;

-- step 2: undoes 3, no transaction, lock_timeout 5s, statement_timeout 1min
-- done when: select null::boolean
set lock_timeout = '5s';
set statement_timeout = '1min';
set search_path = pg_catalog, public;
set standard_conforming_strings = on;

-- Put check app.t.changed back while others read and write the table.
alter table app.t drop constraint changed, add constraint changed check (a > 0) not valid;
alter table app.t validate constraint changed;

reset standard_conforming_strings;
reset search_path;
reset statement_timeout;
reset lock_timeout;

-- step 3: undoes 2, no transaction, lock_timeout 5s, statement_timeout 1min
-- done when: select convalidated from pg_catalog.pg_constraint where conrelid = pg_catalog.to_regclass('app.t') and conname = 't_c_check'
-- cleanup: set lock_timeout = '5s'; alter table app.t drop constraint t_c_check; reset lock_timeout
set lock_timeout = '5s';
set statement_timeout = '1min';
set search_path = pg_catalog, public;
set standard_conforming_strings = on;

-- Add check app.t.t_c_check while others read and write the table.
alter table app.t add constraint t_c_check check (c > 0) not valid;
set statement_timeout = 0;
alter table app.t validate constraint t_c_check;

reset standard_conforming_strings;
reset search_path;
reset statement_timeout;
reset lock_timeout;

-- step 4: undoes 1, no transaction, lock_timeout 5s, statement_timeout 1min
-- done when: select convalidated from pg_catalog.pg_constraint where conrelid = pg_catalog.to_regclass('app.t') and conname = 'gone'
-- cleanup: set lock_timeout = '5s'; alter table app.t drop constraint gone; reset lock_timeout
set lock_timeout = '5s';
set statement_timeout = '1min';
set search_path = pg_catalog, public;
set standard_conforming_strings = on;

-- Add check app.t.gone while others read and write the table.
alter table app.t add constraint gone check (b > 0) not valid;
set statement_timeout = 0;
alter table app.t validate constraint gone;

reset standard_conforming_strings;
reset search_path;
reset statement_timeout;
reset lock_timeout;

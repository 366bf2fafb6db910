-- hazard: scans-table app.t

-- step 1: transaction, lock_timeout 5s, statement_timeout 1min
begin;
set local lock_timeout = '5s';
set local statement_timeout = '1min';
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Drop check app.t.gone.
alter table app.t drop constraint gone;

commit;

-- step 2: transaction, lock_timeout 5s, statement_timeout 1min
begin;
set local lock_timeout = '5s';
set local statement_timeout = '1min';
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Drop check app.t.t_c_check.
alter table app.t drop constraint t_c_check;

commit;

-- step 3: transaction, lock_timeout 5s, statement_timeout 1min
begin;
set local lock_timeout = '5s';
set local statement_timeout = '1min';
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Replace check app.t.changed, for rows to come.
alter table app.t drop constraint changed, add constraint changed check (a > 1) not valid;

commit;

-- step 4: transaction, lock_timeout 5s, statement_timeout 1min
begin;
set local lock_timeout = '5s';
set local statement_timeout = '1min';
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Add check app.t.fresh, for rows to come.
alter table app.t add constraint fresh check (a < b) not valid;
comment on constraint fresh on app.t is 'A first.';

commit;

-- step 5: transaction, lock_timeout 5s, statement_timeout 0
begin;
set local lock_timeout = '5s';
set local statement_timeout = 0;
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Check the rows of table app.t: changed, fresh.
alter table app.t validate constraint changed, validate constraint fresh;

commit;

-- hazard: scans-table app.t.bounded
-- hazard: scans-table app.t.loose
-- hazard: scans-table app.t.positive

-- step 1: transaction, lock_timeout 5s, statement_timeout 1min
begin;
set local lock_timeout = '5s';
set local statement_timeout = '1min';
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Replace check app.t.bounded, for rows to come.
alter table app.t drop constraint bounded, add constraint bounded check (b < 10) not valid;

commit;

-- step 2: transaction, lock_timeout 5s, statement_timeout 0
begin;
set local lock_timeout = '5s';
set local statement_timeout = 0;
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Validate check app.t.bounded.
alter table app.t validate constraint bounded;

commit;

-- step 3: transaction, lock_timeout 5s, statement_timeout 1min
begin;
set local lock_timeout = '5s';
set local statement_timeout = '1min';
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Add check app.t.later, for rows to come.
alter table app.t add constraint later check (a <> 7) not valid;
comment on constraint later on app.t is 'New rows only.';

-- Drop check app.t.loose.
alter table app.t drop constraint loose;

-- Add check app.t.loose, for rows to come.
alter table app.t add constraint loose check (a < b) not valid;

commit;

-- step 4: transaction, lock_timeout 5s, statement_timeout 0
begin;
set local lock_timeout = '5s';
set local statement_timeout = 0;
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Validate check app.t.loose.
alter table app.t validate constraint loose;

commit;

-- step 5: transaction, lock_timeout 5s, statement_timeout 0
begin;
set local lock_timeout = '5s';
set local statement_timeout = 0;
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Validate check app.t.positive.
alter table app.t validate constraint positive;

commit;

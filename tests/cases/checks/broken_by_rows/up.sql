-- hazard: scans-table app.orders.total_positive

-- step 1: transaction, lock_timeout 5s, statement_timeout 1min
begin;
set local lock_timeout = '5s';
set local statement_timeout = '1min';
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Add check app.orders.total_positive, for rows to come.
alter table app.orders add constraint total_positive check (total > 0) not valid;

commit;

-- step 2: transaction, lock_timeout 5s, statement_timeout 0
begin;
set local lock_timeout = '5s';
set local statement_timeout = 0;
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Validate check app.orders.total_positive.
alter table app.orders validate constraint total_positive;

commit;

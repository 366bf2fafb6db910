-- label: structure only
-- reason: where sequence app.gone had counted to cannot come back
-- loses: ["app", "orders", "other"]
-- hazard: deletes-data app.orders.other
-- hazard: deletes-data app.fresh

-- step 1: undoes 10, transaction, lock_timeout 5s, statement_timeout 0
begin;
set local lock_timeout = '5s';
set local statement_timeout = 0;
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Create sequence app.gone.
create sequence app.gone;

commit;

-- step 2: undoes 9 8 7, transaction, lock_timeout 5s, statement_timeout 1min
begin;
set local lock_timeout = '5s';
set local statement_timeout = '1min';
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;
set local client_min_messages = warning;

-- Take nulls in column app.orders.other.
alter table app.orders drop constraint if exists other_not_null;
alter table app.orders alter column other drop not null;

commit;

-- step 3: undoes 6 5, transaction, lock_timeout 5s, statement_timeout 1min
begin;
set local lock_timeout = '5s';
set local statement_timeout = '1min';
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Drop column app.orders.other.
alter table app.orders drop column other;

commit;

-- step 4: undoes 4, transaction, lock_timeout 5s, statement_timeout 0
begin;
set local lock_timeout = '5s';
set local statement_timeout = 0;
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Set the comment of sequence app.invoices.
comment on sequence app.invoices is 'Numbers of invoices.';

commit;

-- step 5: undoes 3, transaction, lock_timeout 5s, statement_timeout 0
begin;
set local lock_timeout = '5s';
set local statement_timeout = 0;
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Change how sequence app.ticks counts.
alter sequence app.ticks increment by 1 minvalue -200 maxvalue 200 start with -200 cache 1 no cycle;

commit;

-- step 6: undoes 2, transaction, lock_timeout 5s, statement_timeout 0
begin;
set local lock_timeout = '5s';
set local statement_timeout = 0;
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Change how sequence app.invoices counts.
alter sequence app.invoices as bigint increment by 1 no minvalue no maxvalue start with 100 cache 1 no cycle;

commit;

-- step 7: undoes 1, transaction, lock_timeout 5s, statement_timeout 0
begin;
set local lock_timeout = '5s';
set local statement_timeout = 0;
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Drop sequence app.fresh.
drop sequence app.fresh;

commit;

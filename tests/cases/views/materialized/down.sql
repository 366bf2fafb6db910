-- label: exact
-- hazard: rewrites-table app.parametrized
-- hazard: blocks-reads app.parametrized
-- hazard: changes-access app.totals.total
-- hazard: rewrites-table app.orders.amount
-- hazard: blocks-reads app.orders.amount
-- hazard: breaks-clients app.earlier

-- step 1: undoes 9, transaction, lock_timeout 5s, statement_timeout 1min
begin;
set local lock_timeout = '5s';
set local statement_timeout = '1min';
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Change the comments of the columns of materialized view app.parametrized.
comment on column app.parametrized.id is null;

commit;

-- step 2: undoes 8, transaction, lock_timeout 5s, statement_timeout 1min
begin;
set local lock_timeout = '5s';
set local statement_timeout = '1min';
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Drop index app.fresh_number_idx.
drop index app.fresh_number_idx;

-- Drop materialized view app.fresh.
drop materialized view app.fresh;

commit;

-- step 3: undoes 7, transaction, lock_timeout 5s, statement_timeout 0
begin;
set local lock_timeout = '5s';
set local statement_timeout = 0;
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Change the access method of materialized view app.parametrized to heap.
alter materialized view app.parametrized set access method heap;

-- Move materialized view app.parametrized to tablespace pg_default.
alter materialized view app.parametrized set tablespace pg_default;

-- Change the storage parameters of materialized view app.parametrized.
alter materialized view app.parametrized set (fillfactor = '70');

commit;

-- step 4: undoes 6, no transaction, lock_timeout 0, statement_timeout 0
-- done when: select pg_catalog.to_regclass('app.parametrized_id_idx') is null
set lock_timeout = 0;
set statement_timeout = 0;
set search_path = pg_catalog, public;
set standard_conforming_strings = on;

-- Drop index app.parametrized_id_idx while others read and write the table.
drop index concurrently app.parametrized_id_idx;

reset standard_conforming_strings;
reset search_path;
reset statement_timeout;
reset lock_timeout;

-- step 5: undoes 5, transaction, lock_timeout 5s, statement_timeout 1min
begin;
set local lock_timeout = '5s';
set local statement_timeout = '1min';
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Change the settings of columns of materialized view app.kept.
alter materialized view app.kept alter column customer set compression pglz;
alter materialized view app.kept alter column customer set statistics 10;
alter materialized view app.kept alter column customer set (n_distinct = '-0.5');

-- Change the statistics targets of index app.kept_id_lower_idx.
alter index app.kept_id_lower_idx alter column 2 set statistics 300;


commit;

-- step 6: undoes 4, transaction, lock_timeout 5s, statement_timeout 0
begin;
set local lock_timeout = '5s';
set local statement_timeout = 0;
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Set who may do what with column app.totals.total.
revoke select (total) on table app.totals from app_reader;

-- Drop statistics app.totals_expr_stat.
drop statistics app.totals_expr_stat;

-- Drop statistics app.totals_customer_total_stat.
drop statistics app.totals_customer_total_stat;

-- Drop index app.totals_total_lower_idx.
drop index app.totals_total_lower_idx;

-- Drop index app.totals_customer_idx.
drop index app.totals_customer_idx;

-- Drop materialized view app.totals.
drop materialized view app.totals;

-- Drop index app.stored_id_idx.
drop index app.stored_id_idx;

-- Drop materialized view app.stored.
drop materialized view app.stored;

-- Drop statistics app."of both".
drop statistics app."of both";

-- Drop index app.new_name.
drop index app.new_name;

-- Drop materialized view app.changed.
drop materialized view app.changed;

-- Change the statistics targets of index app.amounts.
alter index app.amounts alter column 2 set statistics 9;


-- Change the type of column app.orders.amount from numeric(12,2) to numeric(10,2).
alter table app.orders alter column amount type numeric(10,2);

-- Create materialized view app.totals.
set local search_path = pg_catalog, app, public;
create materialized view app.totals as
select customer, sum(amount) as total, count(*) as orders
from orders group by customer;
set local search_path = pg_catalog, public;
comment on column app.totals.total is 'All that was ordered.';

-- Create index app.totals_total_lower_idx.
create index totals_total_lower_idx on app.totals (total desc, (lower(customer))) where total > 0;

-- Create index app.totals_customer_idx.
create unique index totals_customer_idx on app.totals (customer);
comment on index app.totals_customer_idx is 'For a refresh that locks nobody out.';

-- Create statistics app.totals_customer_total_stat.
create statistics app.totals_customer_total_stat on customer, total from app.totals;

-- Create statistics app.totals_customer_orders_stat.
create statistics app.totals_customer_orders_stat on customer, orders from app.totals;

-- Create materialized view app.stored.
set local search_path = pg_catalog, app, public;
create materialized view app.stored as
select id, customer from orders;
set local search_path = pg_catalog, public;
alter materialized view app.stored alter column customer set statistics 5;

-- Create index app.stored_id_idx.
create index stored_id_idx on app.stored (id);

-- Change the statistics targets of index app.amounts.
alter index app.amounts alter column 1 set statistics 7;
alter index app.amounts alter column 2 set statistics -1;


-- Create materialized view app.changed.
set local search_path = pg_catalog, app, public;
create materialized view app.changed as
select customer from orders;
set local search_path = pg_catalog, public;

-- Create index app.old_name.
create index old_name on app.changed (customer);

-- Set who may do what with column app.totals.total.
grant select (total) on table app.totals to app_reader with grant option;

commit;

-- step 7: undoes 3, transaction, lock_timeout 5s, statement_timeout 1min
begin;
set local lock_timeout = '5s';
set local statement_timeout = '1min';
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Change the statistics targets of index app.amounts.
alter index app.amounts alter column 1 set statistics 7;


commit;

-- step 8: undoes 2, transaction, lock_timeout 5s, statement_timeout 0
begin;
set local lock_timeout = '5s';
set local statement_timeout = 0;
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Create materialized view app.gone.
set local search_path = pg_catalog, app, public;
create materialized view app.gone as
select id from orders;
set local search_path = pg_catalog, public;

commit;

-- step 9: undoes 1, transaction, lock_timeout 5s, statement_timeout 1min
begin;
set local lock_timeout = '5s';
set local statement_timeout = '1min';
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Rename materialized view app.later to earlier.
alter materialized view app.later rename to earlier;

commit;

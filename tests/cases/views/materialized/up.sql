-- hazard: breaks-clients app.later
-- hazard: changes-access app.totals.total
-- hazard: builds-index app.stored.stored_id_idx
-- hazard: blocks-reads app.stored.stored_id_idx
-- hazard: builds-index app.totals.totals_customer_idx
-- hazard: blocks-reads app.totals.totals_customer_idx
-- hazard: builds-index app.totals.totals_total_lower_idx
-- hazard: blocks-reads app.totals.totals_total_lower_idx
-- hazard: builds-index app.parametrized.parametrized_id_idx
-- hazard: rewrites-table app.parametrized
-- hazard: blocks-reads app.parametrized

-- step 1: transaction, lock_timeout 5s, statement_timeout 1min
begin;
set local lock_timeout = '5s';
set local statement_timeout = '1min';
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Rename materialized view app.earlier to later.
alter materialized view app.earlier rename to later;

commit;

-- step 2: transaction, lock_timeout 5s, statement_timeout 1min
begin;
set local lock_timeout = '5s';
set local statement_timeout = '1min';
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Drop materialized view app.gone.
drop materialized view app.gone;

commit;

-- step 3: transaction, lock_timeout 5s, statement_timeout 1min
begin;
set local lock_timeout = '5s';
set local statement_timeout = '1min';
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Change the statistics targets of index app.amounts.
alter index app.amounts alter column 1 set statistics 7;


commit;

-- step 4: transaction, lock_timeout 5s, statement_timeout 0
begin;
set local lock_timeout = '5s';
set local statement_timeout = 0;
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Set who may do what with column app.totals.total.
revoke select (total) on table app.totals from app_reader;

-- Drop index app.old_name.
drop index app.old_name;

-- Drop materialized view app.changed.
drop materialized view app.changed;

-- Change the statistics targets of index app.amounts.
alter index app.amounts alter column 1 set statistics -1;
alter index app.amounts alter column 2 set statistics 9;


-- Drop index app.stored_id_idx.
drop index app.stored_id_idx;

-- Drop materialized view app.stored.
drop materialized view app.stored;

-- Drop statistics app.totals_customer_orders_stat.
drop statistics app.totals_customer_orders_stat;

-- Drop statistics app.totals_customer_total_stat.
drop statistics app.totals_customer_total_stat;

-- Drop index app.totals_customer_idx.
drop index app.totals_customer_idx;

-- Drop index app.totals_total_lower_idx.
drop index app.totals_total_lower_idx;

-- Drop materialized view app.totals.
drop materialized view app.totals;

-- Change the type of column app.orders.amount from numeric(10,2) to numeric(12,2).
alter table app.orders alter column amount type numeric(12,2);

-- Change the statistics targets of index app.amounts.
alter index app.amounts alter column 2 set statistics 9;


-- Create materialized view app.changed.
set local search_path = pg_catalog, app, public;
create materialized view app.changed as
select customer, id from orders;
set local search_path = pg_catalog, public;

-- Create index app.new_name.
create index new_name on app.changed (customer);
alter table app.changed cluster on new_name;

-- Create statistics app."of both".
create statistics app."of both" on customer, id from app.changed;

-- Create materialized view app.stored.
set local search_path = pg_catalog, app, public;
create materialized view app.stored as
select id, customer from orders;
set local search_path = pg_catalog, public;
alter materialized view app.stored alter column customer set storage main;

-- Create index app.stored_id_idx.
create index stored_id_idx on app.stored (id);

-- Create materialized view app.totals.
set local search_path = pg_catalog, app, public;
create materialized view app.totals as
select customer, sum(amount) as total, count(*) as orders
from orders
group by customer;
set local search_path = pg_catalog, public;
comment on materialized view app.totals is 'What each customer ordered.';
comment on column app.totals.total is 'All that was ordered.';

-- Create index app.totals_customer_idx.
create unique index totals_customer_idx on app.totals (customer);
comment on index app.totals_customer_idx is 'For a refresh that locks nobody out.';

-- Create index app.totals_total_lower_idx.
create index totals_total_lower_idx on app.totals (total desc, (lower(customer))) where total > 0;

-- Create statistics app.totals_customer_total_stat.
create statistics app.totals_customer_total_stat on customer, total from app.totals;

-- Create statistics app.totals_expr_stat.
set local search_path = pg_catalog, app, public;
create statistics app.totals_expr_stat on (lower(customer)) from app.totals;
set local search_path = pg_catalog, public;
alter statistics app.totals_expr_stat set statistics 100;
comment on statistics app.totals_expr_stat is 'Names.';

-- Set who may do what with column app.totals.total.
grant select (total) on table app.totals to app_reader;

commit;

-- step 5: transaction, lock_timeout 5s, statement_timeout 1min
begin;
set local lock_timeout = '5s';
set local statement_timeout = '1min';
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Change the statistics targets of index app.kept_id_lower_idx.
alter index app.kept_id_lower_idx alter column 2 set statistics 400;


-- Change the settings of columns of materialized view app.kept.
alter materialized view app.kept alter column customer set compression default;
alter materialized view app.kept alter column customer set statistics 20;
alter materialized view app.kept alter column customer reset (n_distinct);

commit;

-- step 6: no transaction, lock_timeout 0, statement_timeout 0
-- done when: select indisvalid from pg_catalog.pg_index where indexrelid = pg_catalog.to_regclass('app.parametrized_id_idx') and indrelid = pg_catalog.to_regclass('app.parametrized')
-- cleanup: drop index concurrently app.parametrized_id_idx
set lock_timeout = 0;
set statement_timeout = 0;
set search_path = pg_catalog, public;
set standard_conforming_strings = on;

-- Create index app.parametrized_id_idx while others read and write the table.
create index concurrently parametrized_id_idx on app.parametrized (id);

reset standard_conforming_strings;
reset search_path;
reset statement_timeout;
reset lock_timeout;

-- step 7: transaction, lock_timeout 5s, statement_timeout 0
begin;
set local lock_timeout = '5s';
set local statement_timeout = 0;
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Change the storage parameters of materialized view app.parametrized.
alter materialized view app.parametrized set (fillfactor = '80');

-- Move materialized view app.parametrized to tablespace pg_default.
alter materialized view app.parametrized set tablespace pg_default;

-- Change the access method of materialized view app.parametrized to heap.
alter materialized view app.parametrized set access method heap;

commit;

-- step 8: transaction, lock_timeout 5s, statement_timeout 0
begin;
set local lock_timeout = '5s';
set local statement_timeout = 0;
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Create materialized view app.fresh.
set local search_path = pg_catalog, app, public;
create materialized view app.fresh (number, who) with (autovacuum_enabled = 'false') as
select id, customer from orders;
set local search_path = pg_catalog, public;

-- Create index app.fresh_number_idx.
create index fresh_number_idx on app.fresh (number);

commit;

-- step 9: transaction, lock_timeout 5s, statement_timeout 1min
begin;
set local lock_timeout = '5s';
set local statement_timeout = '1min';
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Change the comments of the columns of materialized view app.parametrized.
comment on column app.parametrized.id is 'The number of the order.';

commit;

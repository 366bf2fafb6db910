-- label: exact
-- loses: ["app", "order_lines"]
-- loses: ["app", "orders"]
-- loses: ["app", "customers"]

-- step 1: undoes 2, transaction, lock_timeout 5s, statement_timeout 0
begin;
set local lock_timeout = '5s';
set local statement_timeout = 0;
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Drop the comment of namespace app.
comment on schema app is null;

commit;

-- step 2: undoes 1, transaction, lock_timeout 5s, statement_timeout 0
begin;
set local lock_timeout = '5s';
set local statement_timeout = 0;
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Drop table app.order_lines.
drop table app.order_lines;

-- Drop index app.orders_status_word_idx.
drop index app.orders_status_word_idx;

-- Drop index app.orders_placed_at_idx.
drop index app.orders_placed_at_idx;

-- Drop index app.orders_customer_id_idx.
drop index app.orders_customer_id_idx;

-- Drop table app.orders.
drop table app.orders;

-- Drop table app.customers.
drop table app.customers;

-- Drop enum app.order_status.
drop type app.order_status;

commit;

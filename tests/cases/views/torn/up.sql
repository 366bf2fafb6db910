-- decision: drop app.taken
-- hazard: changes-access app.big_orders
-- hazard: deletes-data app.orders.note
-- hazard: rewrites-table app.orders.amount
-- hazard: blocks-reads app.orders.amount
-- hazard: builds-index app.customers.customers_customer_idx
-- hazard: blocks-reads app.customers.customers_customer_idx
-- hazard: deletes-data app.taken

-- step 1: transaction, lock_timeout 5s, statement_timeout 0
begin;
set local lock_timeout = '5s';
set local statement_timeout = 0;
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Set who may do what with view app.big_orders.
revoke select on table app.big_orders from app_reader;

-- Drop rule keep on app.big_orders.
drop rule keep on app.big_orders;

-- Drop view app.biggest.
drop view app.biggest;

-- Drop view app.notes.
drop view app.notes;

-- Drop view app.taken_read.
drop view app.taken_read;

-- Create table app.took.
create table app.took (
  id bigint not null
);

-- Drop index app.customers_customer_idx.
drop index app.customers_customer_idx;

-- Drop materialized view app.customers.
drop materialized view app.customers;

-- Drop view app.big_orders.
drop view app.big_orders;

-- Drop column app.orders.note.
alter table app.orders drop column note;

-- Change the type of column app.orders.amount from integer to bigint.
alter table app.orders alter column amount type bigint;

-- Change the type of column app.orders.customer from character varying(20) to text.
alter table app.orders alter column customer type text;

-- Create view app.big_orders.
set local search_path = pg_catalog, app, public;
create view app.big_orders as
select id, customer, amount from orders where amount > 1000;
set local search_path = pg_catalog, public;
comment on view app.big_orders is 'Those that count.';

-- Set who may do what with view app.big_orders.
grant select on table app.big_orders to app_reader;

-- Create rule keep on app.big_orders.
set local search_path = pg_catalog, app, public;
create rule keep as on delete to app.big_orders do instead nothing;
set local search_path = pg_catalog, public;

-- Create view app.biggest.
set local search_path = pg_catalog, app, public;
create view app.biggest as
select max(amount) as amount from big_orders;
set local search_path = pg_catalog, public;

-- Create materialized view app.customers.
set local search_path = pg_catalog, app, public;
create materialized view app.customers as
select distinct customer from big_orders;
set local search_path = pg_catalog, public;

-- Create index app.customers_customer_idx.
create index customers_customer_idx on app.customers (customer);

-- Create view app.notes.
set local search_path = pg_catalog, app, public;
create view app.notes as
select id, 'none' as note from orders;
set local search_path = pg_catalog, public;

-- Drop table app.taken.
drop table app.taken;

-- Create view app.taken.
set local search_path = pg_catalog, app, public;
create view app.taken as
select id from took;
set local search_path = pg_catalog, public;

-- Create view app.taken_read.
set local search_path = pg_catalog, app, public;
create view app.taken_read as
select id from taken;
set local search_path = pg_catalog, public;

commit;

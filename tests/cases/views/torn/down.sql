-- label: structure only
-- reason: the values of column app.orders.note cannot come back
-- reason: the rows of table app.taken cannot come back
-- loses: ["app", "took"]
-- hazard: changes-access app.big_orders
-- hazard: rewrites-table app.orders
-- hazard: blocks-reads app.orders
-- hazard: deletes-data app.took

-- step 1: undoes 1, transaction, lock_timeout 5s, statement_timeout 0
begin;
set local lock_timeout = '5s';
set local statement_timeout = 0;
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Drop view app.taken_read.
drop view app.taken_read;

-- Drop view app.taken.
drop view app.taken;

-- Create table app.taken.
create table app.taken (
  id bigint not null
);

-- Drop view app.notes.
drop view app.notes;

-- Drop index app.customers_customer_idx.
drop index app.customers_customer_idx;

-- Drop materialized view app.customers.
drop materialized view app.customers;

-- Drop view app.biggest.
drop view app.biggest;

-- Drop rule keep on app.big_orders.
drop rule keep on app.big_orders;

-- Set who may do what with view app.big_orders.
revoke select on table app.big_orders from app_reader;

-- Drop view app.big_orders.
drop view app.big_orders;

-- Change the type of column app.orders.customer from text to character varying(20); change the type of column app.orders.amount from bigint to integer.
alter table app.orders
  alter column customer type character varying(20),
  alter column amount type integer;

-- Add column app.orders.note.
alter table app.orders add column note text;

-- Create view app.big_orders.
set local search_path = pg_catalog, app, public;
create view app.big_orders as
select id, customer, amount from orders where amount > 1000;
set local search_path = pg_catalog, public;
comment on view app.big_orders is 'Those that count.';

-- Create materialized view app.customers.
set local search_path = pg_catalog, app, public;
create materialized view app.customers as
select distinct customer from big_orders;
set local search_path = pg_catalog, public;

-- Create index app.customers_customer_idx.
create index customers_customer_idx on app.customers (customer);

-- Drop table app.took.
drop table app.took;

-- Create view app.taken_read.
set local search_path = pg_catalog, app, public;
create view app.taken_read as
select id from taken;
set local search_path = pg_catalog, public;

-- Create view app.notes.
set local search_path = pg_catalog, app, public;
create view app.notes as
select id, note from orders;
set local search_path = pg_catalog, public;

-- Create view app.biggest.
set local search_path = pg_catalog, app, public;
create view app.biggest as
select max(amount) as amount from big_orders;
set local search_path = pg_catalog, public;

-- Create rule keep on app.big_orders.
set local search_path = pg_catalog, app, public;
create rule keep as on delete to app.big_orders do instead nothing;
set local search_path = pg_catalog, public;

-- Set who may do what with view app.big_orders.
grant select on table app.big_orders to app_reader;

commit;

-- hazard: breaks-clients changes
-- hazard: breaks-clients dropped
-- hazard: breaks-clients filtered
-- hazard: breaks-clients turned
-- hazard: rewrites-table app.items.size
-- hazard: blocks-reads app.items.size
-- hazard: deletes-data app.orders.gone

-- step 1: transaction, lock_timeout 5s, statement_timeout 0
begin;
set local lock_timeout = '5s';
set local statement_timeout = 0;
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Drop publication changes.
drop publication changes;

-- Drop publication dropped.
drop publication dropped;

-- Drop publication filtered.
drop publication filtered;

-- Drop publication turned.
drop publication turned;

-- Create table app.fresh.
create table app.fresh (
  id bigint generated always as identity not null,
  constraint fresh_pkey primary key (id)
);

-- Change the type of column app.items.size from integer to bigint.
alter table app.items alter column size type bigint;

-- Create publication changes.
create publication changes for table only app.fresh, only app.items where (size in (1, 2)), only app.orders;

-- Change publication emptied.
alter publication emptied drop table only app.orders;

-- Change publication everything.
alter publication everything set (publish = 'insert, update', publish_via_partition_root = true);

-- Set the comment of publication everything.
comment on publication everything is 'For the warehouse.';

-- Create publication filtered.
create publication filtered for table only app.items where (size > 1);

-- Change publication losing.
alter publication losing set table only app.orders (id, total);

-- Drop column app.orders.gone.
alter table app.orders drop column gone;

-- Create publication made.
create publication made for tables in schema app
  with (publish = '', publish_via_partition_root = false);

-- Create publication turned.
create publication turned for table only app.orders, tables in schema app;

commit;

-- label: structure only
-- reason: the values of column app.orders.gone cannot come back
-- loses: ["app", "fresh"]
-- hazard: breaks-clients turned
-- hazard: breaks-clients made
-- hazard: breaks-clients filtered
-- hazard: breaks-clients changes
-- hazard: rewrites-table app.items.size
-- hazard: blocks-reads app.items.size
-- hazard: deletes-data app.fresh

-- step 1: undoes 1, transaction, lock_timeout 5s, statement_timeout 0
begin;
set local lock_timeout = '5s';
set local statement_timeout = 0;
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Drop publication turned.
drop publication turned;

-- Drop publication made.
drop publication made;

-- Add column app.orders.gone.
alter table app.orders add column gone text;

-- Change publication losing.
alter publication losing set table only app.orders (gone, id);

-- Drop publication filtered.
drop publication filtered;

-- Drop the comment of publication everything.
comment on publication everything is null;

-- Change publication everything.
alter publication everything set (publish = 'insert, update, delete, truncate', publish_via_partition_root = false);

-- Change publication emptied.
alter publication emptied set table only app.orders;

-- Drop publication changes.
drop publication changes;

-- Change the type of column app.items.size from bigint to integer.
alter table app.items alter column size type integer;

-- Drop table app.fresh.
drop table app.fresh;

-- Create publication turned.
create publication turned for all tables;

-- Create publication filtered.
create publication filtered for table only app.items where (size > 1);

-- Create publication dropped.
create publication dropped for tables in schema app
  with (publish = 'insert', publish_via_partition_root = false);

-- Create publication changes.
create publication changes for table only app.items (id, size), only app.orders;

commit;

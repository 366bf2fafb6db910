-- label: structure only
-- reason: the rows of table app.uses cannot come back
-- reason: the rows of table app.stock cannot come back
-- reason: the rows of table app.events_2023 cannot come back
-- reason: the rows of table app.events cannot come back
-- loses: ["app", "events_0"]
-- loses: ["app", "events"]
-- loses: ["app", "uses_1"]
-- loses: ["app", "uses"]
-- loses: ["app", "z_stock"]
-- loses: ["app", "a_stock"]
-- loses: ["app", "stock"]
-- hazard: deletes-data app.events_0
-- hazard: deletes-data app.events
-- hazard: deletes-data app.uses_1
-- hazard: deletes-data app.uses
-- hazard: deletes-data app.z_stock
-- hazard: deletes-data app.a_stock
-- hazard: deletes-data app.stock
-- hazard: scans-table app.mentions.mentions_event_at_fkey
-- hazard: blocks-writes app.mentions.mentions_event_at_fkey

-- step 1: undoes 9, transaction, lock_timeout 5s, statement_timeout 1min
begin;
set local lock_timeout = '5s';
set local statement_timeout = '1min';
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Drop foreign key app.mentions.mentions_event_at_fkey.
alter table app.mentions drop constraint mentions_event_at_fkey;

commit;

-- step 2: undoes 8, transaction, lock_timeout 5s, statement_timeout 1min
begin;
set local lock_timeout = '5s';
set local statement_timeout = '1min';
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Drop table app.events_0.
drop table app.events_0;

-- Drop table app.events.
drop table app.events;

commit;

-- step 3: undoes 7, transaction, lock_timeout 5s, statement_timeout 1min
begin;
set local lock_timeout = '5s';
set local statement_timeout = '1min';
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Create table app.events.
create table app.events (
  id bigint not null,
  at date not null,
  constraint events_pkey primary key (id, at)
) partition by range (at);

commit;

-- step 4: undoes 6, transaction, lock_timeout 5s, statement_timeout 0
begin;
set local lock_timeout = '5s';
set local statement_timeout = 0;
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Create table app.events_2023.
create table app.events_2023 partition of app.events for values from ('2023-01-01') to ('2024-01-01');

commit;

-- step 5: undoes 5, transaction, lock_timeout 5s, statement_timeout 1min
begin;
set local lock_timeout = '5s';
set local statement_timeout = '1min';
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Drop index app.uses_stock_idx.
drop index app.uses_stock_idx;

-- Drop foreign key app.stock.stock_uses.
alter table app.stock drop constraint stock_uses;

-- Drop table app.uses_1.
drop table app.uses_1;

-- Drop table app.uses.
drop table app.uses;

-- Drop table app.z_stock.
drop table app.z_stock;

-- Drop table app.a_stock.
drop table app.a_stock;

-- Drop policy app.stock.stock_all.
drop policy stock_all on app.stock;

-- Drop table app.stock.
drop table app.stock;

commit;

-- step 6: undoes 4, transaction, lock_timeout 5s, statement_timeout 1min
begin;
set local lock_timeout = '5s';
set local statement_timeout = '1min';
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Create table app.stock.
create table app.stock (
  id bigint not null,
  note text,
  constraint stock_pkey primary key (id)
);

commit;

-- step 7: undoes 3, transaction, lock_timeout 5s, statement_timeout 0
begin;
set local lock_timeout = '5s';
set local statement_timeout = 0;
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Create table app.uses.
create table app.uses (
  id bigint not null,
  stock bigint not null,
  constraint uses_pkey primary key (id),
  constraint uses_stock_fkey foreign key (stock) references app.stock (id)
);

-- Create index app.uses_stock_idx.
create index uses_stock_idx on app.uses (stock);

commit;

-- step 8: undoes 2, transaction, lock_timeout 5s, statement_timeout 1min
begin;
set local lock_timeout = '5s';
set local statement_timeout = '1min';
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Drop primary key app.parts_1.parts_1_pkey.
alter table app.parts_1 drop constraint parts_1_pkey;

-- Change what is said of column app.parts_1.code in its partition.
alter table app.parts_1 alter column code drop not null;

commit;

-- step 9: undoes 1, transaction, lock_timeout 5s, statement_timeout 0
begin;
set local lock_timeout = '5s';
set local statement_timeout = 0;
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Add foreign key app.mentions.mentions_event_at_fkey.
alter table app.mentions add constraint mentions_event_at_fkey foreign key (event, at) references app.events (id, at);

commit;

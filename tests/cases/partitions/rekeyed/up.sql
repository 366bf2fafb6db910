-- decision: no-renames
-- hazard: scans-table app.parts_1.code
-- hazard: blocks-reads app.parts_1.code
-- hazard: builds-index app.parts_1.parts_1_pkey
-- hazard: blocks-reads app.parts_1.parts_1_pkey
-- hazard: deletes-data app.uses
-- hazard: deletes-data app.stock
-- hazard: deletes-data app.events_2023
-- hazard: deletes-data app.events
-- hazard: scans-table app.mentions.mentions_event_at_fkey
-- hazard: blocks-writes app.mentions.mentions_event_at_fkey

-- step 1: transaction, lock_timeout 5s, statement_timeout 1min
begin;
set local lock_timeout = '5s';
set local statement_timeout = '1min';
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Drop foreign key app.mentions.mentions_event_at_fkey.
alter table app.mentions drop constraint mentions_event_at_fkey;

commit;

-- step 2: transaction, lock_timeout 5s, statement_timeout 0
begin;
set local lock_timeout = '5s';
set local statement_timeout = 0;
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Change what is said of column app.parts_1.code in its partition.
alter table app.parts_1 alter column code set not null;

-- Add primary key app.parts_1.parts_1_pkey.
alter table app.parts_1 add constraint parts_1_pkey primary key (id, code);

commit;

-- step 3: transaction, lock_timeout 5s, statement_timeout 1min
begin;
set local lock_timeout = '5s';
set local statement_timeout = '1min';
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Drop table app.uses.
drop table app.uses;

commit;

-- step 4: transaction, lock_timeout 5s, statement_timeout 1min
begin;
set local lock_timeout = '5s';
set local statement_timeout = '1min';
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Drop table app.stock.
drop table app.stock;

commit;

-- step 5: transaction, lock_timeout 5s, statement_timeout 1min
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
) partition by list (id);

-- Create policy app.stock.stock_all.
create policy stock_all on app.stock;

-- Create table app.a_stock.
create table app.a_stock partition of app.stock for values in (1);

-- Create table app.z_stock.
create table app.z_stock partition of app.stock for values in (2);

-- Create table app.uses.
create table app.uses (
  id bigint not null,
  stock bigint not null,
  constraint uses_pkey primary key (id),
  constraint uses_stock_fkey foreign key (stock) references app.stock (id)
) partition by list (id);

-- Create table app.uses_1.
create table app.uses_1 partition of app.uses for values in (1);

-- Add foreign key app.stock.stock_uses.
alter table app.stock add constraint stock_uses foreign key (id) references app.uses (id);

-- Create index app.uses_stock_idx.
create index uses_stock_idx on app.uses (stock);

commit;

-- step 6: transaction, lock_timeout 5s, statement_timeout 1min
begin;
set local lock_timeout = '5s';
set local statement_timeout = '1min';
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Drop table app.events_2023.
drop table app.events_2023;

commit;

-- step 7: transaction, lock_timeout 5s, statement_timeout 1min
begin;
set local lock_timeout = '5s';
set local statement_timeout = '1min';
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Drop table app.events.
drop table app.events;

commit;

-- step 8: transaction, lock_timeout 5s, statement_timeout 1min
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
) partition by hash (id);

-- Create table app.events_0.
create table app.events_0 partition of app.events for values with (modulus 1, remainder 0);

commit;

-- step 9: transaction, lock_timeout 5s, statement_timeout 0
begin;
set local lock_timeout = '5s';
set local statement_timeout = 0;
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Add foreign key app.mentions.mentions_event_at_fkey.
alter table app.mentions add constraint mentions_event_at_fkey foreign key (event, at) references app.events (id, at);

commit;

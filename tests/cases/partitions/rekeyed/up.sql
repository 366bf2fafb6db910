-- decision: no-renames
-- hazard: deletes-data app.events_2023
-- hazard: deletes-data app.events
-- hazard: scans-table app.mentions.mentions_event_at_fkey
-- hazard: blocks-writes app.mentions.mentions_event_at_fkey

-- step 1: transaction, lock_timeout 5s, statement_timeout 0
begin;
set local lock_timeout = '5s';
set local statement_timeout = 0;
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

-- Drop table app.events_2023.
drop table app.events_2023;

commit;

-- step 3: transaction, lock_timeout 5s, statement_timeout 0
begin;
set local lock_timeout = '5s';
set local statement_timeout = 0;
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Drop table app.events.
drop table app.events;

commit;

-- step 4: transaction, lock_timeout 5s, statement_timeout 0
begin;
set local lock_timeout = '5s';
set local statement_timeout = 0;
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

-- step 5: transaction, lock_timeout 5s, statement_timeout 0
begin;
set local lock_timeout = '5s';
set local statement_timeout = 0;
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Add foreign key app.mentions.mentions_event_at_fkey.
alter table app.mentions add constraint mentions_event_at_fkey foreign key (event, at) references app.events (id, at);

commit;

-- label: structure only
-- reason: the rows of table app.events_2023 cannot come back
-- reason: the rows of table app.events cannot come back
-- loses: ["app", "events_0"]
-- loses: ["app", "events"]

-- step 1: undoes 5, transaction, lock_timeout 5s, statement_timeout 0
begin;
set local lock_timeout = '5s';
set local statement_timeout = 0;
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Drop foreign key app.mentions.mentions_event_at_fkey.
alter table app.mentions drop constraint mentions_event_at_fkey;

commit;

-- step 2: undoes 4, transaction, lock_timeout 5s, statement_timeout 0
begin;
set local lock_timeout = '5s';
set local statement_timeout = 0;
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Drop table app.events_0.
drop table app.events_0;

-- Drop table app.events.
drop table app.events;

commit;

-- step 3: undoes 3, transaction, lock_timeout 5s, statement_timeout 0
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
) partition by range (at);

commit;

-- step 4: undoes 2, transaction, lock_timeout 5s, statement_timeout 0
begin;
set local lock_timeout = '5s';
set local statement_timeout = 0;
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Create table app.events_2023.
create table app.events_2023 partition of app.events for values from ('2023-01-01') to ('2024-01-01');

commit;

-- step 5: undoes 1, transaction, lock_timeout 5s, statement_timeout 0
begin;
set local lock_timeout = '5s';
set local statement_timeout = 0;
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Add foreign key app.mentions.mentions_event_at_fkey.
alter table app.mentions add constraint mentions_event_at_fkey foreign key (event, at) references app.events (id, at);

commit;

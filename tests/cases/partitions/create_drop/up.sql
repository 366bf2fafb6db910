-- decision: drop app.events_2023
-- decision: drop app.whole
-- decision: drop app.whole_0
-- hazard: breaks-clients app.events_24
-- hazard: builds-index app.events.events_who_idx
-- hazard: blocks-writes app.events.events_who_idx
-- hazard: deletes-data app.whole_0
-- hazard: deletes-data app.whole
-- hazard: deletes-data app.events_2023
-- hazard: scans-table app.events_old
-- hazard: blocks-reads app.events_old

-- step 1: transaction, lock_timeout 5s, statement_timeout 1min
begin;
set local lock_timeout = '5s';
set local statement_timeout = '1min';
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Rename table app.events_2024 to app.events_24.
alter table app.events_2024 rename to events_24;
do $body$
declare
  command text;
begin
  for command in
    select format('alter index %s rename to %I', copy.indexrelid::regclass, called.name)
    from pg_index as copy
    join pg_class as named on named.oid = copy.indexrelid and named.relispartition
    join pg_class as topmost on topmost.oid = pg_partition_root(copy.indexrelid)
    join (values ('events_pkey', 'events_24_pkey')) as called (topmost, name) on called.topmost = topmost.relname
    where copy.indrelid = 'app.events_24'::regclass and named.relname <> called.name
  loop
    execute command;
  end loop;
end
$body$;

commit;

-- step 2: transaction, lock_timeout 5s, statement_timeout 1min
begin;
set local lock_timeout = '5s';
set local statement_timeout = '1min';
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Add column app.events.more.
alter table app.events add column more integer default 0 not null;

commit;

-- step 3: transaction, lock_timeout 5s, statement_timeout 1min
begin;
set local lock_timeout = '5s';
set local statement_timeout = '1min';
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Take nulls in column app.events.who.
alter table app.events alter column who drop not null;

commit;

-- step 4: transaction, lock_timeout 5s, statement_timeout 0
begin;
set local lock_timeout = '5s';
set local statement_timeout = 0;
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Create index app.events_who_idx.
create index events_who_idx on app.events (who);

commit;

-- step 5: transaction, lock_timeout 5s, statement_timeout 1min
begin;
set local lock_timeout = '5s';
set local statement_timeout = '1min';
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Drop table app.whole_0.
drop table app.whole_0;

commit;

-- step 6: transaction, lock_timeout 5s, statement_timeout 1min
begin;
set local lock_timeout = '5s';
set local statement_timeout = '1min';
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Drop table app.whole.
drop table app.whole;

commit;

-- step 7: transaction, lock_timeout 5s, statement_timeout 1min
begin;
set local lock_timeout = '5s';
set local statement_timeout = '1min';
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Drop table app.events_2023.
alter table app.events detach partition app.events_2023;
drop table app.events_2023;

commit;

-- step 8: transaction, lock_timeout 5s, statement_timeout 0
begin;
set local lock_timeout = '5s';
set local statement_timeout = 0;
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Change which rows of app.events go to app.events_old.
alter table app.events detach partition app.events_old;
alter table app.events attach partition app.events_old for values from (minvalue) to ('2023-01-01');

commit;

-- step 9: transaction, lock_timeout 5s, statement_timeout 0
begin;
set local lock_timeout = '5s';
set local statement_timeout = 0;
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Create table app.events_2025.
create table app.events_2025 partition of app.events for values from ('2025-01-01') to ('2026-01-01');

-- Create table app.events_h1.
create table app.events_h1 partition of app.events for values from ('2023-01-01') to ('2023-07-01');

commit;

-- label: structure only
-- reason: the rows of table app.whole_0 cannot come back
-- reason: the rows of table app.whole cannot come back
-- reason: the rows of table app.events_2023 cannot come back
-- loses: ["app", "events_h1"]
-- loses: ["app", "events_2025"]
-- loses: ["app", "events", "more"]
-- hazard: deletes-data app.events_h1
-- hazard: deletes-data app.events_2025
-- hazard: scans-table app.events_old
-- hazard: blocks-reads app.events_old
-- hazard: scans-table app.events.who
-- hazard: deletes-data app.events.more
-- hazard: breaks-clients app.events_2024

-- step 1: undoes 9, transaction, lock_timeout 5s, statement_timeout 1min
begin;
set local lock_timeout = '5s';
set local statement_timeout = '1min';
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Drop table app.events_h1.
alter table app.events detach partition app.events_h1;
drop table app.events_h1;

-- Drop table app.events_2025.
alter table app.events detach partition app.events_2025;
drop table app.events_2025;

commit;

-- step 2: undoes 8, transaction, lock_timeout 5s, statement_timeout 0
begin;
set local lock_timeout = '5s';
set local statement_timeout = 0;
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Change which rows of app.events go to app.events_old.
alter table app.events detach partition app.events_old;
alter table app.events attach partition app.events_old for values from (minvalue) to ('2020-01-01');

commit;

-- step 3: undoes 7, transaction, lock_timeout 5s, statement_timeout 0
begin;
set local lock_timeout = '5s';
set local statement_timeout = 0;
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Create table app.events_2023.
create table app.events_2023 partition of app.events for values from ('2023-01-01') to ('2024-01-01');

commit;

-- step 4: undoes 6, transaction, lock_timeout 5s, statement_timeout 0
begin;
set local lock_timeout = '5s';
set local statement_timeout = 0;
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Create table app.whole.
create table app.whole (
  id bigint not null,
  constraint whole_pkey primary key (id)
) partition by hash (id);

commit;

-- step 5: undoes 5, transaction, lock_timeout 5s, statement_timeout 0
begin;
set local lock_timeout = '5s';
set local statement_timeout = 0;
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Create table app.whole_0.
create table app.whole_0 partition of app.whole for values with (modulus 1, remainder 0);

commit;

-- step 6: undoes 4, transaction, lock_timeout 5s, statement_timeout 1min
begin;
set local lock_timeout = '5s';
set local statement_timeout = '1min';
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Drop index app.events_who_idx.
drop index app.events_who_idx;

commit;

-- step 7: undoes 3, no transaction, lock_timeout 5s, statement_timeout 1min
-- done when: select case when attnotnull then true when exists (select from pg_catalog.pg_constraint where conrelid = attrelid and conname = 'who_not_null') then false end from pg_catalog.pg_attribute where attrelid = pg_catalog.to_regclass('app.events') and attname = 'who'
-- cleanup: set lock_timeout = '5s'; alter table app.events drop constraint who_not_null; reset lock_timeout
set lock_timeout = '5s';
set statement_timeout = '1min';
set search_path = pg_catalog, public;
set standard_conforming_strings = on;

-- Refuse nulls in column app.events.who while others read and write the table.
alter table app.events add constraint who_not_null check (who is not null) not valid;
set statement_timeout = 0;
alter table app.events validate constraint who_not_null;
set statement_timeout = '1min';
alter table app.events alter column who set not null, drop constraint who_not_null;

reset standard_conforming_strings;
reset search_path;
reset statement_timeout;
reset lock_timeout;

-- step 8: undoes 2, transaction, lock_timeout 5s, statement_timeout 1min
begin;
set local lock_timeout = '5s';
set local statement_timeout = '1min';
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Drop column app.events.more.
alter table app.events drop column more;

commit;

-- step 9: undoes 1, transaction, lock_timeout 5s, statement_timeout 1min
begin;
set local lock_timeout = '5s';
set local statement_timeout = '1min';
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Rename table app.events_24 to app.events_2024.
alter table app.events_24 rename to events_2024;
do $body$
declare
  command text;
begin
  for command in
    select format('alter index %s rename to %I', copy.indexrelid::regclass, called.name)
    from pg_index as copy
    join pg_class as named on named.oid = copy.indexrelid and named.relispartition
    join pg_class as topmost on topmost.oid = pg_partition_root(copy.indexrelid)
    join (values ('events_pkey', 'events_2024_pkey')) as called (topmost, name) on called.topmost = topmost.relname
    where copy.indrelid = 'app.events_2024'::regclass and named.relname <> called.name
  loop
    execute command;
  end loop;
end
$body$;

commit;

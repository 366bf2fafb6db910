-- label: structure only
-- reason: the rows of table app.gone cannot come back
-- loses: ["app", "events_4"]
-- loses: ["app", "says_4"]
-- loses: ["app", "events", "more"]
-- hazard: deletes-data app.events_4
-- hazard: scans-table app.says_2
-- hazard: blocks-reads app.says_2
-- hazard: scans-table app.says_1
-- hazard: blocks-reads app.says_1
-- hazard: scans-table app.events_3
-- hazard: blocks-reads app.events_3
-- hazard: scans-table app.events_2
-- hazard: blocks-reads app.events_2
-- hazard: deletes-data app.says_4
-- hazard: scans-table app.says_3
-- hazard: blocks-reads app.says_3
-- hazard: deletes-data app.events.more
-- hazard: scans-table app.events_1
-- hazard: blocks-reads app.events_1

-- step 1: undoes 16, transaction, lock_timeout 5s, statement_timeout 1min
begin;
set local lock_timeout = '5s';
set local statement_timeout = '1min';
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Drop table app.events_4.
alter table app.events detach partition app.events_4;
drop table app.events_4;

commit;

-- step 2: undoes 15, transaction, lock_timeout 5s, statement_timeout 0
begin;
set local lock_timeout = '5s';
set local statement_timeout = 0;
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Create table app.gone.
create table app.gone partition of app.events for values from ('2025-01-01') to ('2026-01-01');
alter table app.events detach partition app.gone;
-- PostgreSQL 18 and later name not-null constraints
do $body$
declare
  found record;
begin
  for found in
    select constrained.conname as old, renamed.new
    from pg_constraint as constrained
    join pg_attribute as attribute on attribute.attrelid = constrained.conrelid and attribute.attnum = constrained.conkey[1]
    join (values ('at', 'gone_at_not_null'), ('id', 'gone_id_not_null')) as renamed (of, new) on attribute.attname = renamed.of
    where constrained.conrelid = 'app.gone'::regclass and constrained.contype = 'n' and constrained.coninhcount = 0 and constrained.conname <> renamed.new
  loop
    execute format('alter table %s rename constraint %I to %I', 'app.gone', found.old, found.new);
  end loop;
end
$body$;
alter table app.events attach partition app.gone for values from ('2025-01-01') to ('2026-01-01');

commit;

-- step 3: undoes 14, transaction, lock_timeout 5s, statement_timeout 1min
begin;
set local lock_timeout = '5s';
set local statement_timeout = '1min';
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Change how not-null constraints of table app.says_4 hold.

commit;

-- step 4: undoes 13, transaction, lock_timeout 5s, statement_timeout 0
begin;
set local lock_timeout = '5s';
set local statement_timeout = 0;
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Change how not-null constraints of table app.says_2 hold.
alter table app.says detach partition app.says_2;
alter table app.says attach partition app.says_2 for values in (2);

-- Rename not-null constraints of table app.says_2.
alter table app.says detach partition app.says_2;
-- PostgreSQL 18 and later name not-null constraints
do $body$
declare
  found record;
begin
  for found in
    select constrained.conname as old, renamed.new
    from pg_constraint as constrained
    join pg_attribute as attribute on attribute.attrelid = constrained.conrelid and attribute.attnum = constrained.conkey[1]
    join (values ('size', 'says_size_not_null')) as renamed (of, new) on attribute.attname = renamed.of
    where constrained.conrelid = 'app.says_2'::regclass and constrained.contype = 'n' and constrained.coninhcount = 0 and constrained.conname <> renamed.new
  loop
    execute format('alter table %s rename constraint %I to %I', 'app.says_2', found.old, found.new);
  end loop;
end
$body$;
alter table app.says attach partition app.says_2 for values in (2);

commit;

-- step 5: undoes 12, transaction, lock_timeout 5s, statement_timeout 0
begin;
set local lock_timeout = '5s';
set local statement_timeout = 0;
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Change how not-null constraints of table app.says_1 hold.
alter table app.says detach partition app.says_1;
alter table app.says attach partition app.says_1 for values in (1);
alter table app.says_1 alter column size set not null;

commit;

-- step 6: undoes 11, transaction, lock_timeout 5s, statement_timeout 0
begin;
set local lock_timeout = '5s';
set local statement_timeout = 0;
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Rename not-null constraints of table app.events_3.
alter table app.events detach partition app.events_3;
-- PostgreSQL 18 and later name not-null constraints
do $body$
declare
  found record;
begin
  for found in
    select constrained.conname as old, renamed.new
    from pg_constraint as constrained
    join pg_attribute as attribute on attribute.attrelid = constrained.conrelid and attribute.attnum = constrained.conkey[1]
    join (values ('at', 'events_at_not_null'), ('id', 'events_id_not_null'), ('more', 'events_more_not_null')) as renamed (of, new) on attribute.attname = renamed.of
    where constrained.conrelid = 'app.events_3'::regclass and constrained.contype = 'n' and constrained.coninhcount = 0 and constrained.conname <> renamed.new
  loop
    execute format('alter table %s rename constraint %I to %I', 'app.events_3', found.old, found.new);
  end loop;
end
$body$;
alter table app.events attach partition app.events_3 for values from ('2022-01-01') to ('2023-01-01');

commit;

-- step 7: undoes 10, transaction, lock_timeout 5s, statement_timeout 0
begin;
set local lock_timeout = '5s';
set local statement_timeout = 0;
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Rename not-null constraints of table app.events_2.
alter table app.events detach partition app.events_2;
-- PostgreSQL 18 and later name not-null constraints
do $body$
declare
  found record;
begin
  for found in
    select constrained.conname as old, renamed.new
    from pg_constraint as constrained
    join pg_attribute as attribute on attribute.attrelid = constrained.conrelid and attribute.attnum = constrained.conkey[1]
    join (values ('at', 'events_at_not_null'), ('id', 'events_id_not_null'), ('more', 'events_more_not_null')) as renamed (of, new) on attribute.attname = renamed.of
    where constrained.conrelid = 'app.events_2'::regclass and constrained.contype = 'n' and constrained.coninhcount = 0 and constrained.conname <> renamed.new
  loop
    execute format('alter table %s rename constraint %I to %I', 'app.events_2', found.old, found.new);
  end loop;
end
$body$;
alter table app.events attach partition app.events_2 for values from ('2021-01-01') to ('2022-01-01');

commit;

-- step 8: undoes 9, transaction, lock_timeout 5s, statement_timeout 1min
begin;
set local lock_timeout = '5s';
set local statement_timeout = '1min';
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Drop primary key app.says_4.says_4_pkey.
alter table app.says_4 drop constraint says_4_pkey;

-- Drop table app.says_4.
alter table app.says detach partition app.says_4;
drop table app.says_4;

commit;

-- step 9: undoes 8, transaction, lock_timeout 5s, statement_timeout 0
begin;
set local lock_timeout = '5s';
set local statement_timeout = 0;
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Change which rows of app.says go to app.says_3.
alter table app.says detach partition app.says_3;
alter table app.says attach partition app.says_3 for values in (3);
alter table app.says_3 alter column size set not null;

commit;

-- step 10: undoes 7 6, transaction, lock_timeout 5s, statement_timeout 1min
begin;
set local lock_timeout = '5s';
set local statement_timeout = '1min';
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;
set local client_min_messages = warning;

-- Take nulls in column app.says.note.
alter table app.says drop constraint if exists note_not_null;
alter table app.says alter column note drop not null;

commit;

-- step 11: undoes 5, transaction, lock_timeout 5s, statement_timeout 1min
begin;
set local lock_timeout = '5s';
set local statement_timeout = '1min';
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Drop column app.events.more.
alter table app.events drop column more;

commit;

-- step 12: undoes 4, transaction, lock_timeout 5s, statement_timeout 0
begin;
set local lock_timeout = '5s';
set local statement_timeout = 0;
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Rename not-null constraints of table app.says_3.
alter table app.says detach partition app.says_3;
-- PostgreSQL 18 and later name not-null constraints
do $body$
declare
  found record;
begin
  for found in
    select constrained.conname as old, renamed.new
    from pg_constraint as constrained
    join pg_attribute as attribute on attribute.attrelid = constrained.conrelid and attribute.attnum = constrained.conkey[1]
    join (values ('size', 'third')) as renamed (of, new) on attribute.attname = renamed.of
    where constrained.conrelid = 'app.says_3'::regclass and constrained.contype = 'n' and constrained.coninhcount = 0 and constrained.conname <> renamed.new
  loop
    execute format('alter table %s rename constraint %I to %I', 'app.says_3', found.old, found.new);
  end loop;
end
$body$;
alter table app.says attach partition app.says_3 for values in (3);
alter table app.says_3 alter column size set not null;

commit;

-- step 13: undoes 3, transaction, lock_timeout 5s, statement_timeout 1min
begin;
set local lock_timeout = '5s';
set local statement_timeout = '1min';
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Change how not-null constraints of table app.says_1 hold.
alter table app.says_1 alter column more set not null;

commit;

-- step 14: undoes 2, transaction, lock_timeout 5s, statement_timeout 0
begin;
set local lock_timeout = '5s';
set local statement_timeout = 0;
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Rename not-null constraints of table app.events_3.
alter table app.events detach partition app.events_3;
-- PostgreSQL 18 and later name not-null constraints
do $body$
declare
  found record;
begin
  for found in
    select constrained.conname as old, renamed.new
    from pg_constraint as constrained
    join pg_attribute as attribute on attribute.attrelid = constrained.conrelid and attribute.attnum = constrained.conkey[1]
    join (values ('id', 'third')) as renamed (of, new) on attribute.attname = renamed.of
    where constrained.conrelid = 'app.events_3'::regclass and constrained.contype = 'n' and constrained.coninhcount = 0 and constrained.conname <> renamed.new
  loop
    execute format('alter table %s rename constraint %I to %I', 'app.events_3', found.old, found.new);
  end loop;
end
$body$;
alter table app.events attach partition app.events_3 for values from ('2022-01-01') to ('2023-01-01');

commit;

-- step 15: undoes 1, transaction, lock_timeout 5s, statement_timeout 0
begin;
set local lock_timeout = '5s';
set local statement_timeout = 0;
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Rename not-null constraints of table app.events_1.
alter table app.events detach partition app.events_1;
-- PostgreSQL 18 and later name not-null constraints
do $body$
declare
  found record;
begin
  for found in
    select constrained.conname as old, renamed.new
    from pg_constraint as constrained
    join pg_attribute as attribute on attribute.attrelid = constrained.conrelid and attribute.attnum = constrained.conkey[1]
    join (values ('at', 'events_1_at_not_null'), ('id', 'events_1_id_not_null')) as renamed (of, new) on attribute.attname = renamed.of
    where constrained.conrelid = 'app.events_1'::regclass and constrained.contype = 'n' and constrained.coninhcount = 0 and constrained.conname <> renamed.new
  loop
    execute format('alter table %s rename constraint %I to %I', 'app.events_1', found.old, found.new);
  end loop;
end
$body$;
alter table app.events attach partition app.events_1 for values from ('2020-01-01') to ('2021-01-01');

commit;

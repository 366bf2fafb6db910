-- decision: drop app.gone
-- hazard: scans-table app.events_1
-- hazard: blocks-reads app.events_1
-- hazard: scans-table app.events_3
-- hazard: blocks-reads app.events_3
-- hazard: scans-table app.says_1
-- hazard: blocks-reads app.says_1
-- hazard: scans-table app.says_3
-- hazard: blocks-reads app.says_3
-- hazard: scans-table app.says.note
-- hazard: scans-table app.events_2
-- hazard: blocks-reads app.events_2
-- hazard: scans-table app.says_2
-- hazard: blocks-reads app.says_2
-- hazard: deletes-data app.gone

-- step 1: transaction, lock_timeout 5s, statement_timeout 0
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
    join (values ('at', 'events_at_not_null'), ('id', 'events_id_not_null')) as renamed (of, new) on attribute.attname = renamed.of
    where constrained.conrelid = 'app.events_1'::regclass and constrained.contype = 'n' and constrained.coninhcount = 0 and constrained.conname <> renamed.new
  loop
    execute format('alter table %s rename constraint %I to %I', 'app.events_1', found.old, found.new);
  end loop;
end
$body$;
alter table app.events attach partition app.events_1 for values from ('2020-01-01') to ('2021-01-01');

commit;

-- step 2: transaction, lock_timeout 5s, statement_timeout 0
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
    join (values ('id', 'events_id_not_null')) as renamed (of, new) on attribute.attname = renamed.of
    where constrained.conrelid = 'app.events_3'::regclass and constrained.contype = 'n' and constrained.coninhcount = 0 and constrained.conname <> renamed.new
  loop
    execute format('alter table %s rename constraint %I to %I', 'app.events_3', found.old, found.new);
  end loop;
end
$body$;
alter table app.events attach partition app.events_3 for values from ('2022-01-01') to ('2023-01-01');

commit;

-- step 3: transaction, lock_timeout 5s, statement_timeout 0
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

-- step 4: transaction, lock_timeout 5s, statement_timeout 0
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
    join (values ('size', 'says_size_not_null')) as renamed (of, new) on attribute.attname = renamed.of
    where constrained.conrelid = 'app.says_3'::regclass and constrained.contype = 'n' and constrained.coninhcount = 0 and constrained.conname <> renamed.new
  loop
    execute format('alter table %s rename constraint %I to %I', 'app.says_3', found.old, found.new);
  end loop;
end
$body$;
alter table app.says attach partition app.says_3 for values in (3);
alter table app.says_3 alter column size set not null;

commit;

-- step 5: transaction, lock_timeout 5s, statement_timeout 1min
begin;
set local lock_timeout = '5s';
set local statement_timeout = '1min';
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Add column app.events.more.
alter table app.events add column more text default '' not null;

commit;

-- step 6: transaction, lock_timeout 5s, statement_timeout 1min
begin;
set local lock_timeout = '5s';
set local statement_timeout = '1min';
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Refuse nulls in column app.says.note, of rows to come.
alter table app.says add constraint note_not_null check (note is not null) not valid;

commit;

-- step 7: transaction, lock_timeout 5s, statement_timeout 0
begin;
set local lock_timeout = '5s';
set local statement_timeout = 0;
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Check that no row has a null in column app.says.note.
alter table app.says validate constraint note_not_null;

commit;

-- step 8: transaction, lock_timeout 5s, statement_timeout 0
begin;
set local lock_timeout = '5s';
set local statement_timeout = 0;
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Refuse nulls in column app.says.note.
alter table app.says alter column note set not null;
alter table app.says drop constraint note_not_null;

-- Change which rows of app.says go to app.says_3.
alter table app.says detach partition app.says_3;
alter table app.says attach partition app.says_3 for values in (33);
alter table app.says_3 alter column size set not null;

commit;

-- step 9: transaction, lock_timeout 5s, statement_timeout 0
begin;
set local lock_timeout = '5s';
set local statement_timeout = 0;
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Create table app.says_4.
create table app.says_4 partition of app.says (
  size with options default 5
) for values in (4);

-- Add primary key app.says_4.says_4_pkey.
alter table app.says_4 add constraint says_4_pkey primary key (id, more);

commit;

-- step 10: transaction, lock_timeout 5s, statement_timeout 0
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
    join (values ('at', 'events_2_at_not_null'), ('id', 'events_2_id_not_null'), ('more', 'events_2_more_not_null')) as renamed (of, new) on attribute.attname = renamed.of
    where constrained.conrelid = 'app.events_2'::regclass and constrained.contype = 'n' and constrained.coninhcount = 0 and constrained.conname <> renamed.new
  loop
    execute format('alter table %s rename constraint %I to %I', 'app.events_2', found.old, found.new);
  end loop;
end
$body$;
alter table app.events attach partition app.events_2 for values from ('2021-01-01') to ('2022-01-01');

commit;

-- step 11: transaction, lock_timeout 5s, statement_timeout 0
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
    join (values ('at', 'events_3_at_not_null'), ('id', 'events_3_id_not_null'), ('more', 'events_3_more_not_null')) as renamed (of, new) on attribute.attname = renamed.of
    where constrained.conrelid = 'app.events_3'::regclass and constrained.contype = 'n' and constrained.coninhcount = 0 and constrained.conname <> renamed.new
  loop
    execute format('alter table %s rename constraint %I to %I', 'app.events_3', found.old, found.new);
  end loop;
end
$body$;
alter table app.events attach partition app.events_3 for values from ('2022-01-01') to ('2023-01-01');

commit;

-- step 12: transaction, lock_timeout 5s, statement_timeout 1min
begin;
set local lock_timeout = '5s';
set local statement_timeout = '1min';
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Change how not-null constraints of table app.says_1 hold.
alter table app.says_1 alter column note set not null;

commit;

-- step 13: transaction, lock_timeout 5s, statement_timeout 0
begin;
set local lock_timeout = '5s';
set local statement_timeout = 0;
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

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
    join (values ('size', 'second')) as renamed (of, new) on attribute.attname = renamed.of
    where constrained.conrelid = 'app.says_2'::regclass and constrained.contype = 'n' and constrained.coninhcount = 0 and constrained.conname <> renamed.new
  loop
    execute format('alter table %s rename constraint %I to %I', 'app.says_2', found.old, found.new);
  end loop;
end
$body$;
alter table app.says attach partition app.says_2 for values in (2);
alter table app.says_2 alter column more set not null;
alter table app.says_2 alter column size set not null;

-- Change how not-null constraints of table app.says_2 hold.
alter table app.says_2 alter column more set not null;
alter table app.says_2 alter column size set not null;

commit;

-- step 14: transaction, lock_timeout 5s, statement_timeout 0
begin;
set local lock_timeout = '5s';
set local statement_timeout = 0;
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Change how not-null constraints of table app.says_4 hold.
alter table app.says_4 alter column id set not null;

commit;

-- step 15: transaction, lock_timeout 5s, statement_timeout 1min
begin;
set local lock_timeout = '5s';
set local statement_timeout = '1min';
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Drop table app.gone.
alter table app.events detach partition app.gone;
drop table app.gone;

commit;

-- step 16: transaction, lock_timeout 5s, statement_timeout 0
begin;
set local lock_timeout = '5s';
set local statement_timeout = 0;
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Create table app.events_4.
create table app.events_4 partition of app.events (
  note with options default 'x' not null
) for values from ('2023-01-01') to ('2024-01-01');
alter table app.events detach partition app.events_4;
-- PostgreSQL 18 and later name not-null constraints
do $body$
declare
  found record;
begin
  for found in
    select constrained.conname as old, renamed.new
    from pg_constraint as constrained
    join pg_attribute as attribute on attribute.attrelid = constrained.conrelid and attribute.attnum = constrained.conkey[1]
    join (values ('at', 'events_4_at_not_null'), ('id', 'events_4_id_not_null'), ('more', 'events_4_more_not_null')) as renamed (of, new) on attribute.attname = renamed.of
    where constrained.conrelid = 'app.events_4'::regclass and constrained.contype = 'n' and constrained.coninhcount = 0 and constrained.conname <> renamed.new
  loop
    execute format('alter table %s rename constraint %I to %I', 'app.events_4', found.old, found.new);
  end loop;
end
$body$;
alter table app.events attach partition app.events_4 for values from ('2023-01-01') to ('2024-01-01');

commit;

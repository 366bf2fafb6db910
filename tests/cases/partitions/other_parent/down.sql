-- label: structure only
-- reason: the rows of table app.events cannot come back
-- loses: ["kept", "events"]
-- hazard: deletes-data kept.events
-- hazard: scans-table app.events_b
-- hazard: blocks-reads app.events_b
-- hazard: scans-table app.events_a
-- hazard: blocks-reads app.events_a

-- step 1: undoes 18, transaction, lock_timeout 5s, statement_timeout 0
begin;
set local lock_timeout = '5s';
set local statement_timeout = 0;
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Create table app.events.
create table app.events (
  id bigint not null,
  at date not null,
  kind integer not null,
  constraint events_pkey primary key (id, at),
  constraint events_kind_fkey foreign key (kind) references app.kinds (id)
) partition by range (at);
-- PostgreSQL 18 and later name not-null constraints
do $body$
declare
  found record;
begin
  for found in
    select constrained.conname as old, renamed.new
    from pg_constraint as constrained
    join pg_attribute as attribute on attribute.attrelid = constrained.conrelid and attribute.attnum = constrained.conkey[1]
    join (values ('at', 'events_at_not_null'), ('id', 'events_id_not_null'), ('kind', 'events_kind_not_null')) as renamed (of, new) on attribute.attname = renamed.of
    where constrained.conrelid = 'app.events'::regclass and constrained.contype = 'n' and constrained.coninhcount = 0 and constrained.conname <> renamed.new
  loop
    execute format('alter table %s rename constraint %I to %I', 'app.events', found.old, found.new);
  end loop;
end
$body$;

-- Create index app.events_kind_idx.
create index events_kind_idx on app.events (kind);

-- Create trigger app.events.watch.
create trigger watch
  before insert on app.events
  for each row
  execute function app.watch();

commit;

-- step 2: undoes 17, transaction, lock_timeout 5s, statement_timeout 1min
begin;
set local lock_timeout = '5s';
set local statement_timeout = '1min';
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Drop foreign key kept.events.events_kind_fkey.
alter table kept.events drop constraint events_kind_fkey;

commit;

-- step 3: undoes 16, transaction, lock_timeout 5s, statement_timeout 1min
begin;
set local lock_timeout = '5s';
set local statement_timeout = '1min';
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Drop index kept.events_kind_idx.
drop index kept.events_kind_idx;

commit;

-- step 4: undoes 15, transaction, lock_timeout 5s, statement_timeout 1min
begin;
set local lock_timeout = '5s';
set local statement_timeout = '1min';
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Enable trigger app.events_a.watch of a partition.
alter table only app.events_a enable trigger watch;

commit;

-- step 5: undoes 14, transaction, lock_timeout 5s, statement_timeout 1min
begin;
set local lock_timeout = '5s';
set local statement_timeout = '1min';
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Detach partition app.plain from kept.events.
alter table kept.events detach partition app.plain;
-- PostgreSQL 18 and later name not-null constraints
do $body$
declare
  found record;
begin
  for found in
    select constrained.conname as old, renamed.new
    from pg_constraint as constrained
    join pg_attribute as attribute on attribute.attrelid = constrained.conrelid and attribute.attnum = constrained.conkey[1]
    join (values ('id', 'plain_id_not_null'), ('at', 'plain_at_not_null'), ('kind', 'plain_kind_not_null')) as renamed (of, new) on attribute.attname = renamed.of
    where constrained.conrelid = 'app.plain'::regclass and constrained.contype = 'n' and constrained.coninhcount = 0 and constrained.conname <> renamed.new
  loop
    execute format('alter table %s rename constraint %I to %I', 'app.plain', found.old, found.new);
  end loop;
end
$body$;

-- Drop primary key app.plain.plain_pkey.
alter table app.plain drop constraint plain_pkey;

commit;

-- step 6: undoes 13 12, transaction, lock_timeout 5s, statement_timeout 1min
begin;
set local lock_timeout = '5s';
set local statement_timeout = '1min';
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;
set local client_min_messages = warning;

-- Drop primary key app.plain.plain_pkey, where it became part of none.
alter table app.plain drop constraint if exists plain_pkey;
drop index if exists app.plain_pkey;

commit;

-- step 7: undoes 11 10, transaction, lock_timeout 5s, statement_timeout 1min
begin;
set local lock_timeout = '5s';
set local statement_timeout = '1min';
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;
set local client_min_messages = warning;

-- Drop check app.plain.plain_bound.
alter table app.plain drop constraint if exists plain_bound;

commit;

-- step 8: undoes 9, transaction, lock_timeout 5s, statement_timeout 1min
begin;
set local lock_timeout = '5s';
set local statement_timeout = '1min';
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Detach partition app.events_b from kept.events.
alter table kept.events detach partition app.events_b;
-- PostgreSQL 18 and later name not-null constraints
do $body$
declare
  found record;
begin
  for found in
    select constrained.conname as old, renamed.new
    from pg_constraint as constrained
    join pg_attribute as attribute on attribute.attrelid = constrained.conrelid and attribute.attnum = constrained.conkey[1]
    join (values ('id', 'events_b_id_not_null'), ('at', 'events_b_at_not_null'), ('kind', 'events_b_kind_not_null')) as renamed (of, new) on attribute.attname = renamed.of
    where constrained.conrelid = 'app.events_b'::regclass and constrained.contype = 'n' and constrained.coninhcount = 0 and constrained.conname <> renamed.new
  loop
    execute format('alter table %s rename constraint %I to %I', 'app.events_b', found.old, found.new);
  end loop;
end
$body$;

commit;

-- step 9: undoes 8 7, transaction, lock_timeout 5s, statement_timeout 1min
begin;
set local lock_timeout = '5s';
set local statement_timeout = '1min';
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;
set local client_min_messages = warning;

-- Drop check app.events_b.events_b_bound.
alter table app.events_b drop constraint if exists events_b_bound;

commit;

-- step 10: undoes 6, transaction, lock_timeout 5s, statement_timeout 1min
begin;
set local lock_timeout = '5s';
set local statement_timeout = '1min';
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Detach partition app.events_a from kept.events.
alter table kept.events detach partition app.events_a;
-- PostgreSQL 18 and later name not-null constraints
do $body$
declare
  found record;
begin
  for found in
    select constrained.conname as old, renamed.new
    from pg_constraint as constrained
    join pg_attribute as attribute on attribute.attrelid = constrained.conrelid and attribute.attnum = constrained.conkey[1]
    join (values ('id', 'events_a_id_not_null'), ('at', 'events_a_at_not_null'), ('kind', 'events_a_kind_not_null')) as renamed (of, new) on attribute.attname = renamed.of
    where constrained.conrelid = 'app.events_a'::regclass and constrained.contype = 'n' and constrained.coninhcount = 0 and constrained.conname <> renamed.new
  loop
    execute format('alter table %s rename constraint %I to %I', 'app.events_a', found.old, found.new);
  end loop;
end
$body$;

commit;

-- step 11: undoes 5 4, transaction, lock_timeout 5s, statement_timeout 1min
begin;
set local lock_timeout = '5s';
set local statement_timeout = '1min';
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;
set local client_min_messages = warning;

-- Drop check app.events_a.events_a_bound.
alter table app.events_a drop constraint if exists events_a_bound;

commit;

-- step 12: undoes 3, transaction, lock_timeout 5s, statement_timeout 1min
begin;
set local lock_timeout = '5s';
set local statement_timeout = '1min';
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Drop trigger kept.events.watch.
drop trigger watch on kept.events;

-- Drop table kept.events.
drop table kept.events;

commit;

-- step 13: undoes 2, transaction, lock_timeout 5s, statement_timeout 0
begin;
set local lock_timeout = '5s';
set local statement_timeout = 0;
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Attach app.events_b as partition of app.events.
-- PostgreSQL 18 and later name not-null constraints
do $body$
declare
  found record;
begin
  for found in
    select constrained.conname as old, renamed.new
    from pg_constraint as constrained
    join pg_attribute as attribute on attribute.attrelid = constrained.conrelid and attribute.attnum = constrained.conkey[1]
    join (values ('id', 'events_id_not_null'), ('at', 'events_at_not_null'), ('kind', 'events_kind_not_null')) as renamed (of, new) on attribute.attname = renamed.of
    where constrained.conrelid = 'app.events_b'::regclass and constrained.contype = 'n' and constrained.coninhcount = 0 and constrained.conname <> renamed.new
  loop
    execute format('alter table %s rename constraint %I to %I', 'app.events_b', found.old, found.new);
  end loop;
end
$body$;
alter table app.events attach partition app.events_b for values from ('2024-01-01') to ('2025-01-01');

commit;

-- step 14: undoes 1, transaction, lock_timeout 5s, statement_timeout 0
begin;
set local lock_timeout = '5s';
set local statement_timeout = 0;
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Attach app.events_a as partition of app.events.
-- PostgreSQL 18 and later name not-null constraints
do $body$
declare
  found record;
begin
  for found in
    select constrained.conname as old, renamed.new
    from pg_constraint as constrained
    join pg_attribute as attribute on attribute.attrelid = constrained.conrelid and attribute.attnum = constrained.conkey[1]
    join (values ('id', 'events_id_not_null'), ('at', 'events_at_not_null'), ('kind', 'events_kind_not_null')) as renamed (of, new) on attribute.attname = renamed.of
    where constrained.conrelid = 'app.events_a'::regclass and constrained.contype = 'n' and constrained.coninhcount = 0 and constrained.conname <> renamed.new
  loop
    execute format('alter table %s rename constraint %I to %I', 'app.events_a', found.old, found.new);
  end loop;
end
$body$;
alter table app.events attach partition app.events_a for values from ('2023-01-01') to ('2024-01-01');

-- Disable trigger app.events_a.watch of a partition.
alter table only app.events_a disable trigger watch;

commit;

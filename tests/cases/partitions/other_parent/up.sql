-- hazard: scans-table app.events_a
-- hazard: scans-table app.events_b
-- hazard: scans-table app.plain
-- hazard: builds-index app.plain.plain_pkey
-- hazard: deletes-data app.events

-- step 1: transaction, lock_timeout 5s, statement_timeout 1min
begin;
set local lock_timeout = '5s';
set local statement_timeout = '1min';
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Enable trigger app.events_a.watch of a partition.
alter table only app.events_a enable trigger watch;

-- Detach partition app.events_a from app.events.
alter table app.events detach partition app.events_a;
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

-- step 2: transaction, lock_timeout 5s, statement_timeout 1min
begin;
set local lock_timeout = '5s';
set local statement_timeout = '1min';
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Detach partition app.events_b from app.events.
alter table app.events detach partition app.events_b;
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

-- step 3: transaction, lock_timeout 5s, statement_timeout 0
begin;
set local lock_timeout = '5s';
set local statement_timeout = 0;
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Create table kept.events.
create table kept.events (
  id bigint not null,
  at date not null,
  kind integer not null,
  constraint events_pkey primary key (id, at)
) partition by range (at);

-- Create trigger kept.events.watch.
create trigger watch
  before insert on kept.events
  for each row
  execute function app.watch();

commit;

-- step 4: transaction, lock_timeout 5s, statement_timeout 1min
begin;
set local lock_timeout = '5s';
set local statement_timeout = '1min';
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Add check app.events_a.events_a_bound, for rows to come.
alter table app.events_a add constraint events_a_bound check (at is not null and at >= '2023-01-01' and at < '2024-01-01') not valid;

commit;

-- step 5: transaction, lock_timeout 5s, statement_timeout 0
begin;
set local lock_timeout = '5s';
set local statement_timeout = 0;
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Validate check app.events_a.events_a_bound.
alter table app.events_a validate constraint events_a_bound;

commit;

-- step 6: transaction, lock_timeout 5s, statement_timeout 1min
begin;
set local lock_timeout = '5s';
set local statement_timeout = '1min';
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;
set local client_min_messages = warning;

-- Attach app.events_a as partition of kept.events.
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
alter table kept.events attach partition app.events_a for values from ('2023-01-01') to ('2024-01-01');

-- Drop check app.events_a.events_a_bound.
alter table app.events_a drop constraint if exists events_a_bound;

commit;

-- step 7: transaction, lock_timeout 5s, statement_timeout 1min
begin;
set local lock_timeout = '5s';
set local statement_timeout = '1min';
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Add check app.events_b.events_b_bound, for rows to come.
alter table app.events_b add constraint events_b_bound check (at is not null and at >= '2024-01-01' and at < '2025-01-01') not valid;

commit;

-- step 8: transaction, lock_timeout 5s, statement_timeout 0
begin;
set local lock_timeout = '5s';
set local statement_timeout = 0;
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Validate check app.events_b.events_b_bound.
alter table app.events_b validate constraint events_b_bound;

commit;

-- step 9: transaction, lock_timeout 5s, statement_timeout 1min
begin;
set local lock_timeout = '5s';
set local statement_timeout = '1min';
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;
set local client_min_messages = warning;

-- Attach app.events_b as partition of kept.events.
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
alter table kept.events attach partition app.events_b for values from ('2024-01-01') to ('2025-01-01');

-- Drop check app.events_b.events_b_bound.
alter table app.events_b drop constraint if exists events_b_bound;

commit;

-- step 10: transaction, lock_timeout 5s, statement_timeout 1min
begin;
set local lock_timeout = '5s';
set local statement_timeout = '1min';
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Add check app.plain.plain_bound, for rows to come.
alter table app.plain add constraint plain_bound check (at is not null and at >= '2025-01-01' and at < '2026-01-01') not valid;

commit;

-- step 11: transaction, lock_timeout 5s, statement_timeout 0
begin;
set local lock_timeout = '5s';
set local statement_timeout = 0;
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Validate check app.plain.plain_bound.
alter table app.plain validate constraint plain_bound;

commit;

-- step 12: no transaction, lock_timeout 0, statement_timeout 0
-- done when: select indisvalid from pg_catalog.pg_index where indexrelid = pg_catalog.to_regclass('app.plain_pkey') and indrelid = pg_catalog.to_regclass('app.plain')
-- cleanup: drop index concurrently app.plain_pkey
set lock_timeout = 0;
set statement_timeout = 0;
set search_path = pg_catalog, public;
set standard_conforming_strings = on;

-- Create index app.plain_pkey while others read and write the partition.
create unique index concurrently plain_pkey on app.plain (id, at);

reset standard_conforming_strings;
reset search_path;
reset statement_timeout;
reset lock_timeout;

-- step 13: transaction, lock_timeout 5s, statement_timeout 1min
begin;
set local lock_timeout = '5s';
set local statement_timeout = '1min';
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Add primary key app.plain.plain_pkey by its index.
alter table app.plain add constraint plain_pkey primary key using index plain_pkey;

commit;

-- step 14: transaction, lock_timeout 5s, statement_timeout 1min
begin;
set local lock_timeout = '5s';
set local statement_timeout = '1min';
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;
set local client_min_messages = warning;

-- Attach app.plain as partition of kept.events.
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
    where constrained.conrelid = 'app.plain'::regclass and constrained.contype = 'n' and constrained.coninhcount = 0 and constrained.conname <> renamed.new
  loop
    execute format('alter table %s rename constraint %I to %I', 'app.plain', found.old, found.new);
  end loop;
end
$body$;
alter table kept.events attach partition app.plain for values from ('2025-01-01') to ('2026-01-01');

-- Drop check app.plain.plain_bound.
alter table app.plain drop constraint if exists plain_bound;

commit;

-- step 15: transaction, lock_timeout 5s, statement_timeout 1min
begin;
set local lock_timeout = '5s';
set local statement_timeout = '1min';
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Disable trigger app.events_a.watch of a partition.
alter table only app.events_a disable trigger watch;

commit;

-- step 16: transaction, lock_timeout 5s, statement_timeout 0
begin;
set local lock_timeout = '5s';
set local statement_timeout = 0;
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Create index kept.events_kind_idx.
create index events_kind_idx on kept.events (kind);

commit;

-- step 17: transaction, lock_timeout 5s, statement_timeout 1min
begin;
set local lock_timeout = '5s';
set local statement_timeout = '1min';
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Add foreign key kept.events.events_kind_fkey.
alter table kept.events add constraint events_kind_fkey foreign key (kind) references app.kinds (id);

commit;

-- step 18: transaction, lock_timeout 5s, statement_timeout 1min
begin;
set local lock_timeout = '5s';
set local statement_timeout = '1min';
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Drop trigger app.events.watch.
drop trigger watch on app.events;

-- Drop table app.events.
drop table app.events;

commit;

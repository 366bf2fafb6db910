-- hazard: scans-table app.old
-- hazard: scans-table app.events_rest
-- hazard: scans-table app.lists_rest

-- step 1: transaction, lock_timeout 5s, statement_timeout 1min
begin;
set local lock_timeout = '5s';
set local statement_timeout = '1min';
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Add check app.old.old_bound, for rows to come.
alter table app.old add constraint old_bound check (at is not null and id is not null and (at > '2020-01-01' or (at = '2020-01-01' and id >= 5)) and at <= '2021-01-01') not valid;

commit;

-- step 2: transaction, lock_timeout 5s, statement_timeout 1min
begin;
set local lock_timeout = '5s';
set local statement_timeout = '1min';
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Add check app.events_rest.old_apart, for rows to come.
alter table app.events_rest add constraint old_apart check (not (at is not null and id is not null and (at > '2020-01-01' or (at = '2020-01-01' and id >= 5)) and at <= '2021-01-01')) not valid;

commit;

-- step 3: transaction, lock_timeout 5s, statement_timeout 0
begin;
set local lock_timeout = '5s';
set local statement_timeout = 0;
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Validate check app.old.old_bound.
alter table app.old validate constraint old_bound;

commit;

-- step 4: transaction, lock_timeout 5s, statement_timeout 0
begin;
set local lock_timeout = '5s';
set local statement_timeout = 0;
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Validate check app.events_rest.old_apart.
alter table app.events_rest validate constraint old_apart;

commit;

-- step 5: transaction, lock_timeout 5s, statement_timeout 1min
begin;
set local lock_timeout = '5s';
set local statement_timeout = '1min';
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;
set local client_min_messages = warning;

-- Attach app.old as partition of app.events.
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
    where constrained.conrelid = 'app.old'::regclass and constrained.contype = 'n' and constrained.coninhcount = 0 and constrained.conname <> renamed.new
  loop
    execute format('alter table %s rename constraint %I to %I', 'app.old', found.old, found.new);
  end loop;
end
$body$;
alter table app.events attach partition app.old for values from ('2020-01-01', 5) to ('2021-01-01', maxvalue);

-- Drop check app.old.old_bound.
alter table app.old drop constraint if exists old_bound;

commit;

-- step 6: transaction, lock_timeout 5s, statement_timeout 1min
begin;
set local lock_timeout = '5s';
set local statement_timeout = '1min';
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;
set local client_min_messages = warning;

-- Drop check app.events_rest.old_apart.
alter table app.events_rest drop constraint if exists old_apart;

-- Add check app.events_rest.events_2024_apart, for rows to come.
alter table app.events_rest add constraint events_2024_apart check (not (at is not null and id is not null and at >= '2024-01-01' and at < '2025-01-01')) not valid;

-- Add check app.events_rest.events_2025_apart, for rows to come.
alter table app.events_rest add constraint events_2025_apart check (not (at is not null and id is not null and at >= '2025-01-01' and (at < '2026-01-01' or (at = '2026-01-01' and id < '-100')))) not valid;

commit;

-- step 7: transaction, lock_timeout 5s, statement_timeout 0
begin;
set local lock_timeout = '5s';
set local statement_timeout = 0;
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Check the rows of table app.events_rest: events_2024_apart, events_2025_apart.
alter table app.events_rest validate constraint events_2024_apart, validate constraint events_2025_apart;

commit;

-- step 8: transaction, lock_timeout 5s, statement_timeout 0
begin;
set local lock_timeout = '5s';
set local statement_timeout = 0;
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Create table app.events_2024.
create table app.events_2024 partition of app.events for values from ('2024-01-01', minvalue) to ('2025-01-01', minvalue);

-- Create table app.events_2025.
create table app.events_2025 partition of app.events for values from ('2025-01-01', minvalue) to ('2026-01-01', '-100');

commit;

-- step 9: transaction, lock_timeout 5s, statement_timeout 1min
begin;
set local lock_timeout = '5s';
set local statement_timeout = '1min';
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;
set local client_min_messages = warning;

-- Drop check app.events_rest.events_2024_apart.
alter table app.events_rest drop constraint if exists events_2024_apart;

-- Drop check app.events_rest.events_2025_apart.
alter table app.events_rest drop constraint if exists events_2025_apart;

commit;

-- step 10: transaction, lock_timeout 5s, statement_timeout 1min
begin;
set local lock_timeout = '5s';
set local statement_timeout = '1min';
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Add check app.lists_rest.lists_a_apart, for rows to come.
alter table app.lists_rest add constraint lists_a_apart check (not ((lower(kind)) is null or (lower(kind)) in ('a'))) not valid;

commit;

-- step 11: transaction, lock_timeout 5s, statement_timeout 0
begin;
set local lock_timeout = '5s';
set local statement_timeout = 0;
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Validate check app.lists_rest.lists_a_apart.
alter table app.lists_rest validate constraint lists_a_apart;

commit;

-- step 12: transaction, lock_timeout 5s, statement_timeout 0
begin;
set local lock_timeout = '5s';
set local statement_timeout = 0;
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Create table app.lists_a.
create table app.lists_a partition of app.lists for values in ('a', null);

commit;

-- step 13: transaction, lock_timeout 5s, statement_timeout 1min
begin;
set local lock_timeout = '5s';
set local statement_timeout = '1min';
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;
set local client_min_messages = warning;

-- Drop check app.lists_rest.lists_a_apart.
alter table app.lists_rest drop constraint if exists lists_a_apart;

commit;

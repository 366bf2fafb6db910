-- hazard: scans-table app.bare.events_id_check
-- hazard: scans-table app.events_2023
-- hazard: blocks-reads app.events_2023
-- hazard: scans-table app.alone
-- hazard: scans-table app.bare
-- hazard: builds-index app.bare.bare_pkey
-- hazard: scans-table app.bare.events_who_fkey
-- hazard: builds-index app.bare.bare_note_id_idx
-- hazard: builds-index app.bare.bare_who_idx

-- step 1: no transaction, lock_timeout 0, statement_timeout 0
-- done when: select not exists (select from pg_catalog.pg_inherits where inhrelid = pg_catalog.to_regclass('app.events_2024') and inhparent = pg_catalog.to_regclass('app.events') and not inhdetachpending)
set lock_timeout = 0;
set statement_timeout = 0;
set search_path = pg_catalog, public;
set standard_conforming_strings = on;

-- Detach partition app.events_2024 from app.events while others read and write the table.
alter table app.events detach partition app.events_2024 concurrently;

reset standard_conforming_strings;
reset search_path;
reset statement_timeout;
reset lock_timeout;

-- step 2: transaction, lock_timeout 5s, statement_timeout 1min
begin;
set local lock_timeout = '5s';
set local statement_timeout = '1min';
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Leave what partition app.events_2024 had from app.events to it alone.
do $body$
declare
  command text;
begin
  if exists (select from pg_inherits where inhrelid = 'app.events_2024'::regclass and inhdetachpending) then
    alter table app.events detach partition app.events_2024 finalize;
  end if;
  create temporary table fluxc_whole (like app.events) partition by range (at);
  create temporary table fluxc_part partition of pg_temp.fluxc_whole for values from ('2024-01-01') to ('2025-01-01');
  for command in
    select format('alter table %s drop constraint %I', conrelid::regclass, conname)
    from pg_constraint
    where conrelid = 'app.events_2024'::regclass and contype = 'c'
      and pg_get_constraintdef(oid) = format('CHECK (%s)', pg_get_partition_constraintdef('pg_temp.fluxc_part'::regclass))
      and conname not in ('events_id_check')
  loop
    execute command;
  end loop;
  drop table pg_temp.fluxc_whole;
end
$body$;
-- PostgreSQL 18 and later name not-null constraints
do $body$
declare
  found record;
begin
  for found in
    select constrained.conname as old, renamed.new
    from pg_constraint as constrained
    join pg_attribute as attribute on attribute.attrelid = constrained.conrelid and attribute.attnum = constrained.conkey[1]
    join (values ('id', 'events_2024_id_not_null'), ('at', 'events_2024_at_not_null'), ('note', 'events_2024_note_not_null')) as renamed (of, new) on attribute.attname = renamed.of
    where constrained.conrelid = 'app.events_2024'::regclass and constrained.contype = 'n' and constrained.coninhcount = 0 and constrained.conname <> renamed.new
  loop
    execute format('alter table %s rename constraint %I to %I', 'app.events_2024', found.old, found.new);
  end loop;
end
$body$;

commit;

-- step 3: transaction, lock_timeout 5s, statement_timeout 1min
begin;
set local lock_timeout = '5s';
set local statement_timeout = '1min';
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Add check app.bare.events_id_check, for rows to come.
alter table app.bare add constraint events_id_check check (id > 0) not valid;

commit;

-- step 4: transaction, lock_timeout 5s, statement_timeout 0
begin;
set local lock_timeout = '5s';
set local statement_timeout = 0;
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Validate check app.bare.events_id_check.
alter table app.bare validate constraint events_id_check;

commit;

-- step 5: transaction, lock_timeout 5s, statement_timeout 0
begin;
set local lock_timeout = '5s';
set local statement_timeout = 0;
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Change which rows of app.events go to app.events_2023.
alter table app.events detach partition app.events_2023;
alter table app.events attach partition app.events_2023 for values from ('2023-01-01') to ('2023-07-01');

commit;

-- step 6: transaction, lock_timeout 5s, statement_timeout 1min
begin;
set local lock_timeout = '5s';
set local statement_timeout = '1min';
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Add check app.alone.alone_bound, for rows to come.
alter table app.alone add constraint alone_bound check (at is not null and at >= '2025-01-01' and at < '2026-01-01') not valid;

commit;

-- step 7: transaction, lock_timeout 5s, statement_timeout 0
begin;
set local lock_timeout = '5s';
set local statement_timeout = 0;
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Validate check app.alone.alone_bound.
alter table app.alone validate constraint alone_bound;

commit;

-- step 8: transaction, lock_timeout 5s, statement_timeout 1min
begin;
set local lock_timeout = '5s';
set local statement_timeout = '1min';
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;
set local client_min_messages = warning;

-- Attach app.alone as partition of app.events.
-- PostgreSQL 18 and later name not-null constraints
do $body$
declare
  found record;
begin
  for found in
    select constrained.conname as old, renamed.new
    from pg_constraint as constrained
    join pg_attribute as attribute on attribute.attrelid = constrained.conrelid and attribute.attnum = constrained.conkey[1]
    join (values ('id', 'events_id_not_null'), ('at', 'events_at_not_null'), ('note', 'events_note_not_null')) as renamed (of, new) on attribute.attname = renamed.of
    where constrained.conrelid = 'app.alone'::regclass and constrained.contype = 'n' and constrained.coninhcount = 0 and constrained.conname <> renamed.new
  loop
    execute format('alter table %s rename constraint %I to %I', 'app.alone', found.old, found.new);
  end loop;
end
$body$;
alter table app.alone rename constraint alone_key to alone_pkey;
alter table app.alone rename constraint alone_who_fkey to events_who_fkey;
alter index app.own_note rename to alone_note_id_idx;
alter table app.events attach partition app.alone for values from ('2025-01-01') to ('2026-01-01');

-- Drop check app.alone.alone_bound.
alter table app.alone drop constraint if exists alone_bound;

commit;

-- step 9: transaction, lock_timeout 5s, statement_timeout 1min
begin;
set local lock_timeout = '5s';
set local statement_timeout = '1min';
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Add foreign key app.bare.events_who_fkey, for rows to come.
alter table app.bare add constraint events_who_fkey foreign key (who) references app.people (id) not valid;

commit;

-- step 10: transaction, lock_timeout 5s, statement_timeout 1min
begin;
set local lock_timeout = '5s';
set local statement_timeout = '1min';
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Add check app.bare.bare_bound, for rows to come.
alter table app.bare add constraint bare_bound check (at is not null and at >= '2026-01-01' and at < '2027-01-01') not valid;

commit;

-- step 11: transaction, lock_timeout 5s, statement_timeout 0
begin;
set local lock_timeout = '5s';
set local statement_timeout = 0;
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Validate check app.bare.bare_bound.
alter table app.bare validate constraint bare_bound;

commit;

-- step 12: no transaction, lock_timeout 0, statement_timeout 0
-- done when: select indisvalid from pg_catalog.pg_index where indexrelid = pg_catalog.to_regclass('app.bare_pkey') and indrelid = pg_catalog.to_regclass('app.bare')
-- cleanup: drop index concurrently app.bare_pkey
set lock_timeout = 0;
set statement_timeout = 0;
set search_path = pg_catalog, public;
set standard_conforming_strings = on;

-- Create index app.bare_pkey while others read and write the partition.
create unique index concurrently bare_pkey on app.bare (id, at);

reset standard_conforming_strings;
reset search_path;
reset statement_timeout;
reset lock_timeout;

-- step 13: transaction, lock_timeout 5s, statement_timeout 0
begin;
set local lock_timeout = '5s';
set local statement_timeout = 0;
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Validate foreign key app.bare.events_who_fkey.
alter table app.bare validate constraint events_who_fkey;

commit;

-- step 14: no transaction, lock_timeout 0, statement_timeout 0
-- done when: select indisvalid from pg_catalog.pg_index where indexrelid = pg_catalog.to_regclass('app.bare_note_id_idx') and indrelid = pg_catalog.to_regclass('app.bare')
-- cleanup: drop index concurrently app.bare_note_id_idx
set lock_timeout = 0;
set statement_timeout = 0;
set search_path = pg_catalog, public;
set standard_conforming_strings = on;

-- Create index app.bare_note_id_idx while others read and write the partition.
create index concurrently bare_note_id_idx on app.bare (note, id);

reset standard_conforming_strings;
reset search_path;
reset statement_timeout;
reset lock_timeout;

-- step 15: no transaction, lock_timeout 0, statement_timeout 0
-- done when: select indisvalid from pg_catalog.pg_index where indexrelid = pg_catalog.to_regclass('app.bare_who_idx') and indrelid = pg_catalog.to_regclass('app.bare')
-- cleanup: drop index concurrently app.bare_who_idx
set lock_timeout = 0;
set statement_timeout = 0;
set search_path = pg_catalog, public;
set standard_conforming_strings = on;

-- Create index app.bare_who_idx while others read and write the partition.
create index concurrently bare_who_idx on app.bare (who);

reset standard_conforming_strings;
reset search_path;
reset statement_timeout;
reset lock_timeout;

-- step 16: transaction, lock_timeout 5s, statement_timeout 1min
begin;
set local lock_timeout = '5s';
set local statement_timeout = '1min';
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Add primary key app.bare.bare_pkey by its index.
alter table app.bare add constraint bare_pkey primary key using index bare_pkey;

commit;

-- step 17: transaction, lock_timeout 5s, statement_timeout 1min
begin;
set local lock_timeout = '5s';
set local statement_timeout = '1min';
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;
set local client_min_messages = warning;

-- Attach app.bare as partition of app.events.
-- PostgreSQL 18 and later name not-null constraints
do $body$
declare
  found record;
begin
  for found in
    select constrained.conname as old, renamed.new
    from pg_constraint as constrained
    join pg_attribute as attribute on attribute.attrelid = constrained.conrelid and attribute.attnum = constrained.conkey[1]
    join (values ('id', 'events_id_not_null'), ('at', 'events_at_not_null'), ('note', 'events_note_not_null')) as renamed (of, new) on attribute.attname = renamed.of
    where constrained.conrelid = 'app.bare'::regclass and constrained.contype = 'n' and constrained.coninhcount = 0 and constrained.conname <> renamed.new
  loop
    execute format('alter table %s rename constraint %I to %I', 'app.bare', found.old, found.new);
  end loop;
end
$body$;
alter table app.events attach partition app.bare for values from ('2026-01-01') to ('2027-01-01');

-- Drop check app.bare.bare_bound.
alter table app.bare drop constraint if exists bare_bound;

commit;

-- step 18: transaction, lock_timeout 5s, statement_timeout 1min
begin;
set local lock_timeout = '5s';
set local statement_timeout = '1min';
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Rename foreign key app.events_2024.events_who_fkey to events_2024_who_fkey.
alter table app.events_2024 rename constraint events_who_fkey to events_2024_who_fkey;

commit;

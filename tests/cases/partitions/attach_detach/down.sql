-- label: exact
-- hazard: scans-table app.events_2023
-- hazard: blocks-reads app.events_2023
-- hazard: scans-table app.events_2024
-- hazard: blocks-reads app.events_2024

-- step 1: undoes 18, transaction, lock_timeout 5s, statement_timeout 1min
begin;
set local lock_timeout = '5s';
set local statement_timeout = '1min';
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Rename foreign key app.events_2024.events_2024_who_fkey to events_who_fkey.
alter table app.events_2024 rename constraint events_2024_who_fkey to events_who_fkey;

commit;

-- step 2: undoes 17, transaction, lock_timeout 5s, statement_timeout 1min
begin;
set local lock_timeout = '5s';
set local statement_timeout = '1min';
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Detach partition app.bare from app.events.
alter table app.events detach partition app.bare;
-- PostgreSQL 18 and later name not-null constraints
do $body$
declare
  found record;
begin
  for found in
    select constrained.conname as old, renamed.new
    from pg_constraint as constrained
    join pg_attribute as attribute on attribute.attrelid = constrained.conrelid and attribute.attnum = constrained.conkey[1]
    join (values ('id', 'bare_id_not_null'), ('at', 'bare_at_not_null'), ('note', 'bare_note_not_null')) as renamed (of, new) on attribute.attname = renamed.of
    where constrained.conrelid = 'app.bare'::regclass and constrained.contype = 'n' and constrained.coninhcount = 0 and constrained.conname <> renamed.new
  loop
    execute format('alter table %s rename constraint %I to %I', 'app.bare', found.old, found.new);
  end loop;
end
$body$;

-- Drop foreign key app.bare.events_who_fkey.
alter table app.bare drop constraint events_who_fkey;

-- Drop primary key app.bare.bare_pkey.
alter table app.bare drop constraint bare_pkey;

-- Drop index app.bare_note_id_idx.
drop index app.bare_note_id_idx;

-- Drop index app.bare_who_idx.
drop index app.bare_who_idx;

commit;

-- step 3: undoes 16 15, transaction, lock_timeout 5s, statement_timeout 1min
begin;
set local lock_timeout = '5s';
set local statement_timeout = '1min';
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;
set local client_min_messages = warning;

-- Drop index app.bare_who_idx, where it became part of none.
drop index if exists app.bare_who_idx;

commit;

-- step 4: undoes 14, transaction, lock_timeout 5s, statement_timeout 1min
begin;
set local lock_timeout = '5s';
set local statement_timeout = '1min';
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;
set local client_min_messages = warning;

-- Drop index app.bare_note_id_idx, where it became part of none.
drop index if exists app.bare_note_id_idx;

commit;

-- step 5: undoes 13 12, transaction, lock_timeout 5s, statement_timeout 1min
begin;
set local lock_timeout = '5s';
set local statement_timeout = '1min';
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;
set local client_min_messages = warning;

-- Drop primary key app.bare.bare_pkey, where it became part of none.
alter table app.bare drop constraint if exists bare_pkey;
drop index if exists app.bare_pkey;

commit;

-- step 6: undoes 11 10, transaction, lock_timeout 5s, statement_timeout 1min
begin;
set local lock_timeout = '5s';
set local statement_timeout = '1min';
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;
set local client_min_messages = warning;

-- Drop check app.bare.bare_bound.
alter table app.bare drop constraint if exists bare_bound;

commit;

-- step 7: undoes 9, transaction, lock_timeout 5s, statement_timeout 1min
begin;
set local lock_timeout = '5s';
set local statement_timeout = '1min';
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;
set local client_min_messages = warning;

-- Drop foreign key app.bare.events_who_fkey, where it became part of none.
alter table app.bare drop constraint if exists events_who_fkey;

commit;

-- step 8: undoes 8, transaction, lock_timeout 5s, statement_timeout 1min
begin;
set local lock_timeout = '5s';
set local statement_timeout = '1min';
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Detach partition app.alone from app.events.
alter table app.events detach partition app.alone;
alter table app.alone rename constraint alone_pkey to alone_key;
alter table app.alone rename constraint events_who_fkey to alone_who_fkey;
alter index app.alone_note_id_idx rename to own_note;
-- PostgreSQL 18 and later name not-null constraints
do $body$
declare
  found record;
begin
  for found in
    select constrained.conname as old, renamed.new
    from pg_constraint as constrained
    join pg_attribute as attribute on attribute.attrelid = constrained.conrelid and attribute.attnum = constrained.conkey[1]
    join (values ('id', 'alone_id_not_null'), ('at', 'alone_at_not_null'), ('note', 'alone_note_not_null')) as renamed (of, new) on attribute.attname = renamed.of
    where constrained.conrelid = 'app.alone'::regclass and constrained.contype = 'n' and constrained.coninhcount = 0 and constrained.conname <> renamed.new
  loop
    execute format('alter table %s rename constraint %I to %I', 'app.alone', found.old, found.new);
  end loop;
end
$body$;

commit;

-- step 9: undoes 7 6, transaction, lock_timeout 5s, statement_timeout 1min
begin;
set local lock_timeout = '5s';
set local statement_timeout = '1min';
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;
set local client_min_messages = warning;

-- Drop check app.alone.alone_bound.
alter table app.alone drop constraint if exists alone_bound;

commit;

-- step 10: undoes 5, transaction, lock_timeout 5s, statement_timeout 0
begin;
set local lock_timeout = '5s';
set local statement_timeout = 0;
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Change which rows of app.events go to app.events_2023.
alter table app.events detach partition app.events_2023;
alter table app.events attach partition app.events_2023 for values from ('2023-01-01') to ('2024-01-01');

commit;

-- step 11: undoes 4 3, transaction, lock_timeout 5s, statement_timeout 1min
begin;
set local lock_timeout = '5s';
set local statement_timeout = '1min';
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Drop check app.bare.events_id_check.
alter table app.bare drop constraint events_id_check;

commit;

-- step 12: undoes 2, transaction, lock_timeout 5s, statement_timeout 0
begin;
set local lock_timeout = '5s';
set local statement_timeout = 0;
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Attach app.events_2024 as partition of app.events.
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
    where constrained.conrelid = 'app.events_2024'::regclass and constrained.contype = 'n' and constrained.coninhcount = 0 and constrained.conname <> renamed.new
  loop
    execute format('alter table %s rename constraint %I to %I', 'app.events_2024', found.old, found.new);
  end loop;
end
$body$;
alter table app.events attach partition app.events_2024 for values from ('2024-01-01') to ('2025-01-01');

commit;

-- step 13: undoes 1, transaction, lock_timeout 5s, statement_timeout 1min
begin;
set local lock_timeout = '5s';
set local statement_timeout = '1min';
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Attach app.events_2024 again, where it was only detached.
do $body$
declare
  command text;
begin
  if not exists (select from pg_inherits where inhrelid = 'app.events_2024'::regclass and not inhdetachpending) then
    if exists (select from pg_inherits where inhrelid = 'app.events_2024'::regclass and inhdetachpending) then
      alter table app.events detach partition app.events_2024 finalize;
    end if;
    alter table app.events attach partition app.events_2024 for values from ('2024-01-01') to ('2025-01-01');
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
  end if;
end
$body$;

commit;

-- label: exact
-- loses: ["app", "lists_a"]
-- loses: ["app", "events_2025"]
-- loses: ["app", "events_2024"]
-- hazard: deletes-data app.lists_a
-- hazard: deletes-data app.events_2025
-- hazard: deletes-data app.events_2024

-- step 1: undoes 13 12, transaction, lock_timeout 5s, statement_timeout 1min
begin;
set local lock_timeout = '5s';
set local statement_timeout = '1min';
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Drop table app.lists_a.
alter table app.lists detach partition app.lists_a;
drop table app.lists_a;

commit;

-- step 2: undoes 11 10, transaction, lock_timeout 5s, statement_timeout 1min
begin;
set local lock_timeout = '5s';
set local statement_timeout = '1min';
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;
set local client_min_messages = warning;

-- Drop check app.lists_rest.lists_a_apart.
alter table app.lists_rest drop constraint if exists lists_a_apart;

commit;

-- step 3: undoes 9 8, transaction, lock_timeout 5s, statement_timeout 1min
begin;
set local lock_timeout = '5s';
set local statement_timeout = '1min';
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Drop table app.events_2025.
alter table app.events detach partition app.events_2025;
drop table app.events_2025;

-- Drop table app.events_2024.
alter table app.events detach partition app.events_2024;
drop table app.events_2024;

commit;

-- step 4: undoes 7 6, transaction, lock_timeout 5s, statement_timeout 1min
begin;
set local lock_timeout = '5s';
set local statement_timeout = '1min';
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;
set local client_min_messages = warning;

-- Drop check app.events_rest.events_2025_apart.
alter table app.events_rest drop constraint if exists events_2025_apart;

-- Drop check app.events_rest.events_2024_apart.
alter table app.events_rest drop constraint if exists events_2024_apart;

commit;

-- step 5: undoes 5, transaction, lock_timeout 5s, statement_timeout 1min
begin;
set local lock_timeout = '5s';
set local statement_timeout = '1min';
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Detach partition app.old from app.events.
alter table app.events detach partition app.old;
-- PostgreSQL 18 and later name not-null constraints
do $body$
declare
  found record;
begin
  for found in
    select constrained.conname as old, renamed.new
    from pg_constraint as constrained
    join pg_attribute as attribute on attribute.attrelid = constrained.conrelid and attribute.attnum = constrained.conkey[1]
    join (values ('id', 'old_id_not_null'), ('at', 'old_at_not_null'), ('kind', 'old_kind_not_null')) as renamed (of, new) on attribute.attname = renamed.of
    where constrained.conrelid = 'app.old'::regclass and constrained.contype = 'n' and constrained.coninhcount = 0 and constrained.conname <> renamed.new
  loop
    execute format('alter table %s rename constraint %I to %I', 'app.old', found.old, found.new);
  end loop;
end
$body$;

commit;

-- step 6: undoes 4 3 2, transaction, lock_timeout 5s, statement_timeout 1min
begin;
set local lock_timeout = '5s';
set local statement_timeout = '1min';
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;
set local client_min_messages = warning;

-- Drop check app.events_rest.old_apart.
alter table app.events_rest drop constraint if exists old_apart;

commit;

-- step 7: undoes 1, transaction, lock_timeout 5s, statement_timeout 1min
begin;
set local lock_timeout = '5s';
set local statement_timeout = '1min';
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;
set local client_min_messages = warning;

-- Drop check app.old.old_bound.
alter table app.old drop constraint if exists old_bound;

commit;

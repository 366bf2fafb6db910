-- decision: drop app.gone
-- hazard: deletes-data app.gone
-- hazard: scans-table app.late

-- step 1: transaction, lock_timeout 5s, statement_timeout 1min
begin;
set local lock_timeout = '5s';
set local statement_timeout = '1min';
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Enable for every session trigger app.a_part.first of a partition.
alter table only app.a_part enable always trigger first;

commit;

-- step 2: transaction, lock_timeout 5s, statement_timeout 1min
begin;
set local lock_timeout = '5s';
set local statement_timeout = '1min';
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Disable trigger app.b_part.second of a partition.
alter table only app.b_part disable trigger second;

commit;

-- step 3: transaction, lock_timeout 5s, statement_timeout 1min
begin;
set local lock_timeout = '5s';
set local statement_timeout = '1min';
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Disable trigger app.deep.first of a partition.
alter table only app.deep disable trigger first;

-- Enable trigger app.deep.third of a partition.
alter table only app.deep enable trigger third;

commit;

-- step 4: transaction, lock_timeout 5s, statement_timeout 1min
begin;
set local lock_timeout = '5s';
set local statement_timeout = '1min';
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Enable trigger app.plain.first of a partition.
alter table only app.plain enable trigger first;

-- Enable trigger app.plain.third of a partition.
alter table only app.plain enable trigger third;

commit;

-- step 5: transaction, lock_timeout 5s, statement_timeout 1min
begin;
set local lock_timeout = '5s';
set local statement_timeout = '1min';
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Drop trigger app.events.third.
drop trigger third on app.events;

-- Enable for every session trigger app.events.first.
alter table app.events enable always trigger first;

commit;

-- step 6: transaction, lock_timeout 5s, statement_timeout 1min
begin;
set local lock_timeout = '5s';
set local statement_timeout = '1min';
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Disable trigger app.a_part.first of a partition.
alter table only app.a_part disable trigger first;

commit;

-- step 7: transaction, lock_timeout 5s, statement_timeout 0
begin;
set local lock_timeout = '5s';
set local statement_timeout = 0;
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Create table app.c_part.
create table app.c_part partition of app.deep for values in (3);

-- Enable for every session trigger app.c_part.second of a partition.
alter table only app.c_part enable always trigger second;

commit;

-- step 8: transaction, lock_timeout 5s, statement_timeout 1min
begin;
set local lock_timeout = '5s';
set local statement_timeout = '1min';
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Enable for replicas alone trigger app.deep.first of a partition.
alter table only app.deep enable replica trigger first;

-- Enable trigger app.deep.second of a partition.
alter table only app.deep enable trigger second;

commit;

-- step 9: transaction, lock_timeout 5s, statement_timeout 1min
begin;
set local lock_timeout = '5s';
set local statement_timeout = '1min';
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Drop table app.gone.
alter table app.events detach partition app.gone;
drop table app.gone;

commit;

-- step 10: transaction, lock_timeout 5s, statement_timeout 1min
begin;
set local lock_timeout = '5s';
set local statement_timeout = '1min';
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Add check app.late.late_bound, for rows to come.
alter table app.late add constraint late_bound check (id is not null and id in (9)) not valid;

commit;

-- step 11: transaction, lock_timeout 5s, statement_timeout 0
begin;
set local lock_timeout = '5s';
set local statement_timeout = 0;
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Validate check app.late.late_bound.
alter table app.late validate constraint late_bound;

commit;

-- step 12: transaction, lock_timeout 5s, statement_timeout 1min
begin;
set local lock_timeout = '5s';
set local statement_timeout = '1min';
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;
set local client_min_messages = warning;

-- Attach app.late as partition of app.events.
-- PostgreSQL 18 and later name not-null constraints
do $body$
declare
  found record;
begin
  for found in
    select constrained.conname as old, renamed.new
    from pg_constraint as constrained
    join pg_attribute as attribute on attribute.attrelid = constrained.conrelid and attribute.attnum = constrained.conkey[1]
    join (values ('id', 'events_id_not_null'), ('kind', 'events_kind_not_null')) as renamed (of, new) on attribute.attname = renamed.of
    where constrained.conrelid = 'app.late'::regclass and constrained.contype = 'n' and constrained.coninhcount = 0 and constrained.conname <> renamed.new
  loop
    execute format('alter table %s rename constraint %I to %I', 'app.late', found.old, found.new);
  end loop;
end
$body$;
alter table app.events attach partition app.late for values in (9);

-- Drop check app.late.late_bound.
alter table app.late drop constraint if exists late_bound;

-- Enable for every session trigger app.late.second of a partition.
alter table only app.late enable always trigger second;

commit;

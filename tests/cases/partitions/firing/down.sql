-- label: structure only
-- reason: the rows of table app.gone cannot come back
-- loses: ["app", "c_part"]
-- hazard: deletes-data app.c_part

-- step 1: undoes 12, transaction, lock_timeout 5s, statement_timeout 1min
begin;
set local lock_timeout = '5s';
set local statement_timeout = '1min';
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Disable trigger app.late.second of a partition.
alter table only app.late disable trigger second;

-- Detach partition app.late from app.events.
alter table app.events detach partition app.late;
-- PostgreSQL 18 and later name not-null constraints
do $body$
declare
  found record;
begin
  for found in
    select constrained.conname as old, renamed.new
    from pg_constraint as constrained
    join pg_attribute as attribute on attribute.attrelid = constrained.conrelid and attribute.attnum = constrained.conkey[1]
    join (values ('id', 'late_id_not_null'), ('kind', 'late_kind_not_null')) as renamed (of, new) on attribute.attname = renamed.of
    where constrained.conrelid = 'app.late'::regclass and constrained.contype = 'n' and constrained.coninhcount = 0 and constrained.conname <> renamed.new
  loop
    execute format('alter table %s rename constraint %I to %I', 'app.late', found.old, found.new);
  end loop;
end
$body$;

commit;

-- step 2: undoes 11 10, transaction, lock_timeout 5s, statement_timeout 1min
begin;
set local lock_timeout = '5s';
set local statement_timeout = '1min';
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;
set local client_min_messages = warning;

-- Drop check app.late.late_bound.
alter table app.late drop constraint if exists late_bound;

commit;

-- step 3: undoes 9, transaction, lock_timeout 5s, statement_timeout 0
begin;
set local lock_timeout = '5s';
set local statement_timeout = 0;
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Create table app.gone.
create table app.gone partition of app.events for values in (9);

commit;

-- step 4: undoes 8, transaction, lock_timeout 5s, statement_timeout 1min
begin;
set local lock_timeout = '5s';
set local statement_timeout = '1min';
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Disable trigger app.deep.second of a partition.
alter table only app.deep disable trigger second;

-- Disable trigger app.deep.first of a partition.
alter table only app.deep disable trigger first;

commit;

-- step 5: undoes 7, transaction, lock_timeout 5s, statement_timeout 1min
begin;
set local lock_timeout = '5s';
set local statement_timeout = '1min';
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Disable trigger app.c_part.second of a partition.
alter table only app.c_part disable trigger second;

-- Drop table app.c_part.
alter table app.deep detach partition app.c_part;
drop table app.c_part;

commit;

-- step 6: undoes 6, transaction, lock_timeout 5s, statement_timeout 1min
begin;
set local lock_timeout = '5s';
set local statement_timeout = '1min';
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Enable for every session trigger app.a_part.first of a partition.
alter table only app.a_part enable always trigger first;

commit;

-- step 7: undoes 5, transaction, lock_timeout 5s, statement_timeout 1min
begin;
set local lock_timeout = '5s';
set local statement_timeout = '1min';
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Enable trigger app.events.first.
alter table app.events enable trigger first;

-- Create trigger app.events.third.
create trigger third
  after update on app.events
  for each row
  execute function app.touch();

commit;

-- step 8: undoes 4, transaction, lock_timeout 5s, statement_timeout 1min
begin;
set local lock_timeout = '5s';
set local statement_timeout = '1min';
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Disable trigger app.plain.third of a partition.
alter table only app.plain disable trigger third;

-- Disable trigger app.plain.first of a partition.
alter table only app.plain disable trigger first;

commit;

-- step 9: undoes 3, transaction, lock_timeout 5s, statement_timeout 1min
begin;
set local lock_timeout = '5s';
set local statement_timeout = '1min';
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Enable for replicas alone trigger app.deep.third of a partition.
alter table only app.deep enable replica trigger third;

-- Disable trigger app.deep.first of a partition.
alter table only app.deep disable trigger first;

commit;

-- step 10: undoes 2, transaction, lock_timeout 5s, statement_timeout 1min
begin;
set local lock_timeout = '5s';
set local statement_timeout = '1min';
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Enable trigger app.b_part.second of a partition.
alter table only app.b_part enable trigger second;

commit;

-- step 11: undoes 1, transaction, lock_timeout 5s, statement_timeout 1min
begin;
set local lock_timeout = '5s';
set local statement_timeout = '1min';
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Enable for every session trigger app.a_part.first of a partition.
alter table only app.a_part enable always trigger first;

commit;

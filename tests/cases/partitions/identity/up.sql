-- hazard: rewrites-table app.marks.id
-- hazard: blocks-reads app.marks.id
-- hazard: rewrites-table app.parents.id
-- hazard: blocks-reads app.parents.id
-- hazard: scans-table app.third

-- step 1: no transaction, lock_timeout 0, statement_timeout 0
-- done when: select not exists (select from pg_catalog.pg_inherits where inhrelid = pg_catalog.to_regclass('app.second') and inhparent = pg_catalog.to_regclass('app.events') and not inhdetachpending)
set lock_timeout = 0;
set statement_timeout = 0;
set search_path = pg_catalog, public;
set standard_conforming_strings = on;

-- Detach partition app.second from app.events while others read and write the table.
alter table app.events detach partition app.second concurrently;

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

-- Leave what partition app.second had from app.events to it alone.
do $body$
declare
  command text;
begin
  if exists (select from pg_inherits where inhrelid = 'app.second'::regclass and inhdetachpending) then
    alter table app.events detach partition app.second finalize;
  end if;
  create temporary table fluxc_whole (like app.events) partition by range (at);
  create temporary table fluxc_part partition of pg_temp.fluxc_whole for values from (10) to (20);
  for command in
    select format('alter table %s drop constraint %I', conrelid::regclass, conname)
    from pg_constraint
    where conrelid = 'app.second'::regclass and contype = 'c'
      and pg_get_constraintdef(oid) = format('CHECK (%s)', pg_get_partition_constraintdef('pg_temp.fluxc_part'::regclass))
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
    join (values ('id', 'second_id_not_null'), ('at', 'second_at_not_null')) as renamed (of, new) on attribute.attname = renamed.of
    where constrained.conrelid = 'app.second'::regclass and constrained.contype = 'n' and constrained.coninhcount = 0 and constrained.conname <> renamed.new
  loop
    execute format('alter table %s rename constraint %I to %I', 'app.second', found.old, found.new);
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

-- Add column app.marks.id.
create temporary sequence fluxc_numbers;
alter table app.marks add column id bigint not null default nextval('pg_temp.fluxc_numbers');
alter table app.marks alter column id drop default;
drop sequence pg_temp.fluxc_numbers;
alter table app.marks alter column id add generated always as identity;
select pg_catalog.setval('app.marks_id_seq', greatest(max(id) + 1, 1), false) from app.marks;

commit;

-- step 4: transaction, lock_timeout 5s, statement_timeout 0
begin;
set local lock_timeout = '5s';
set local statement_timeout = 0;
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Add column app.parents.id.
create temporary sequence fluxc_numbers start with 100 increment by 10;
alter table app.parents add column id integer not null default nextval('pg_temp.fluxc_numbers');
alter table app.parents alter column id drop default;
drop sequence pg_temp.fluxc_numbers;
alter table app.parents alter column id add generated always as identity (start with 100 increment by 10);
select pg_catalog.setval('app.parents_id_seq', greatest(max(id) + 10, 100), false) from app.parents;

commit;

-- step 5: transaction, lock_timeout 5s, statement_timeout 1min
begin;
set local lock_timeout = '5s';
set local statement_timeout = '1min';
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Make identity column app.third.id a plain one.
alter table app.third alter column id drop identity;

-- Add check app.third.third_bound, for rows to come.
alter table app.third add constraint third_bound check (at is not null and at >= 20 and at < 30) not valid;

commit;

-- step 6: transaction, lock_timeout 5s, statement_timeout 0
begin;
set local lock_timeout = '5s';
set local statement_timeout = 0;
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Validate check app.third.third_bound.
alter table app.third validate constraint third_bound;

commit;

-- step 7: transaction, lock_timeout 5s, statement_timeout 1min
begin;
set local lock_timeout = '5s';
set local statement_timeout = '1min';
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;
set local client_min_messages = warning;

-- Attach app.third as partition of app.events.
-- PostgreSQL 18 and later name not-null constraints
do $body$
declare
  found record;
begin
  for found in
    select constrained.conname as old, renamed.new
    from pg_constraint as constrained
    join pg_attribute as attribute on attribute.attrelid = constrained.conrelid and attribute.attnum = constrained.conkey[1]
    join (values ('id', 'events_id_not_null'), ('at', 'events_at_not_null')) as renamed (of, new) on attribute.attname = renamed.of
    where constrained.conrelid = 'app.third'::regclass and constrained.contype = 'n' and constrained.coninhcount = 0 and constrained.conname <> renamed.new
  loop
    execute format('alter table %s rename constraint %I to %I', 'app.third', found.old, found.new);
  end loop;
end
$body$;
alter table app.events attach partition app.third for values from (20) to (30);

-- Drop check app.third.third_bound.
alter table app.third drop constraint if exists third_bound;

commit;

-- phase: expand
-- hazard: builds-index app.people.people_name_idx
-- hazard: needs-backfill app.people.name
-- hazard: scans-table app.people.name

-- step 1: transaction, lock_timeout 5s, statement_timeout 0
begin;
set local lock_timeout = '5s';
set local statement_timeout = 0;
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;
set local check_function_bodies = off;

-- Create function app.zz_fluxc_people_name().
create function app.zz_fluxc_people_name()
  returns trigger
  language plpgsql
  as $body$
#variable_conflict use_column
begin
  if tg_op = 'UPDATE' and pg_catalog.current_setting('fluxc.filling', true) = 'app.people.name' then
    new := old;
    new.name := (select first_name || coalesce(' ' || last_name, '') from (select (new).*) as people);
    return new;
  end if;
  if tg_op = 'UPDATE' and pg_catalog.current_setting('fluxc.filling', true) = 'app.people.first_name' then
    new := old;
    new.first_name := (select split_part(name, ' ', 1) from (select (new).*) as people);
    return new;
  end if;
  if tg_op = 'UPDATE' and pg_catalog.current_setting('fluxc.filling', true) = 'app.people.last_name' then
    new := old;
    new.last_name := (select nullif(split_part(name, ' ', 2), '') from (select (new).*) as people);
    return new;
  end if;
  if tg_op = 'INSERT' and new.name is null then
    new.name := (select first_name || coalesce(' ' || last_name, '') from (select (new).*) as people);
  elsif tg_op = 'INSERT' then
    new.first_name := (select split_part(name, ' ', 1) from (select (new).*) as people);
    new.last_name := (select nullif(split_part(name, ' ', 2), '') from (select (new).*) as people);
  elsif new.name is distinct from old.name and new.name is distinct from (select first_name || coalesce(' ' || last_name, '') from (select (new).*) as people) then
    new.first_name := (select split_part(name, ' ', 1) from (select (new).*) as people);
    new.last_name := (select nullif(split_part(name, ' ', 2), '') from (select (new).*) as people);
  elsif new.first_name is distinct from old.first_name and new.first_name is distinct from (select split_part(name, ' ', 1) from (select (new).*) as people) or new.last_name is distinct from old.last_name and new.last_name is distinct from (select nullif(split_part(name, ' ', 2), '') from (select (new).*) as people) then
    new.name := (select first_name || coalesce(' ' || last_name, '') from (select (new).*) as people);
  end if;
  return new;
end
$body$;

commit;

-- step 2: transaction, lock_timeout 5s, statement_timeout 1min
begin;
set local lock_timeout = '5s';
set local statement_timeout = '1min';
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Add column app.people.name.
alter table app.people add column name text;

commit;

-- step 3: no transaction, lock_timeout 0, statement_timeout 0
-- done when: select indisvalid from pg_catalog.pg_index where indexrelid = pg_catalog.to_regclass('app.people_name_idx') and indrelid = pg_catalog.to_regclass('app.people')
-- cleanup: drop index concurrently app.people_name_idx
set lock_timeout = 0;
set statement_timeout = 0;
set search_path = pg_catalog, public;
set standard_conforming_strings = on;

-- Create index app.people_name_idx while others read and write the table.
create index concurrently people_name_idx on app.people (name);

reset standard_conforming_strings;
reset search_path;
reset statement_timeout;
reset lock_timeout;

-- step 4: transaction, lock_timeout 5s, statement_timeout 1min
begin;
set local lock_timeout = '5s';
set local statement_timeout = '1min';
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Create trigger app.people.zz_fluxc_people_name.
create trigger zz_fluxc_people_name
  before insert or update on app.people
  for each row
  execute function app.zz_fluxc_people_name();

commit;

-- step 5: no transaction, lock_timeout 0, statement_timeout 0
-- done when: select not exists (select from app.people where name is null and (first_name || coalesce(' ' || last_name, '')) is not null)
set lock_timeout = 0;
set statement_timeout = 0;
set search_path = pg_catalog, public;
set standard_conforming_strings = on;

-- Fill the nulls of column app.people.name, some pages at a time.
do $body$
-- app.people.name, where it is null
#variable_conflict use_column
<<fluxc>>
declare
  pages constant bigint := 100;
  page bigint := 0;
  last bigint := (
    select pg_catalog.max(pg_catalog.pg_relation_size(part)) / pg_catalog.current_setting('block_size')::bigint
    from (
      select 'app.people'::regclass union all select relid from pg_catalog.pg_partition_tree('app.people')
    ) as parts (part)
  );
begin
  while page <= last loop
    perform pg_catalog.set_config('fluxc.filling', 'app.people.name', true);
    update app.people set name = first_name || coalesce(' ' || last_name, '')
    where name is null and (first_name || coalesce(' ' || last_name, '')) is not null
      and ctid >= pg_catalog.format('(%s,0)', fluxc.page)::pg_catalog.tid and ctid < pg_catalog.format('(%s,0)', fluxc.page + fluxc.pages)::pg_catalog.tid;
    commit;
    perform pg_catalog.pg_sleep(nullif(pg_catalog.current_setting('fluxc.pause', true), '')::double precision);
    page := page + pages;
  end loop;
end
$body$;

reset standard_conforming_strings;
reset search_path;
reset statement_timeout;
reset lock_timeout;

-- step 6: transaction, lock_timeout 5s, statement_timeout 1min
begin;
set local lock_timeout = '5s';
set local statement_timeout = '1min';
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Refuse nulls in column app.people.name, of rows to come.
alter table app.people add constraint name_not_null check (name is not null) not valid;

commit;

-- step 7: transaction, lock_timeout 5s, statement_timeout 0
begin;
set local lock_timeout = '5s';
set local statement_timeout = 0;
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Check that no row has a null in column app.people.name.
alter table app.people validate constraint name_not_null;

commit;

-- step 8: transaction, lock_timeout 5s, statement_timeout 1min
begin;
set local lock_timeout = '5s';
set local statement_timeout = '1min';
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Refuse nulls in column app.people.name.
alter table app.people alter column name set not null;
alter table app.people drop constraint name_not_null;

commit;

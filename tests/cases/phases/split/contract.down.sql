-- label: structure only
-- reason: the values of column app.people.name as they were, but for what other columns tell of them, cannot come back
-- hazard: needs-backfill app.people.name
-- hazard: scans-table app.people.name

-- step 1: undoes 4, transaction, lock_timeout 5s, statement_timeout 0
begin;
set local lock_timeout = '5s';
set local statement_timeout = 0;
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;
set local check_function_bodies = off;

-- Create function app.zz_fluxc_people_first_name_last_name().
create function app.zz_fluxc_people_first_name_last_name()
  returns trigger
  language plpgsql
  as $body$
#variable_conflict use_column
begin
  if tg_op = 'UPDATE' and pg_catalog.current_setting('fluxc.filling', true) = 'app.people.first_name' then
    new := old;
    new.first_name := (select split_part(name, ' ', 1) from (select (new).*) as people);
    return new;
  end if;
  if tg_op = 'UPDATE' and pg_catalog.current_setting('fluxc.filling', true) = 'app.people.last_name' then
    new := old;
    new.last_name := (select split_part(name, ' ', 2) from (select (new).*) as people);
    return new;
  end if;
  if tg_op = 'UPDATE' and pg_catalog.current_setting('fluxc.filling', true) = 'app.people.name' then
    new := old;
    new.name := (select rtrim(first_name || ' ' || last_name) from (select (new).*) as people);
    return new;
  end if;
  if tg_op = 'INSERT' and new.first_name is null and new.last_name is null then
    new.first_name := (select split_part(name, ' ', 1) from (select (new).*) as people);
    new.last_name := (select split_part(name, ' ', 2) from (select (new).*) as people);
  elsif tg_op = 'INSERT' then
    new.name := (select rtrim(first_name || ' ' || last_name) from (select (new).*) as people);
  elsif new.first_name is distinct from old.first_name and new.first_name is distinct from (select split_part(name, ' ', 1) from (select (new).*) as people) or new.last_name is distinct from old.last_name and new.last_name is distinct from (select split_part(name, ' ', 2) from (select (new).*) as people) then
    new.name := (select rtrim(first_name || ' ' || last_name) from (select (new).*) as people);
  elsif new.name is distinct from old.name and new.name is distinct from (select rtrim(first_name || ' ' || last_name) from (select (new).*) as people) then
    new.first_name := (select split_part(name, ' ', 1) from (select (new).*) as people);
    new.last_name := (select split_part(name, ' ', 2) from (select (new).*) as people);
  end if;
  return new;
end
$body$;

commit;

-- step 2: undoes 3, transaction, lock_timeout 5s, statement_timeout 1min
begin;
set local lock_timeout = '5s';
set local statement_timeout = '1min';
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Drop the default of column app.people.last_name.
alter table app.people alter column last_name drop default;

-- Add column app.people.name.
alter table app.people add column name text;

-- Create trigger app.people.zz_fluxc_people_first_name_last_name.
create trigger zz_fluxc_people_first_name_last_name
  before insert or update on app.people
  for each row
  execute function app.zz_fluxc_people_first_name_last_name();

commit;

-- step 3: undoes 2, no transaction, lock_timeout 0, statement_timeout 0
-- done when: select not exists (select from app.people where name is null and (rtrim(first_name || ' ' || last_name)) is not null)
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
    update app.people set name = rtrim(first_name || ' ' || last_name)
    where name is null and (rtrim(first_name || ' ' || last_name)) is not null
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

-- step 4: undoes 1, no transaction, lock_timeout 5s, statement_timeout 1min
-- done when: select case when attnotnull then true when exists (select from pg_catalog.pg_constraint where conrelid = attrelid and conname = 'name_not_null') then false end from pg_catalog.pg_attribute where attrelid = pg_catalog.to_regclass('app.people') and attname = 'name'
-- cleanup: set lock_timeout = '5s'; alter table app.people drop constraint name_not_null; reset lock_timeout
set lock_timeout = '5s';
set statement_timeout = '1min';
set search_path = pg_catalog, public;
set standard_conforming_strings = on;

-- Refuse nulls in column app.people.name while others read and write the table.
alter table app.people add constraint name_not_null check (name is not null) not valid;
set statement_timeout = 0;
alter table app.people validate constraint name_not_null;
set statement_timeout = '1min';
alter table app.people alter column name set not null, drop constraint name_not_null;

reset standard_conforming_strings;
reset search_path;
reset statement_timeout;
reset lock_timeout;

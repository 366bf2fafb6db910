-- label: structure only
-- reason: the values of column app.people.name cannot come back

-- step 1: undoes 2, transaction, lock_timeout 5s, statement_timeout 0
begin;
set local lock_timeout = '5s';
set local statement_timeout = 0;
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;
set local check_function_bodies = off;

-- Create function app.zz_fluxc_people_first_name().
create function app.zz_fluxc_people_first_name()
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
  if tg_op = 'INSERT' and new.first_name is null then
    new.first_name := (select split_part(name, ' ', 1) from (select (new).*) as people);
  elsif tg_op = 'INSERT' then
    null;
  elsif new.first_name is distinct from old.first_name and new.first_name is distinct from (select split_part(name, ' ', 1) from (select (new).*) as people) then
    null;
  elsif new.name is distinct from old.name then
    new.first_name := (select split_part(name, ' ', 1) from (select (new).*) as people);
  end if;
  return new;
end
$body$;

commit;

-- step 2: undoes 1, transaction, lock_timeout 5s, statement_timeout 1min
begin;
set local lock_timeout = '5s';
set local statement_timeout = '1min';
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Add column app.people.name.
alter table app.people add column name text;

-- Create trigger app.people.zz_fluxc_people_first_name.
create trigger zz_fluxc_people_first_name
  before insert or update on app.people
  for each row
  execute function app.zz_fluxc_people_first_name();

commit;

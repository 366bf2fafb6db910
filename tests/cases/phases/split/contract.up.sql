-- phase: contract
-- hazard: scans-table app.people.name
-- hazard: deletes-data app.people.name

-- step 1: transaction, lock_timeout 5s, statement_timeout 1min
begin;
set local lock_timeout = '5s';
set local statement_timeout = '1min';
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Take nulls in column app.people.name.
alter table app.people alter column name drop not null;

commit;

-- step 2: transaction, lock_timeout 5s, statement_timeout 0
begin;
set local lock_timeout = '5s';
set local statement_timeout = 0;
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Check that column app.people.name is in step in every row.
do $body$
#variable_conflict use_column
begin
  if exists (select from app.people where name is not null and (rtrim(first_name || ' ' || last_name)) is null) then
    raise exception using
      errcode = 'object_not_in_prerequisite_state',
      message = 'column app.people.name is not in step with rtrim(first_name || '' '' || last_name) in every row',
      hint = 'Find out who disabled its trigger, and set the rows right.';
  end if;
end
$body$;

commit;

-- step 3: transaction, lock_timeout 5s, statement_timeout 1min
begin;
set local lock_timeout = '5s';
set local statement_timeout = '1min';
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Drop trigger app.people.zz_fluxc_people_first_name_last_name.
drop trigger zz_fluxc_people_first_name_last_name on app.people;

-- Drop column app.people.name.
alter table app.people drop column name;

-- Set the default of column app.people.last_name.
alter table app.people alter column last_name set default '';

commit;

-- step 4: transaction, lock_timeout 5s, statement_timeout 0
begin;
set local lock_timeout = '5s';
set local statement_timeout = 0;
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Drop function app.zz_fluxc_people_first_name_last_name().
drop function app.zz_fluxc_people_first_name_last_name();

commit;

-- phase: contract
-- hazard: scans-table app.people.first_name
-- hazard: scans-table app.people.last_name
-- hazard: deletes-data app.people.first_name
-- hazard: deletes-data app.people.last_name

-- step 1: no transaction, lock_timeout 0, statement_timeout 0
-- done when: select pg_catalog.to_regclass('app.people_last_name_idx') is null
set lock_timeout = 0;
set statement_timeout = 0;
set search_path = pg_catalog, public;
set standard_conforming_strings = on;

-- Drop index app.people_last_name_idx while others read and write the table.
drop index concurrently app.people_last_name_idx;

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

-- Take nulls in column app.people.first_name.
alter table app.people alter column first_name drop not null;

commit;

-- step 3: transaction, lock_timeout 5s, statement_timeout 0
begin;
set local lock_timeout = '5s';
set local statement_timeout = 0;
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Check that column app.people.first_name is in step in every row.
do $body$
#variable_conflict use_column
begin
  if exists (select from app.people where first_name is not null and (split_part(name, ' ', 1)) is null) then
    raise exception using
      errcode = 'object_not_in_prerequisite_state',
      message = 'column app.people.first_name is not in step with split_part(name, '' '', 1) in every row',
      hint = 'Find out who disabled its trigger, and set the rows right.';
  end if;
end
$body$;

commit;

-- step 4: transaction, lock_timeout 5s, statement_timeout 0
begin;
set local lock_timeout = '5s';
set local statement_timeout = 0;
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Check that column app.people.last_name is in step in every row.
do $body$
#variable_conflict use_column
begin
  if exists (select from app.people where last_name is not null and (nullif(split_part(name, ' ', 2), '')) is null) then
    raise exception using
      errcode = 'object_not_in_prerequisite_state',
      message = 'column app.people.last_name is not in step with nullif(split_part(name, '' '', 2), '''') in every row',
      hint = 'Find out who disabled its trigger, and set the rows right.';
  end if;
end
$body$;

commit;

-- step 5: transaction, lock_timeout 5s, statement_timeout 1min
begin;
set local lock_timeout = '5s';
set local statement_timeout = '1min';
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Drop trigger app.people.zz_fluxc_people_name.
drop trigger zz_fluxc_people_name on app.people;

-- Drop column app.people.first_name.
alter table app.people drop column first_name;

-- Drop column app.people.last_name.
alter table app.people drop column last_name;

commit;

-- step 6: transaction, lock_timeout 5s, statement_timeout 0
begin;
set local lock_timeout = '5s';
set local statement_timeout = 0;
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Drop function app.zz_fluxc_people_name().
drop function app.zz_fluxc_people_name();

commit;

-- phase: contract
-- hazard: scans-table app.letters.state_new
-- hazard: scans-table app.letters.before_new
-- hazard: scans-table app.parcels.state_new
-- hazard: scans-table app.letters.state_old
-- hazard: scans-table app.letters.before_old
-- hazard: scans-table app.parcels.state_old
-- hazard: deletes-data app.letters.before_old
-- hazard: deletes-data app.letters.state_old
-- hazard: deletes-data app.parcels.state_old

-- step 1: transaction, lock_timeout 5s, statement_timeout 0
begin;
set local lock_timeout = '5s';
set local statement_timeout = 0;
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Check that column app.letters.state_new is in step in every row.
do $body$
#variable_conflict use_column
begin
  if exists (select from app.letters where state_new::text is distinct from (case state::text when 'queued' then 'waiting' when 'failed' then 'draft' else state::text end)::text collate "C") then
    raise exception using
      errcode = 'object_not_in_prerequisite_state',
      message = 'column app.letters.state_new is not in step with case state::text when ''queued'' then ''waiting'' when ''failed'' then ''draft'' else state::text end in every row',
      hint = 'Find out who disabled its trigger, and set the rows right.';
  end if;
end
$body$;

commit;

-- step 2: transaction, lock_timeout 5s, statement_timeout 0
begin;
set local lock_timeout = '5s';
set local statement_timeout = 0;
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Check that column app.letters.before_new is in step in every row.
do $body$
#variable_conflict use_column
begin
  if exists (select from app.letters where before_new::text is distinct from (case before::text when 'queued' then 'waiting' when 'failed' then 'draft' else before::text end)::text collate "C") then
    raise exception using
      errcode = 'object_not_in_prerequisite_state',
      message = 'column app.letters.before_new is not in step with case before::text when ''queued'' then ''waiting'' when ''failed'' then ''draft'' else before::text end in every row',
      hint = 'Find out who disabled its trigger, and set the rows right.';
  end if;
end
$body$;

commit;

-- step 3: transaction, lock_timeout 5s, statement_timeout 0
begin;
set local lock_timeout = '5s';
set local statement_timeout = 0;
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;
set local check_function_bodies = off;

-- Create function app.zz_fluxc_letters_state_old().
create function app.zz_fluxc_letters_state_old()
  returns trigger
  language plpgsql
  as $body$
#variable_conflict use_column
begin
  if tg_op = 'UPDATE' and pg_catalog.current_setting('fluxc.filling', true) = 'app.letters.state_old' then
    new := old;
    new.state_old := (select state::text from (select (new).*) as letters);
    return new;
  end if;
  if tg_op = 'INSERT' then
    new.state_old := (select state::text from (select (new).*) as letters);
  elsif new.state::text collate "C" is distinct from old.state::text then
    new.state_old := (select state::text from (select (new).*) as letters);
  end if;
  return new;
end
$body$;

-- Create function app.zz_fluxc_letters_before_old().
create function app.zz_fluxc_letters_before_old()
  returns trigger
  language plpgsql
  as $body$
#variable_conflict use_column
begin
  if tg_op = 'UPDATE' and pg_catalog.current_setting('fluxc.filling', true) = 'app.letters.before_old' then
    new := old;
    new.before_old := (select before::text from (select (new).*) as letters);
    return new;
  end if;
  if tg_op = 'INSERT' then
    new.before_old := (select before::text from (select (new).*) as letters);
  elsif new.before::text collate "C" is distinct from old.before::text then
    new.before_old := (select before::text from (select (new).*) as letters);
  end if;
  return new;
end
$body$;

commit;

-- step 4: transaction, lock_timeout 5s, statement_timeout 1min
begin;
set local lock_timeout = '5s';
set local statement_timeout = '1min';
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Drop view app.sent.
drop view app.sent;

-- Put columns of other types into the places of app.letters.state (app.state to app.state_new), app.letters.before (app.state to app.state_new).
drop trigger zz_fluxc_letters_state_new on app.letters;
drop trigger zz_fluxc_letters_before_new on app.letters;
alter table app.letters rename column state to state_old;
alter table app.letters rename column state_new to state;
alter table app.letters rename column before to before_old;
alter table app.letters rename column before_new to before;
-- PostgreSQL 18 and later name not-null constraints
do $body$
declare
  found record;
begin
  for found in
    select constrained.conname as old, renamed.new
    from pg_constraint as constrained
    join (values ('letters_state_not_null', 'letters_state_old_not_null')) as renamed (old, new) on constrained.conname = renamed.old
    where constrained.conrelid = 'app.letters'::regclass and constrained.contype = 'n'
  loop
    execute format('alter table %s rename constraint %I to %I', 'app.letters', found.old, found.new);
  end loop;
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
    join (values ('letters_state_new_not_null', 'letters_state_not_null')) as renamed (old, new) on constrained.conname = renamed.old
    where constrained.conrelid = 'app.letters'::regclass and constrained.contype = 'n'
  loop
    execute format('alter table %s rename constraint %I to %I', 'app.letters', found.old, found.new);
  end loop;
end
$body$;
alter index app.letters_state_id_idx rename to letters_state_id_idx_old;
alter index app.letters_state_id_idx_new rename to letters_state_id_idx;
alter table app.letters alter column state_old drop default;
alter table app.letters alter column state set default 'waiting';
create trigger zz_fluxc_letters_state_old
  before insert or update on app.letters
  for each row
  execute function app.zz_fluxc_letters_state_old();
create trigger zz_fluxc_letters_before_old
  before insert or update on app.letters
  for each row
  execute function app.zz_fluxc_letters_before_old();

-- Create view app.sent.
set local search_path = pg_catalog, app, public;
create view app.sent as
select id, state from app.letters;
set local search_path = pg_catalog, public;

commit;

-- step 5: transaction, lock_timeout 5s, statement_timeout 0
begin;
set local lock_timeout = '5s';
set local statement_timeout = 0;
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Drop function app.zz_fluxc_letters_state_new().
drop function app.zz_fluxc_letters_state_new();

-- Drop function app.zz_fluxc_letters_before_new().
drop function app.zz_fluxc_letters_before_new();

commit;

-- step 6: transaction, lock_timeout 5s, statement_timeout 0
begin;
set local lock_timeout = '5s';
set local statement_timeout = 0;
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Check that column app.parcels.state_new is in step in every row.
do $body$
#variable_conflict use_column
begin
  if exists (select from app.parcels where state_new::text is distinct from (case state::text when 'queued' then 'waiting' when 'failed' then 'draft' else state::text end)::text collate "C") then
    raise exception using
      errcode = 'object_not_in_prerequisite_state',
      message = 'column app.parcels.state_new is not in step with case state::text when ''queued'' then ''waiting'' when ''failed'' then ''draft'' else state::text end in every row',
      hint = 'Find out who disabled its trigger, and set the rows right.';
  end if;
end
$body$;

commit;

-- step 7: transaction, lock_timeout 5s, statement_timeout 0
begin;
set local lock_timeout = '5s';
set local statement_timeout = 0;
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;
set local check_function_bodies = off;

-- Create function app.zz_fluxc_parcels_state_old().
create function app.zz_fluxc_parcels_state_old()
  returns trigger
  language plpgsql
  as $body$
#variable_conflict use_column
begin
  if tg_op = 'UPDATE' and pg_catalog.current_setting('fluxc.filling', true) = 'app.parcels.state_old' then
    new := old;
    new.state_old := (select state::text from (select (new).*) as parcels);
    return new;
  end if;
  if tg_op = 'INSERT' then
    new.state_old := (select state::text from (select (new).*) as parcels);
  elsif new.state::text collate "C" is distinct from old.state::text then
    new.state_old := (select state::text from (select (new).*) as parcels);
  end if;
  return new;
end
$body$;

commit;

-- step 8: transaction, lock_timeout 5s, statement_timeout 1min
begin;
set local lock_timeout = '5s';
set local statement_timeout = '1min';
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Put columns of other types into the places of app.parcels.state (app.state to app.state_new).
alter type app.state rename to state_old;
alter type app.state_new rename to state;
drop trigger zz_fluxc_parcels_state_new on app.parcels;
alter table app.parcels rename column state to state_old;
alter table app.parcels rename column state_new to state;
-- PostgreSQL 18 and later name not-null constraints
do $body$
declare
  found record;
begin
  for found in
    select constrained.conname as old, renamed.new
    from pg_constraint as constrained
    join (values ('parcels_state_not_null', 'parcels_state_old_not_null')) as renamed (old, new) on constrained.conname = renamed.old
    where constrained.conrelid = 'app.parcels'::regclass and constrained.contype = 'n'
  loop
    execute format('alter table %s rename constraint %I to %I', 'app.parcels', found.old, found.new);
  end loop;
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
    join (values ('parcels_state_new_not_null', 'parcels_state_not_null')) as renamed (old, new) on constrained.conname = renamed.old
    where constrained.conrelid = 'app.parcels'::regclass and constrained.contype = 'n'
  loop
    execute format('alter table %s rename constraint %I to %I', 'app.parcels', found.old, found.new);
  end loop;
end
$body$;
create trigger zz_fluxc_parcels_state_old
  before insert or update on app.parcels
  for each row
  execute function app.zz_fluxc_parcels_state_old();

commit;

-- step 9: transaction, lock_timeout 5s, statement_timeout 0
begin;
set local lock_timeout = '5s';
set local statement_timeout = 0;
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Drop function app.zz_fluxc_parcels_state_new().
drop function app.zz_fluxc_parcels_state_new();

commit;

-- step 10: no transaction, lock_timeout 0, statement_timeout 0
-- done when: select pg_catalog.to_regclass('app.letters_state_id_idx_old') is null
set lock_timeout = 0;
set statement_timeout = 0;
set search_path = pg_catalog, public;
set standard_conforming_strings = on;

-- Drop index app.letters_state_id_idx_old while others read and write the table.
drop index concurrently app.letters_state_id_idx_old;

reset standard_conforming_strings;
reset search_path;
reset statement_timeout;
reset lock_timeout;

-- step 11: transaction, lock_timeout 5s, statement_timeout 1min
begin;
set local lock_timeout = '5s';
set local statement_timeout = '1min';
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Take nulls in column app.letters.state_old.
alter table app.letters alter column state_old drop not null;

commit;

-- step 12: transaction, lock_timeout 5s, statement_timeout 0
begin;
set local lock_timeout = '5s';
set local statement_timeout = 0;
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Check that column app.letters.state_old is in step in every row.
do $body$
#variable_conflict use_column
begin
  if exists (select from app.letters where state_old is not null and (state::text::app.state_old) is null) then
    raise exception using
      errcode = 'object_not_in_prerequisite_state',
      message = 'column app.letters.state_old is not in step with state::text::app.state_old in every row',
      hint = 'Find out who disabled its trigger, and set the rows right.';
  end if;
end
$body$;

commit;

-- step 13: transaction, lock_timeout 5s, statement_timeout 0
begin;
set local lock_timeout = '5s';
set local statement_timeout = 0;
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Check that column app.letters.before_old is in step in every row.
do $body$
#variable_conflict use_column
begin
  if exists (select from app.letters where before_old is not null and (before::text::app.state_old) is null) then
    raise exception using
      errcode = 'object_not_in_prerequisite_state',
      message = 'column app.letters.before_old is not in step with before::text::app.state_old in every row',
      hint = 'Find out who disabled its trigger, and set the rows right.';
  end if;
end
$body$;

commit;

-- step 14: transaction, lock_timeout 5s, statement_timeout 1min
begin;
set local lock_timeout = '5s';
set local statement_timeout = '1min';
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Take nulls in column app.parcels.state_old.
alter table app.parcels alter column state_old drop not null;

commit;

-- step 15: transaction, lock_timeout 5s, statement_timeout 0
begin;
set local lock_timeout = '5s';
set local statement_timeout = 0;
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Check that column app.parcels.state_old is in step in every row.
do $body$
#variable_conflict use_column
begin
  if exists (select from app.parcels where state_old is not null and (state::text::app.state_old) is null) then
    raise exception using
      errcode = 'object_not_in_prerequisite_state',
      message = 'column app.parcels.state_old is not in step with state::text::app.state_old in every row',
      hint = 'Find out who disabled its trigger, and set the rows right.';
  end if;
end
$body$;

commit;

-- step 16: transaction, lock_timeout 5s, statement_timeout 1min
begin;
set local lock_timeout = '5s';
set local statement_timeout = '1min';
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Drop trigger app.letters.zz_fluxc_letters_before_old.
drop trigger zz_fluxc_letters_before_old on app.letters;

-- Drop trigger app.letters.zz_fluxc_letters_state_old.
drop trigger zz_fluxc_letters_state_old on app.letters;

-- Drop column app.letters.before_old.
alter table app.letters drop column before_old;

-- Drop column app.letters.state_old.
alter table app.letters drop column state_old;

commit;

-- step 17: transaction, lock_timeout 5s, statement_timeout 1min
begin;
set local lock_timeout = '5s';
set local statement_timeout = '1min';
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Drop trigger app.parcels.zz_fluxc_parcels_state_old.
drop trigger zz_fluxc_parcels_state_old on app.parcels;

-- Drop column app.parcels.state_old.
alter table app.parcels drop column state_old;

commit;

-- step 18: transaction, lock_timeout 5s, statement_timeout 0
begin;
set local lock_timeout = '5s';
set local statement_timeout = 0;
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Drop enum app.state_old.
drop type app.state_old;

commit;

-- step 19: transaction, lock_timeout 5s, statement_timeout 0
begin;
set local lock_timeout = '5s';
set local statement_timeout = 0;
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Drop function app.zz_fluxc_letters_before_old().
drop function app.zz_fluxc_letters_before_old();

-- Drop function app.zz_fluxc_letters_state_old().
drop function app.zz_fluxc_letters_state_old();

-- Drop function app.zz_fluxc_parcels_state_old().
drop function app.zz_fluxc_parcels_state_old();

commit;

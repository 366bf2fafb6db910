-- label: exact
-- loses: ["app", "users", "version"]
-- loses: ["app", "teams"]
-- hazard: deletes-data app.users.version
-- hazard: deletes-data app.teams
-- hazard: breaks-clients app.notes.touched_at

-- step 1: undoes 5, transaction, lock_timeout 5s, statement_timeout 0
begin;
set local lock_timeout = '5s';
set local statement_timeout = 0;
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;
set local check_function_bodies = off;

-- Create function app.set_touched_at_to_now().
create function app.set_touched_at_to_now()
  returns trigger
  language plpgsql
  as $body$
begin
  new.touched_at := now();
  return new;
end
$body$;

-- Create function app.set_changed_to_clock_timestamp().
create function app.set_changed_to_clock_timestamp()
  returns trigger
  language plpgsql
  as $body$
begin
  new.changed := clock_timestamp();
  return new;
end
$body$;

commit;

-- step 2: undoes 4, transaction, lock_timeout 5s, statement_timeout 1min
begin;
set local lock_timeout = '5s';
set local statement_timeout = '1min';
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Drop trigger app.users.set_version_to_cb8bd0ce.
drop trigger set_version_to_cb8bd0ce on app.users;

-- Drop column app.users.version.
alter table app.users drop column version;

commit;

-- step 3: undoes 3, transaction, lock_timeout 5s, statement_timeout 1min
begin;
set local lock_timeout = '5s';
set local statement_timeout = '1min';
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Drop trigger app.notes.set_moved_at_to_now.
drop trigger set_moved_at_to_now on app.notes;

-- Create trigger app.notes.set_touched_at_to_now.
create trigger set_touched_at_to_now
  before update on app.notes
  for each row
  execute function app.set_touched_at_to_now();

-- Create trigger app.notes.set_changed_to_clock_timestamp.
create trigger set_changed_to_clock_timestamp
  before update on app.notes
  for each row
  execute function app.set_changed_to_clock_timestamp();

commit;

-- step 4: undoes 2, transaction, lock_timeout 5s, statement_timeout 1min
begin;
set local lock_timeout = '5s';
set local statement_timeout = '1min';
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Drop trigger app.teams.set_updated_at_to_now.
drop trigger set_updated_at_to_now on app.teams;

-- Drop trigger app.teams."set_Odd One_to_current_user".
drop trigger "set_Odd One_to_current_user" on app.teams;

-- Drop table app.teams.
drop table app.teams;

-- Drop function app.set_version_to_cb8bd0ce().
drop function app.set_version_to_cb8bd0ce();

-- Drop function app.set_moved_at_to_now().
drop function app.set_moved_at_to_now();

-- Drop function app."set_Odd One_to_current_user"().
drop function app."set_Odd One_to_current_user"();

commit;

-- step 5: undoes 1, transaction, lock_timeout 5s, statement_timeout 1min
begin;
set local lock_timeout = '5s';
set local statement_timeout = '1min';
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Rename column app.notes.moved_at to touched_at.
alter table app.notes rename column moved_at to touched_at;

commit;

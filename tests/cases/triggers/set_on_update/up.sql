-- hazard: breaks-clients app.notes.moved_at

-- step 1: transaction, lock_timeout 5s, statement_timeout 1min
begin;
set local lock_timeout = '5s';
set local statement_timeout = '1min';
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Rename column app.notes.touched_at to moved_at.
alter table app.notes rename column touched_at to moved_at;

commit;

-- step 2: transaction, lock_timeout 5s, statement_timeout 0
begin;
set local lock_timeout = '5s';
set local statement_timeout = 0;
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;
set local check_function_bodies = off;

-- Create function app."set_Odd One_to_current_user"().
create function app."set_Odd One_to_current_user"()
  returns trigger
  language plpgsql
  as $body$
begin
  new."Odd One" := current_user;
  return new;
end
$body$;

-- Create function app.set_moved_at_to_now().
create function app.set_moved_at_to_now()
  returns trigger
  language plpgsql
  as $body$
begin
  new.moved_at := now();
  return new;
end
$body$;

-- Create function app.set_version_to_cb8bd0ce().
create function app.set_version_to_cb8bd0ce()
  returns trigger
  language plpgsql
  as $body$
begin
  new.version := old.version + 1;
  return new;
end
$body$;

-- Create table app.teams.
create table app.teams (
  id bigint generated always as identity not null,
  "Odd One" text,
  updated_at timestamp with time zone default now() not null,
  constraint teams_pkey primary key (id)
);

-- Create trigger app.teams."set_Odd One_to_current_user".
create trigger "set_Odd One_to_current_user"
  before update on app.teams
  for each row
  execute function app."set_Odd One_to_current_user"();

-- Create trigger app.teams.set_updated_at_to_now.
create trigger set_updated_at_to_now
  before update on app.teams
  for each row
  execute function app.set_updated_at_to_now();

commit;

-- step 3: transaction, lock_timeout 5s, statement_timeout 1min
begin;
set local lock_timeout = '5s';
set local statement_timeout = '1min';
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Drop trigger app.notes.set_changed_to_clock_timestamp.
drop trigger set_changed_to_clock_timestamp on app.notes;

-- Drop trigger app.notes.set_touched_at_to_now.
drop trigger set_touched_at_to_now on app.notes;

-- Create trigger app.notes.set_moved_at_to_now.
create trigger set_moved_at_to_now
  before update on app.notes
  for each row
  execute function app.set_moved_at_to_now();

commit;

-- step 4: transaction, lock_timeout 5s, statement_timeout 1min
begin;
set local lock_timeout = '5s';
set local statement_timeout = '1min';
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Add column app.users.version.
alter table app.users add column version integer default 1 not null;

-- Create trigger app.users.set_version_to_cb8bd0ce.
create trigger set_version_to_cb8bd0ce
  before update on app.users
  for each row
  execute function app.set_version_to_cb8bd0ce();

commit;

-- step 5: transaction, lock_timeout 5s, statement_timeout 0
begin;
set local lock_timeout = '5s';
set local statement_timeout = 0;
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Drop function app.set_changed_to_clock_timestamp().
drop function app.set_changed_to_clock_timestamp();

-- Drop function app.set_touched_at_to_now().
drop function app.set_touched_at_to_now();

commit;

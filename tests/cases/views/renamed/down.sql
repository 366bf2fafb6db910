-- label: exact
-- hazard: breaks-clients app.team_ids
-- hazard: breaks-clients app.people.name
-- hazard: breaks-clients app.users

-- step 1: undoes 1, transaction, lock_timeout 5s, statement_timeout 1min
begin;
set local lock_timeout = '5s';
set local statement_timeout = '1min';
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Drop view app.reader.
drop view app.reader;

-- Drop view app.new_view.
drop view app.new_view;

-- Drop view app.first_names.
drop view app.first_names;

-- Drop view app.names.
drop view app.names;

-- Drop view app.everything.
drop view app.everything;

-- Rename primary key app.people.people_pkey to users_pkey.
alter table app.people rename constraint people_pkey to users_pkey;

-- Rename view app.team_numbers to team_ids.
alter view app.team_numbers rename to team_ids;

-- Rename column app.people.full_name to name.
alter table app.people rename column full_name to name;
-- PostgreSQL 18 and later name not-null constraints
do $body$
declare
  found record;
begin
  for found in
    select constrained.conname as old, renamed.new
    from pg_constraint as constrained
    join (values ('people_full_name_not_null', 'people_name_not_null')) as renamed (old, new) on constrained.conname = renamed.old
    where constrained.conrelid = 'app.people'::regclass and constrained.contype = 'n'
  loop
    execute format('alter table %s rename constraint %I to %I', 'app.people', found.old, found.new);
  end loop;
end
$body$;

-- Rename table app.people to app.users.
alter table app.people rename to users;
alter sequence app.people_id_seq rename to users_id_seq;
-- PostgreSQL 18 and later name not-null constraints
do $body$
declare
  found record;
begin
  for found in
    select constrained.conname as old, renamed.new
    from pg_constraint as constrained
    join (values ('people_id_not_null', 'users_id_not_null'), ('people_name_not_null', 'users_name_not_null')) as renamed (old, new) on constrained.conname = renamed.old
    where constrained.conrelid = 'app.users'::regclass and constrained.contype = 'n'
  loop
    execute format('alter table %s rename constraint %I to %I', 'app.users', found.old, found.new);
  end loop;
end
$body$;

-- Create view app.old_view.
set local search_path = pg_catalog, app, public;
create view app.old_view as
select id from users;
set local search_path = pg_catalog, public;
comment on view app.old_view is 'It stays.';

-- Create view app.reader.
set local search_path = pg_catalog, app, public;
create view app.reader as
select id from old_view;
set local search_path = pg_catalog, public;

-- Create view app.names.
set local search_path = pg_catalog, app, public;
create view app.names as
select name from users;
set local search_path = pg_catalog, public;

-- Create view app.first_names.
set local search_path = pg_catalog, app, public;
create view app.first_names as
select left(name, 3) as name from names;
set local search_path = pg_catalog, public;

-- Create view app.everything.
set local search_path = pg_catalog, app, public;
create view app.everything as
select * from users;
set local search_path = pg_catalog, public;

commit;

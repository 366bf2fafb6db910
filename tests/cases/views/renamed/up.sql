-- hazard: breaks-clients app.people
-- hazard: breaks-clients app.people.full_name
-- hazard: breaks-clients app.team_numbers

-- step 1: transaction, lock_timeout 5s, statement_timeout 1min
begin;
set local lock_timeout = '5s';
set local statement_timeout = '1min';
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Drop view app.everything.
drop view app.everything;

-- Drop view app.first_names.
drop view app.first_names;

-- Drop view app.names.
drop view app.names;

-- Drop view app.reader.
drop view app.reader;

-- Drop view app.old_view.
drop view app.old_view;

-- Rename table app.users to app.people.
alter table app.users rename to people;
alter sequence app.users_id_seq rename to people_id_seq;
-- PostgreSQL 18 and later name not-null constraints
do $body$
declare
  found record;
begin
  for found in
    select constrained.conname as old, renamed.new
    from pg_constraint as constrained
    join (values ('users_id_not_null', 'people_id_not_null'), ('users_name_not_null', 'people_name_not_null')) as renamed (old, new) on constrained.conname = renamed.old
    where constrained.conrelid = 'app.people'::regclass and constrained.contype = 'n'
  loop
    execute format('alter table %s rename constraint %I to %I', 'app.people', found.old, found.new);
  end loop;
end
$body$;

-- Rename column app.people.name to full_name.
alter table app.people rename column name to full_name;
-- PostgreSQL 18 and later name not-null constraints
do $body$
declare
  found record;
begin
  for found in
    select constrained.conname as old, renamed.new
    from pg_constraint as constrained
    join (values ('people_name_not_null', 'people_full_name_not_null')) as renamed (old, new) on constrained.conname = renamed.old
    where constrained.conrelid = 'app.people'::regclass and constrained.contype = 'n'
  loop
    execute format('alter table %s rename constraint %I to %I', 'app.people', found.old, found.new);
  end loop;
end
$body$;

-- Rename view app.team_ids to team_numbers.
alter view app.team_ids rename to team_numbers;

-- Rename primary key app.people.users_pkey to people_pkey.
alter table app.people rename constraint users_pkey to people_pkey;

-- Create view app.everything.
set local search_path = pg_catalog, app, public;
create view app.everything as
select * from people;
set local search_path = pg_catalog, public;

-- Create view app.names.
set local search_path = pg_catalog, app, public;
create view app.names as
select full_name from people;
set local search_path = pg_catalog, public;

-- Create view app.first_names.
set local search_path = pg_catalog, app, public;
create view app.first_names as
select left(full_name, 3) as name from names;
set local search_path = pg_catalog, public;

-- Create view app.new_view.
set local search_path = pg_catalog, app, public;
create view app.new_view as
select id from people;
set local search_path = pg_catalog, public;
comment on view app.new_view is 'It stays.';

-- Create view app.reader.
set local search_path = pg_catalog, app, public;
create view app.reader as
select id from new_view;
set local search_path = pg_catalog, public;

commit;

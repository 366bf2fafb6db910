-- label: exact
-- hazard: breaks-clients app.names

-- step 1: undoes 1, transaction, lock_timeout 5s, statement_timeout 1min
begin;
set local lock_timeout = '5s';
set local statement_timeout = '1min';
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Drop trigger app.kept.write.
drop trigger write on app.kept;

-- Drop view app.kept.
drop view app.kept;

-- Drop trigger app.first_names.write.
drop trigger write on app.first_names;

-- Drop view app.first_names.
drop view app.first_names;

-- Change the type of column app.people.name from character varying(100) to text.
alter table app.people alter column name type text;

-- Create view app.kept.
set local search_path = pg_catalog, app, public;
create view app.kept as
select id, name from people;
set local search_path = pg_catalog, public;

-- Create trigger app.kept.write.
create trigger write
  instead of insert or update on app.kept
  for each row
  execute function app.write_person('kept');
comment on trigger write on app.kept is 'Stays.';

-- Create view app.first_names.
set local search_path = pg_catalog, app, public;
create view app.first_names as
select name from people;
set local search_path = pg_catalog, public;

-- Create trigger app.first_names.write.
create trigger write
  instead of insert on app.first_names
  for each row
  execute function app.write_person();

-- Create trigger app.first_names.gone.
create trigger gone
  before delete on app.first_names
  for each statement
  execute function app.write_person();

-- Rename view app.first_names to names.
alter view app.first_names rename to names;

commit;

-- hazard: breaks-clients app.first_names
-- hazard: rewrites-table app.people.name
-- hazard: blocks-reads app.people.name

-- step 1: transaction, lock_timeout 5s, statement_timeout 0
begin;
set local lock_timeout = '5s';
set local statement_timeout = 0;
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Rename view app.names to first_names.
alter view app.names rename to first_names;

-- Drop trigger app.first_names.gone.
drop trigger gone on app.first_names;

-- Drop trigger app.first_names.write.
drop trigger write on app.first_names;

-- Drop view app.first_names.
drop view app.first_names;

-- Drop trigger app.kept.write.
drop trigger write on app.kept;

-- Drop view app.kept.
drop view app.kept;

-- Change the type of column app.people.name from text to character varying(100).
alter table app.people alter column name type character varying(100);

-- Create view app.first_names.
set local search_path = pg_catalog, app, public;
create view app.first_names as
select name from people;
set local search_path = pg_catalog, public;

-- Create trigger app.first_names.write.
create trigger write
  instead of insert or update on app.first_names
  for each row
  execute function app.write_person();

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

commit;

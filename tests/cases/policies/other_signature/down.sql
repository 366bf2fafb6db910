-- label: exact
-- hazard: breaks-clients app."may_read(integer, integer)"

-- step 1: undoes 1, transaction, lock_timeout 5s, statement_timeout 1min
begin;
set local lock_timeout = '5s';
set local statement_timeout = '1min';
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;
set local check_function_bodies = off;

-- Drop policy app.documents.readable.
drop policy readable on app.documents;

-- Drop function app.may_read(integer, integer).
drop function app.may_read(integer, integer);

-- Create function app.may_read(integer).
create function app.may_read(level integer)
  returns boolean
  language sql
  immutable
  as $body$select level > 1$body$;

-- Create policy app.documents.readable.
create policy readable on app.documents for select
  using (app.may_read(level));
comment on policy readable on app.documents is 'By level.';

commit;

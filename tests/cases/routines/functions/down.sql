-- label: exact
-- hazard: breaks-clients app."users_of(app.status, text)"
-- hazard: breaks-clients app."describe(text)"
-- hazard: breaks-clients app."ends(integer, text[])"
-- hazard: breaks-clients app."touch()"

-- step 1: undoes 1, transaction, lock_timeout 5s, statement_timeout 0
begin;
set local lock_timeout = '5s';
set local statement_timeout = 0;
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;
set local check_function_bodies = off;

-- Drop function app.users_of(app.status, text).
drop function app.users_of(app.status, text);

-- Create function app.users_of(app.status).
create function app.users_of(wanted app.status)
  returns setof app.users
  language sql
  stable
  rows 10
  as $body$select * from app.users where status = wanted$body$;

-- Create function app.gone().
create function app.gone()
  returns void
  language sql
  as $body$$body$;

-- Create function app.ends(integer).
create function app.ends(inout low integer, out high numeric)
  language sql
  as $body$select low, 1$body$;

-- Drop function app.describe(text).
drop function app.describe(text);

-- Create function app.describe(text).
create function app.describe(text)
  returns text
  language sql
  as $body$select 'text ' || $1$body$;

-- Set the comment of function app.keep_time().
comment on function app.keep_time() is 'Keeps the time of the last change.';

-- Replace function app.keep_time().
create or replace function app.keep_time()
  returns trigger
  language plpgsql
  as $body$
begin
  new.updated_at := now();
  return new;
end
$body$;

-- Replace function app.is_open(app.status).
set local search_path = pg_catalog, app, public;
create or replace function app.is_open(value app.status)
  returns boolean
  language sql
  immutable
  strict
  return value = 'open';
set local search_path = pg_catalog, public;

-- Replace function app.add(integer, integer).
set local search_path = pg_catalog, app, public;
create or replace function app.add(a integer, b integer default 1)
  returns integer
  language sql
  immutable
  as $body$select a + b$body$;
set local search_path = pg_catalog, public;

-- Drop the comment of function app.describe(integer).
comment on function app.describe(integer) is null;

-- Drop function app.ends(integer, text[]).
drop function app.ends(integer, text[]);

-- Rename function app.keep_time() to touch.
alter function app.keep_time() rename to touch;

commit;

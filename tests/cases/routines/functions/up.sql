-- hazard: breaks-clients app."keep_time()"
-- hazard: breaks-clients app."describe(text)"
-- hazard: breaks-clients app."ends(integer)"
-- hazard: breaks-clients app."gone()"
-- hazard: breaks-clients app."users_of(app.status)"

-- step 1: transaction, lock_timeout 5s, statement_timeout 0
begin;
set local lock_timeout = '5s';
set local statement_timeout = 0;
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;
set local check_function_bodies = off;

-- Rename function app.touch() to keep_time.
alter function app.touch() rename to keep_time;

-- Create function app.ends(integer, text[]).
create function app.ends(inout low integer, out high numeric, variadic "all" text[])
  language sql
  as $body$select low, 1$body$;

-- Set the comment of function app.describe(integer).
comment on function app.describe(integer) is 'A number in words.';

-- Replace function app.add(integer, integer).
set local search_path = pg_catalog, app, public;
create or replace function app.add(a integer, b integer default 2)
  returns integer
  language sql
  immutable
  strict
  parallel safe
  cost 1.5
  security definer
  set search_path to ''
  set work_mem to '64MB'
  as $body$select a + b$body$;
set local search_path = pg_catalog, public;

-- Replace function app.is_open(app.status).
set local search_path = pg_catalog, app, public;
create or replace function app.is_open(value app.status)
  returns boolean
  language sql
  immutable
  strict
  return value <> 'closed';
set local search_path = pg_catalog, public;

-- Replace function app.keep_time().
create or replace function app.keep_time()
  returns trigger
  language plpgsql
  as $body_$
declare
  body text := $body$ $body$;
begin
  new.updated_at := clock_timestamp();
  return new;
end
$body_$;

-- Drop the comment of function app.keep_time().
comment on function app.keep_time() is null;

-- Drop function app.describe(text).
drop function app.describe(text);

-- Create function app.describe(text).
create function app.describe(text)
  returns character varying
  language sql
  as $body$select 'text ' || $1$body$;

-- Drop function app.ends(integer).
drop function app.ends(integer);

-- Drop function app.gone().
drop function app.gone();

-- Drop function app.users_of(app.status).
drop function app.users_of(app.status);

-- Create function app.users_of(app.status, text).
set local search_path = pg_catalog, app, public;
create function app.users_of(wanted app.status, more text default lower('X'))
  returns table (id bigint, "Status" app.status)
  language sql
  as $body$select id, status from app.users where status = wanted$body$;
set local search_path = pg_catalog, public;

commit;

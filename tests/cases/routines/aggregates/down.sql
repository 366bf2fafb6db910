-- label: exact
-- hazard: breaks-clients app."total(integer)"
-- hazard: breaks-clients app."everything()"
-- hazard: breaks-clients app."ending(double precision, double precision)"
-- hazard: breaks-clients app."first(integer)"

-- step 1: undoes 1, transaction, lock_timeout 5s, statement_timeout 0
begin;
set local lock_timeout = '5s';
set local statement_timeout = 0;
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;
set local check_function_bodies = off;

-- Drop aggregate app.total(integer).
drop aggregate app.total(integer);

-- Create aggregate app.total(integer).
create aggregate app.total(value integer) (
sfunc = int4pl,
  stype = integer,
  initcond = '0',
  combinefunc = int4pl,
  parallel = safe
);

-- Create aggregate app.gone(integer).
create aggregate app.gone(integer) (
sfunc = int4pl,
  stype = integer
);

-- Replace function app.longest_step(text, text).
create or replace function app.longest_step(state text, value text)
  returns text
  language sql
  immutable
  as $body$select greatest(state, value)$body$;

-- Set the comment of aggregate app.longest(text).
comment on aggregate app.longest(text) is 'The greatest text';

-- Drop aggregate app.everything().
drop aggregate app.everything(*);

-- Drop aggregate app.ending(double precision, double precision).
drop aggregate app.ending(double precision order by double precision);

-- Rename aggregate app.started(integer) to first.
alter aggregate app.started(integer) rename to first;

commit;

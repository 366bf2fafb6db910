-- hazard: breaks-clients app."started(integer)"
-- hazard: breaks-clients app."gone(integer)"
-- hazard: breaks-clients app."total(integer)"

-- step 1: transaction, lock_timeout 5s, statement_timeout 0
begin;
set local lock_timeout = '5s';
set local statement_timeout = 0;
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;
set local check_function_bodies = off;

-- Rename aggregate app.first(integer) to started.
alter aggregate app.first(integer) rename to started;

-- Create aggregate app.ending(double precision, double precision).
create aggregate app.ending(fraction double precision order by value double precision) (
sfunc = array_append,
  stype = double precision[],
  finalfunc = app.last,
  finalfunc_modify = shareable
);

-- Create aggregate app.everything().
create aggregate app.everything(*) (
sfunc = int8inc,
  stype = bigint,
  initcond = '0'
);

-- Set the comment of aggregate app.longest(text).
comment on aggregate app.longest(text) is 'The greatest of all texts.';

-- Replace function app.longest_step(text, text).
create or replace function app.longest_step(state text, value text)
  returns text
  language sql
  immutable
  as $body$select greatest(value, state)$body$;

-- Drop aggregate app.gone(integer).
drop aggregate app.gone(integer);

-- Drop aggregate app.total(integer).
drop aggregate app.total(integer);

-- Create aggregate app.total(integer).
create aggregate app.total(value integer) (
sfunc = int4pl,
  stype = integer,
  initcond = '1',
msfunc = int4pl,
  minvfunc = int4mi,
  mstype = integer,
  minitcond = '0'
);

commit;

-- label: exact
-- hazard: breaks-clients app."fresh(integer[])"
-- hazard: breaks-clients app."old_name()"

-- step 1: undoes 1, transaction, lock_timeout 5s, statement_timeout 0
begin;
set local lock_timeout = '5s';
set local statement_timeout = 0;
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;
set local check_function_bodies = off;

-- Create procedure app.gone().
create procedure app.gone()
  language sql
  as $body$select 2$body$;

-- Replace procedure app.settle(bigint, numeric).
set local search_path = pg_catalog, app, public;
create or replace procedure app.settle(account bigint, inout total numeric default 0)
  language plpgsql
  as $body$
begin
  total := total + 1;
end
$body$;
set local search_path = pg_catalog, public;

-- Set the comment of procedure app.new_name().
comment on procedure app.new_name() is 'Does nothing.';

-- Drop procedure app.fresh(integer[]).
drop procedure app.fresh(integer[]);

-- Rename procedure app.new_name() to old_name.
alter procedure app.new_name() rename to old_name;

commit;

-- hazard: breaks-clients app."new_name()"
-- hazard: breaks-clients app."gone()"

-- step 1: transaction, lock_timeout 5s, statement_timeout 0
begin;
set local lock_timeout = '5s';
set local statement_timeout = 0;
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;
set local check_function_bodies = off;

-- Rename procedure app.old_name() to new_name.
alter procedure app.old_name() rename to new_name;

-- Create procedure app.fresh(integer[]).
set local search_path = pg_catalog, app, public;
create procedure app.fresh(variadic ids integer[])
  language sql
  begin atomic
  select case when ids is null then 1 end;
  select 2;
end;
set local search_path = pg_catalog, public;

-- Set the comment of procedure app.new_name().
comment on procedure app.new_name() is 'Does nothing at all.';

-- Replace procedure app.settle(bigint, numeric).
set local search_path = pg_catalog, app, public;
create or replace procedure app.settle(account bigint, inout total numeric default 0)
  language plpgsql
  security definer
  set search_path to 'app', '$user'
  as $body$
begin
  total := total + 2;
end
$body$;
set local search_path = pg_catalog, public;

-- Drop procedure app.gone().
drop procedure app.gone();

commit;

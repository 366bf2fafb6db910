-- label: structure only
-- reason: the values of column app.t.gone cannot come back
-- hazard: breaks-clients app."swapped(app.point3[])"
-- hazard: breaks-clients app."height(app.point3)"
-- hazard: rewrites-table app.point3
-- hazard: blocks-reads app.point3

-- step 1: undoes 1, transaction, lock_timeout 5s, statement_timeout 0
begin;
set local lock_timeout = '5s';
set local statement_timeout = 0;
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;
set local check_function_bodies = off;

-- Drop view app.origin.
drop view app.origin;

-- Drop function app.swapped(app.point3[]).
drop function app.swapped(app.point3[]);

-- Drop function app.height(app.point3).
drop function app.height(app.point3);

-- Make composite type app.point3 anew, with app.route, app.place.
alter type app.place rename to fluxc_aside_28668b2e9577;
alter type app.route rename to fluxc_aside_b84c1a6071e4;
alter type app.point3 rename to fluxc_aside_344e5aecfb77;
create type app.point3 as (
  x integer,
  y integer,
  z integer);
create type app.route as (
  "from" app.point3,
  "to" app.point3,
  label text);
create domain app.place as app.point3
  constraint is_low check ((value).z < 100);
alter domain app.place drop default;
create function pg_temp.fluxc_aside_344e5aecfb77(app.fluxc_aside_344e5aecfb77) returns app.point3 language sql as $body$select case when $1 is distinct from null then row(($1).x, ($1).y::text::integer, ($1).z)::app.point3 end$body$;
create function pg_temp.fluxc_aside_344e5aecfb77_all(app.fluxc_aside_344e5aecfb77[]) returns app.point3[] language sql as $body$select case when $1 is not null then array(select pg_temp.fluxc_aside_344e5aecfb77($1[at]) from generate_subscripts($1, 1) as at order by at) end$body$;
create function pg_temp.fluxc_aside_b84c1a6071e4(app.fluxc_aside_b84c1a6071e4) returns app.route language sql as $body$select case when $1 is distinct from null then row(pg_temp.fluxc_aside_344e5aecfb77(($1)."from"), pg_temp.fluxc_aside_344e5aecfb77(($1)."to"), ($1).label)::app.route end$body$;
create function pg_temp.fluxc_aside_b84c1a6071e4_all(app.fluxc_aside_b84c1a6071e4[]) returns app.route[] language sql as $body$select case when $1 is not null then array(select pg_temp.fluxc_aside_b84c1a6071e4($1[at]) from generate_subscripts($1, 1) as at order by at) end$body$;
create function pg_temp.fluxc_aside_28668b2e9577(app.fluxc_aside_28668b2e9577) returns app.place language sql as $body$select pg_temp.fluxc_aside_344e5aecfb77($1::app.fluxc_aside_344e5aecfb77)::app.place$body$;
create function pg_temp.fluxc_aside_28668b2e9577_all(app.fluxc_aside_28668b2e9577[]) returns app.place[] language sql as $body$select case when $1 is not null then array(select pg_temp.fluxc_aside_28668b2e9577($1[at]) from generate_subscripts($1, 1) as at order by at) end$body$;
alter table app.t alter column at type app.point3 using pg_temp.fluxc_aside_344e5aecfb77(at);
alter table app.t alter column line type app.route using pg_temp.fluxc_aside_b84c1a6071e4(line);
alter table app.t alter column path type app.point3[] using pg_temp.fluxc_aside_344e5aecfb77_all(path);
alter table app.t alter column place type app.place using pg_temp.fluxc_aside_28668b2e9577(place);
drop function pg_temp.fluxc_aside_28668b2e9577_all(app.fluxc_aside_28668b2e9577[]);
drop function pg_temp.fluxc_aside_28668b2e9577(app.fluxc_aside_28668b2e9577);
drop function pg_temp.fluxc_aside_b84c1a6071e4_all(app.fluxc_aside_b84c1a6071e4[]);
drop function pg_temp.fluxc_aside_b84c1a6071e4(app.fluxc_aside_b84c1a6071e4);
drop function pg_temp.fluxc_aside_344e5aecfb77_all(app.fluxc_aside_344e5aecfb77[]);
drop function pg_temp.fluxc_aside_344e5aecfb77(app.fluxc_aside_344e5aecfb77);
drop type app.fluxc_aside_28668b2e9577;
drop type app.fluxc_aside_b84c1a6071e4;
drop type app.fluxc_aside_344e5aecfb77;

-- Create function app.swapped(app.point3[]).
create function app.swapped(at app.point3[])
  returns app.route
  language plpgsql
  as $body$begin return null; end$body$;

-- Create function app.height(app.point3).
create function app.height(at app.point3)
  returns integer
  language sql
  as $body$select (at).z$body$;

-- Add column app.t.gone.
alter table app.t add column gone app.point3;

-- Create view app.origin.
set local search_path = pg_catalog, app, public;
create view app.origin as
select row(0, 0, 0)::point3 as at;
set local search_path = pg_catalog, public;

commit;

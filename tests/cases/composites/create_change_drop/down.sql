-- label: structure only
-- reason: values of city in composite type app.address cannot come back
-- loses: ["app", "t", "fresh"]
-- hazard: deletes-data app.t.fresh
-- hazard: rewrites-table app.address
-- hazard: blocks-reads app.address

-- step 1: undoes 6, transaction, lock_timeout 5s, statement_timeout 0
begin;
set local lock_timeout = '5s';
set local statement_timeout = 0;
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Create composite type app.gone.
create type app.gone as ();

commit;

-- step 2: undoes 5, transaction, lock_timeout 5s, statement_timeout 1min
begin;
set local lock_timeout = '5s';
set local statement_timeout = '1min';
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Drop column app.t.fresh.
alter table app.t drop column fresh;

commit;

-- step 3: undoes 4, transaction, lock_timeout 5s, statement_timeout 0
begin;
set local lock_timeout = '5s';
set local statement_timeout = 0;
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Drop the comment of composite type app.address.
comment on type app.address is null;

commit;

-- step 4: undoes 3, transaction, lock_timeout 5s, statement_timeout 0
begin;
set local lock_timeout = '5s';
set local statement_timeout = 0;
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Change composite type app.unused: a integer, b text.
alter type app.unused alter attribute a type integer, alter attribute b type text collate "C";
comment on column app.unused.b is 'The second.';

commit;

-- step 5: undoes 2, transaction, lock_timeout 5s, statement_timeout 0
begin;
set local lock_timeout = '5s';
set local statement_timeout = 0;
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Drop composite type app.fresh.
drop type app.fresh;

commit;

-- step 6: undoes 1, transaction, lock_timeout 5s, statement_timeout 0
begin;
set local lock_timeout = '5s';
set local statement_timeout = 0;
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Make composite type app.address anew.
alter type app.address rename to fluxc_aside_19a0dc7d65a9;
create type app.address as (
  street text,
  city character varying(20),
  mood app.mood);
create function pg_temp.fluxc_aside_19a0dc7d65a9(app.fluxc_aside_19a0dc7d65a9) returns app.address language sql as $body$select case when $1 is distinct from null then row(($1).street, null::character varying(20), ($1).mood)::app.address end$body$;
create function pg_temp.fluxc_aside_19a0dc7d65a9_all(app.fluxc_aside_19a0dc7d65a9[]) returns app.address[] language sql as $body$select case when $1 is not null then array(select pg_temp.fluxc_aside_19a0dc7d65a9($1[at]) from generate_subscripts($1, 1) as at order by at) end$body$;
alter table app.t alter column address type app.address using pg_temp.fluxc_aside_19a0dc7d65a9(address);
alter table app.t alter column others drop default;
alter table app.t alter column others type app.address[] using pg_temp.fluxc_aside_19a0dc7d65a9_all(others);
alter table app.t alter column others set default '{}';
drop function pg_temp.fluxc_aside_19a0dc7d65a9_all(app.fluxc_aside_19a0dc7d65a9[]);
drop function pg_temp.fluxc_aside_19a0dc7d65a9(app.fluxc_aside_19a0dc7d65a9);
drop type app.fluxc_aside_19a0dc7d65a9;

commit;

-- decision: drop app.crates
-- decision: drop app.items
-- hazard: deletes-data app.crates
-- hazard: breaks-clients app."next_parent(app.boxes)"
-- hazard: breaks-clients app."weight(app.items)"
-- hazard: deletes-data app.items

-- step 1: transaction, lock_timeout 5s, statement_timeout 0
begin;
set local lock_timeout = '5s';
set local statement_timeout = 0;
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;
set local check_function_bodies = off;

-- Create function app.odd(integer).
create function app.odd(value integer)
  returns boolean
  language sql
  immutable
  as $body$select case when value = 0 then false else app.even(value - 1) end$body$;

-- Create function app.even(integer).
set local search_path = pg_catalog, app, public;
create function app.even(value integer)
  returns boolean
  language sql
  immutable
  return case when value = 0 then true else app.odd(value - 1) end;
set local search_path = pg_catalog, public;

-- Create table app.lots.
create table app.lots (
  id bigint not null,
  size integer,
  half boolean generated always as (app.even(size)) stored,
  constraint lots_pkey primary key (id)
);

-- Create function app.size_of(app.lots).
create function app.size_of(app.lots)
  returns integer
  language sql
  immutable
  as $body$select 1$body$;

commit;

-- step 2: transaction, lock_timeout 5s, statement_timeout 0
begin;
set local lock_timeout = '5s';
set local statement_timeout = 0;
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Set the default of column app.lots.size.
alter table app.lots alter column size set default app.size_of(null);

commit;

-- step 3: transaction, lock_timeout 5s, statement_timeout 0
begin;
set local lock_timeout = '5s';
set local statement_timeout = 0;
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Add check app.lots."some".
alter table app.lots add constraint "some" check (app.size_of(lots) > 0);

commit;

-- step 4: transaction, lock_timeout 5s, statement_timeout 1min
begin;
set local lock_timeout = '5s';
set local statement_timeout = '1min';
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Drop check app.items.heavy.
alter table app.items drop constraint heavy;

-- Drop the default of column app.items.rank.
alter table app.items alter column rank drop default;

commit;

-- step 5: transaction, lock_timeout 5s, statement_timeout 1min
begin;
set local lock_timeout = '5s';
set local statement_timeout = '1min';
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Drop table app.crates.
drop table app.crates;

commit;

-- step 6: transaction, lock_timeout 5s, statement_timeout 0
begin;
set local lock_timeout = '5s';
set local statement_timeout = 0;
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Drop function app.next_parent(app.boxes).
drop function app.next_parent(app.boxes);

-- Drop function app.weight(app.items).
drop function app.weight(app.items);

commit;

-- step 7: transaction, lock_timeout 5s, statement_timeout 1min
begin;
set local lock_timeout = '5s';
set local statement_timeout = '1min';
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Drop table app.items.
drop table app.items;

commit;

-- label: structure only
-- reason: the rows of table app.crates cannot come back
-- reason: the rows of table app.items cannot come back
-- loses: ["app", "lots"]
-- hazard: breaks-clients app."size_of(app.lots)"
-- hazard: deletes-data app.lots
-- hazard: breaks-clients app."even(integer)"
-- hazard: breaks-clients app."odd(integer)"

-- step 1: undoes 7, transaction, lock_timeout 5s, statement_timeout 0
begin;
set local lock_timeout = '5s';
set local statement_timeout = 0;
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Create table app.items.
create table app.items (
  id bigint not null,
  rank integer,
  constraint items_pkey primary key (id)
);

commit;

-- step 2: undoes 6, transaction, lock_timeout 5s, statement_timeout 0
begin;
set local lock_timeout = '5s';
set local statement_timeout = 0;
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;
set local check_function_bodies = off;

-- Create function app.weight(app.items).
create function app.weight(app.items)
  returns integer
  language sql
  immutable
  as $body$select 1$body$;

-- Create function app.next_parent(app.boxes).
create function app.next_parent(app.boxes)
  returns bigint
  language plpgsql
  as $body$begin return 1; end$body$;

commit;

-- step 3: undoes 5, transaction, lock_timeout 5s, statement_timeout 0
begin;
set local lock_timeout = '5s';
set local statement_timeout = 0;
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Create table app.crates.
create table app.crates (
  id bigint default app.next_parent(null) not null,
  constraint crates_pkey primary key (id)
);

commit;

-- step 4: undoes 4, transaction, lock_timeout 5s, statement_timeout 0
begin;
set local lock_timeout = '5s';
set local statement_timeout = 0;
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Set the default of column app.items.rank.
alter table app.items alter column rank set default app.weight(null::app.items);

-- Add check app.items.heavy.
alter table app.items add constraint heavy check (app.weight(items) > 0);

commit;

-- step 5: undoes 3, transaction, lock_timeout 5s, statement_timeout 1min
begin;
set local lock_timeout = '5s';
set local statement_timeout = '1min';
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Drop check app.lots."some".
alter table app.lots drop constraint "some";

commit;

-- step 6: undoes 2, transaction, lock_timeout 5s, statement_timeout 1min
begin;
set local lock_timeout = '5s';
set local statement_timeout = '1min';
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Drop the default of column app.lots.size.
alter table app.lots alter column size drop default;

commit;

-- step 7: undoes 1, transaction, lock_timeout 5s, statement_timeout 1min
begin;
set local lock_timeout = '5s';
set local statement_timeout = '1min';
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Drop function app.size_of(app.lots).
drop function app.size_of(app.lots);

-- Drop table app.lots.
drop table app.lots;

-- Drop function app.even(integer).
drop function app.even(integer);

-- Drop function app.odd(integer).
drop function app.odd(integer);

commit;

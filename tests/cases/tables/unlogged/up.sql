-- hazard: rewrites-table app.kept
-- hazard: blocks-reads app.kept
-- hazard: rewrites-table app.lost
-- hazard: blocks-reads app.lost

-- step 1: transaction, lock_timeout 5s, statement_timeout 0
begin;
set local lock_timeout = '5s';
set local statement_timeout = 0;
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Create sequence app.free.
create unlogged sequence app.free;

-- Create sequence app.new_numbers.
create unlogged sequence app.new_numbers;

-- Create table app.new.
create unlogged table app.new (
  id serial not null,
  number bigint default nextval('app.new_numbers'::regclass) not null,
  constraint new_pkey primary key (id)
);

-- Let sequence app.new_numbers go with column app.new.number.
alter sequence app.new_numbers owned by app.new.number;

commit;

-- step 2: transaction, lock_timeout 5s, statement_timeout 0
begin;
set local lock_timeout = '5s';
set local statement_timeout = 0;
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Keep table app.kept out of the log.
alter table app.kept set unlogged;

commit;

-- step 3: transaction, lock_timeout 5s, statement_timeout 0
begin;
set local lock_timeout = '5s';
set local statement_timeout = 0;
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Write changes of table app.lost to the log.
alter table app.lost set logged;

commit;

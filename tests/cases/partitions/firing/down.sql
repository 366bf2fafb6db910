-- label: exact
-- loses: ["app", "c_part"]

-- step 1: undoes 8, transaction, lock_timeout 5s, statement_timeout 0
begin;
set local lock_timeout = '5s';
set local statement_timeout = 0;
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Disable trigger app.deep.second of a partition.
alter table only app.deep disable trigger second;

-- Disable trigger app.deep.first of a partition.
alter table only app.deep disable trigger first;

commit;

-- step 2: undoes 7, transaction, lock_timeout 5s, statement_timeout 0
begin;
set local lock_timeout = '5s';
set local statement_timeout = 0;
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Disable trigger app.c_part.second of a partition.
alter table only app.c_part disable trigger second;

-- Drop table app.c_part.
alter table app.deep detach partition app.c_part;
drop table app.c_part;

commit;

-- step 3: undoes 6, transaction, lock_timeout 5s, statement_timeout 0
begin;
set local lock_timeout = '5s';
set local statement_timeout = 0;
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Enable for every session trigger app.a_part.first of a partition.
alter table only app.a_part enable always trigger first;

commit;

-- step 4: undoes 5, transaction, lock_timeout 5s, statement_timeout 0
begin;
set local lock_timeout = '5s';
set local statement_timeout = 0;
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Enable trigger app.events.first.
alter table app.events enable trigger first;

-- Create trigger app.events.third.
create trigger third
  after update on app.events
  for each row
  execute function app.touch();

commit;

-- step 5: undoes 4, transaction, lock_timeout 5s, statement_timeout 0
begin;
set local lock_timeout = '5s';
set local statement_timeout = 0;
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Disable trigger app.plain.third of a partition.
alter table only app.plain disable trigger third;

-- Disable trigger app.plain.first of a partition.
alter table only app.plain disable trigger first;

commit;

-- step 6: undoes 3, transaction, lock_timeout 5s, statement_timeout 0
begin;
set local lock_timeout = '5s';
set local statement_timeout = 0;
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Enable for replicas alone trigger app.deep.third of a partition.
alter table only app.deep enable replica trigger third;

-- Disable trigger app.deep.first of a partition.
alter table only app.deep disable trigger first;

commit;

-- step 7: undoes 2, transaction, lock_timeout 5s, statement_timeout 0
begin;
set local lock_timeout = '5s';
set local statement_timeout = 0;
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Enable trigger app.b_part.second of a partition.
alter table only app.b_part enable trigger second;

commit;

-- step 8: undoes 1, transaction, lock_timeout 5s, statement_timeout 0
begin;
set local lock_timeout = '5s';
set local statement_timeout = 0;
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Enable for every session trigger app.a_part.first of a partition.
alter table only app.a_part enable always trigger first;

commit;

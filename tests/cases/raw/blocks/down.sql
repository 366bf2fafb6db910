-- label: exact

-- step 1: undoes 3, transaction, lock_timeout 5s, statement_timeout 0
begin;
set local lock_timeout = '5s';
set local statement_timeout = 0;
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Drop raw SQL app.fresh.
set local search_path = pg_catalog, app, public;
drop type fresh;
set local search_path = pg_catalog, public;

commit;

-- step 2: undoes 2, transaction, lock_timeout 5s, statement_timeout 0
begin;
set local lock_timeout = '5s';
set local statement_timeout = 0;
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Replace raw SQL app.by_number.
set local search_path = pg_catalog, app, public;
drop operator === (integer, integer);
drop operator family by_number using btree;
create operator class by_number for type integer using btree as
  operator 1 <, operator 2 <=, operator 3 =, operator 4 >=, operator 5 >,
  function 1 compare(integer, integer);
set local search_path = pg_catalog, public;

commit;

-- step 3: undoes 1, transaction, lock_timeout 5s, statement_timeout 0
begin;
set local lock_timeout = '5s';
set local statement_timeout = 0;
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Create raw SQL app.gone.
set local search_path = pg_catalog, app, public;
create type gone as enum ();
set local search_path = pg_catalog, public;

commit;

-- step 1: transaction, lock_timeout 5s, statement_timeout 1min
begin;
set local lock_timeout = '5s';
set local statement_timeout = '1min';
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Rename index app.by_a to fluxc_aside_f8ae5f496e46.
alter index app.by_a rename to fluxc_aside_f8ae5f496e46;

commit;

-- step 2: transaction, lock_timeout 5s, statement_timeout 1min
begin;
set local lock_timeout = '5s';
set local statement_timeout = '1min';
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Rename index app.by_b to by_a.
alter index app.by_b rename to by_a;

commit;

-- step 3: transaction, lock_timeout 5s, statement_timeout 1min
begin;
set local lock_timeout = '5s';
set local statement_timeout = '1min';
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Rename index app.fluxc_aside_f8ae5f496e46 to by_b.
alter index app.fluxc_aside_f8ae5f496e46 rename to by_b;

commit;

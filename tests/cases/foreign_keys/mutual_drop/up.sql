-- hazard: deletes-data app.nests.best
-- hazard: deletes-data app.eggs
-- hazard: deletes-data app.chickens

-- step 1: transaction, lock_timeout 5s, statement_timeout 0
begin;
set local lock_timeout = '5s';
set local statement_timeout = 0;
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Drop foreign key app.chickens.chickens_egg_id_fkey.
alter table app.chickens drop constraint chickens_egg_id_fkey;

commit;

-- step 2: transaction, lock_timeout 5s, statement_timeout 0
begin;
set local lock_timeout = '5s';
set local statement_timeout = 0;
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Drop foreign key app.nests.nests_best_fkey.
alter table app.nests drop constraint nests_best_fkey;

commit;

-- step 3: transaction, lock_timeout 5s, statement_timeout 0
begin;
set local lock_timeout = '5s';
set local statement_timeout = 0;
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Drop index app.nests_best_idx.
drop index app.nests_best_idx;

-- Drop column app.nests.best.
alter table app.nests drop column best;

commit;

-- step 4: transaction, lock_timeout 5s, statement_timeout 0
begin;
set local lock_timeout = '5s';
set local statement_timeout = 0;
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Drop table app.eggs.
drop table app.eggs;

commit;

-- step 5: transaction, lock_timeout 5s, statement_timeout 0
begin;
set local lock_timeout = '5s';
set local statement_timeout = 0;
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Drop table app.chickens.
drop table app.chickens;

commit;

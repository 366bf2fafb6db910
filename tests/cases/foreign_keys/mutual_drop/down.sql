-- label: structure only
-- reason: the values of column app.nests.best cannot come back
-- reason: the rows of table app.eggs cannot come back
-- reason: the rows of table app.chickens cannot come back
-- hazard: builds-index app.nests.nests_best_idx
-- hazard: scans-table app.nests.nests_best_fkey

-- step 1: undoes 6, transaction, lock_timeout 5s, statement_timeout 0
begin;
set local lock_timeout = '5s';
set local statement_timeout = 0;
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Create table app.chickens.
create table app.chickens (
  id bigint not null,
  egg_id bigint,
  constraint chickens_pkey primary key (id)
);

-- Create index app.chickens_egg_id_idx.
create index chickens_egg_id_idx on app.chickens (egg_id);

commit;

-- step 2: undoes 5, transaction, lock_timeout 5s, statement_timeout 0
begin;
set local lock_timeout = '5s';
set local statement_timeout = 0;
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Create table app.eggs.
create table app.eggs (
  id bigint not null,
  chicken_id bigint,
  nest_id bigint not null,
  constraint eggs_pkey primary key (id),
  constraint eggs_chicken_id_fkey foreign key (chicken_id) references app.chickens (id),
  constraint eggs_nest_id_fkey foreign key (nest_id) references app.nests (id)
);

-- Create index app.eggs_chicken_id_idx.
create index eggs_chicken_id_idx on app.eggs (chicken_id);

-- Create index app.eggs_nest_id_idx.
create index eggs_nest_id_idx on app.eggs (nest_id);

commit;

-- step 3: undoes 4, transaction, lock_timeout 5s, statement_timeout 1min
begin;
set local lock_timeout = '5s';
set local statement_timeout = '1min';
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Add column app.nests.best.
alter table app.nests add column best bigint;

commit;

-- step 4: undoes 3, no transaction, lock_timeout 0, statement_timeout 0
-- done when: select indisvalid from pg_catalog.pg_index where indexrelid = pg_catalog.to_regclass('app.nests_best_idx') and indrelid = pg_catalog.to_regclass('app.nests')
-- cleanup: drop index concurrently app.nests_best_idx
set lock_timeout = 0;
set statement_timeout = 0;
set search_path = pg_catalog, public;
set standard_conforming_strings = on;

-- Create index app.nests_best_idx while others read and write the table.
create index concurrently nests_best_idx on app.nests (best);

reset standard_conforming_strings;
reset search_path;
reset statement_timeout;
reset lock_timeout;

-- step 5: undoes 2, no transaction, lock_timeout 5s, statement_timeout 1min
-- done when: select convalidated from pg_catalog.pg_constraint where conrelid = pg_catalog.to_regclass('app.nests') and conname = 'nests_best_fkey'
-- cleanup: set lock_timeout = '5s'; alter table app.nests drop constraint nests_best_fkey; reset lock_timeout
set lock_timeout = '5s';
set statement_timeout = '1min';
set search_path = pg_catalog, public;
set standard_conforming_strings = on;

-- Add foreign key app.nests.nests_best_fkey while others read and write the table.
alter table app.nests add constraint nests_best_fkey foreign key (best) references app.eggs (id) not valid;
set statement_timeout = 0;
alter table app.nests validate constraint nests_best_fkey;

reset standard_conforming_strings;
reset search_path;
reset statement_timeout;
reset lock_timeout;

-- step 6: undoes 1, transaction, lock_timeout 5s, statement_timeout 0
begin;
set local lock_timeout = '5s';
set local statement_timeout = 0;
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Add foreign key app.chickens.chickens_egg_id_fkey.
alter table app.chickens add constraint chickens_egg_id_fkey foreign key (egg_id) references app.eggs (id);

commit;

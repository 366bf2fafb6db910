-- hazard: builds-index app.remade.chosen
-- hazard: blocks-reads app.remade.chosen

-- step 1: transaction, lock_timeout 5s, statement_timeout 0
begin;
set local lock_timeout = '5s';
set local statement_timeout = 0;
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Create table app.new.
create table app.new (
  id integer not null,
  constraint new_pkey primary key (id)
);
alter table app.new replica identity full;

-- Create table app.new_by_key.
create table app.new_by_key (
  id integer not null,
  code text not null,
  constraint new_by_key_pkey primary key (id),
  constraint new_by_key_code_key unique (code)
);
alter table app.new_by_key replica identity using index new_by_key_code_key;

commit;

-- step 2: transaction, lock_timeout 5s, statement_timeout 1min
begin;
set local lock_timeout = '5s';
set local statement_timeout = '1min';
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Change the replica identity of table app.by_full.
alter table app.by_full replica identity default;

-- Have replicas tell rows of app.by_full apart by primary key by_full_pkey.
alter table app.by_full replica identity using index by_full_pkey;

commit;

-- step 3: transaction, lock_timeout 5s, statement_timeout 1min
begin;
set local lock_timeout = '5s';
set local statement_timeout = '1min';
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Have replicas tell rows of app.by_index apart no longer by index by_index_b_idx.
alter table app.by_index replica identity default;

-- Have replicas tell rows of app.by_index apart by unique constraint by_index_a_key.
alter table app.by_index replica identity using index by_index_a_key;

commit;

-- step 4: transaction, lock_timeout 5s, statement_timeout 1min
begin;
set local lock_timeout = '5s';
set local statement_timeout = '1min';
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Drop unique constraint app.by_key.by_key_a_key.
alter table app.by_key replica identity default;
alter table app.by_key drop constraint by_key_a_key;

-- Change the replica identity of table app.by_key.
alter table app.by_key replica identity nothing;

commit;

-- step 5: transaction, lock_timeout 5s, statement_timeout 0
begin;
set local lock_timeout = '5s';
set local statement_timeout = 0;
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Drop index app.chosen.
alter table app.remade replica identity default;
drop index app.chosen;

-- Create index app.chosen.
create unique index chosen on app.remade (a, b);
alter table app.remade replica identity using index chosen;

commit;

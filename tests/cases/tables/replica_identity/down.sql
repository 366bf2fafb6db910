-- label: exact
-- loses: ["app", "new_by_key"]
-- loses: ["app", "new"]
-- hazard: builds-index app.remade.chosen
-- hazard: blocks-writes app.remade.chosen
-- hazard: builds-index app.by_key.by_key_a_key
-- hazard: blocks-reads app.by_key.by_key_a_key
-- hazard: deletes-data app.new_by_key
-- hazard: deletes-data app.new

-- step 1: undoes 5, transaction, lock_timeout 5s, statement_timeout 0
begin;
set local lock_timeout = '5s';
set local statement_timeout = 0;
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Drop index app.chosen.
alter table app.remade replica identity default;
drop index app.chosen;

-- Create index app.chosen.
create unique index chosen on app.remade (a);
alter table app.remade replica identity using index chosen;

commit;

-- step 2: undoes 4, transaction, lock_timeout 5s, statement_timeout 0
begin;
set local lock_timeout = '5s';
set local statement_timeout = 0;
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Change the replica identity of table app.by_key.
alter table app.by_key replica identity default;

-- Add unique constraint app.by_key.by_key_a_key.
alter table app.by_key add constraint by_key_a_key unique (a);
alter table app.by_key replica identity using index by_key_a_key;

commit;

-- step 3: undoes 3, transaction, lock_timeout 5s, statement_timeout 1min
begin;
set local lock_timeout = '5s';
set local statement_timeout = '1min';
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Have replicas tell rows of app.by_index apart no longer by unique constraint by_index_a_key.
alter table app.by_index replica identity default;

-- Have replicas tell rows of app.by_index apart by index by_index_b_idx.
alter table app.by_index replica identity using index by_index_b_idx;

commit;

-- step 4: undoes 2, transaction, lock_timeout 5s, statement_timeout 1min
begin;
set local lock_timeout = '5s';
set local statement_timeout = '1min';
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Have replicas tell rows of app.by_full apart no longer by primary key by_full_pkey.
alter table app.by_full replica identity default;

-- Change the replica identity of table app.by_full.
alter table app.by_full replica identity full;

commit;

-- step 5: undoes 1, transaction, lock_timeout 5s, statement_timeout 1min
begin;
set local lock_timeout = '5s';
set local statement_timeout = '1min';
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Drop table app.new_by_key.
drop table app.new_by_key;

-- Drop table app.new.
drop table app.new;

commit;

-- label: exact
-- loses: ["app", "eggs"]
-- loses: ["app", "chickens"]
-- loses: ["app", "nodes"]
-- hazard: deletes-data app.eggs
-- hazard: deletes-data app.chickens
-- hazard: deletes-data app.nodes

-- step 1: undoes 1, transaction, lock_timeout 5s, statement_timeout 1min
begin;
set local lock_timeout = '5s';
set local statement_timeout = '1min';
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Drop foreign key app.chickens.chickens_egg_id_fkey.
alter table app.chickens drop constraint chickens_egg_id_fkey;

-- Drop index app.eggs_node_id_idx.
drop index app.eggs_node_id_idx;

-- Drop index app.eggs_chicken_id_idx.
drop index app.eggs_chicken_id_idx;

-- Drop table app.eggs.
drop table app.eggs;

-- Drop index app.chickens_egg_id_idx.
drop index app.chickens_egg_id_idx;

-- Drop table app.chickens.
drop table app.chickens;

-- Drop index app.nodes_parent_id_idx.
drop index app.nodes_parent_id_idx;

-- Drop table app.nodes.
drop table app.nodes;

commit;

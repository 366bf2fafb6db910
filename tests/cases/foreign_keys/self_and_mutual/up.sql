-- step 1: transaction, lock_timeout 5s, statement_timeout 0
begin;
set local lock_timeout = '5s';
set local statement_timeout = 0;
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Create table app.nodes.
create table app.nodes (
  id bigint generated always as identity not null,
  parent_id bigint,
  constraint nodes_pkey primary key (id),
  constraint nodes_parent_id_fkey foreign key (parent_id) references app.nodes (id) on delete cascade
);

-- Create index app.nodes_parent_id_idx.
create index nodes_parent_id_idx on app.nodes (parent_id);

-- Create table app.chickens.
create table app.chickens (
  id bigint not null,
  egg_id bigint,
  constraint chickens_pkey primary key (id)
);

-- Create index app.chickens_egg_id_idx.
create index chickens_egg_id_idx on app.chickens (egg_id);

-- Create table app.eggs.
create table app.eggs (
  id bigint not null,
  chicken_id bigint,
  node_id bigint not null,
  constraint eggs_pkey primary key (id),
  constraint eggs_chicken_id_fkey foreign key (chicken_id) references app.chickens (id),
  constraint eggs_node_id_fkey foreign key (node_id) references app.nodes (id)
);

-- Create index app.eggs_chicken_id_idx.
create index eggs_chicken_id_idx on app.eggs (chicken_id);

-- Create index app.eggs_node_id_idx.
create index eggs_node_id_idx on app.eggs (node_id);

-- Add foreign key app.chickens.chickens_egg_id_fkey.
alter table app.chickens add constraint chickens_egg_id_fkey foreign key (egg_id) references app.eggs (id);

commit;

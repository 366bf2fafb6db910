-- label: structure only
-- reason: the values of column app.boxes.depth cannot come back
-- loses: ["app", "boxes", "height"]
-- hazard: rewrites-table app.boxes.volume
-- hazard: blocks-reads app.boxes.volume
-- hazard: rewrites-table app.boxes.area
-- hazard: blocks-reads app.boxes.area
-- hazard: deletes-data app.boxes.height

-- step 1: undoes 1, transaction, lock_timeout 5s, statement_timeout 0
begin;
set local lock_timeout = '5s';
set local statement_timeout = 0;
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Add column app.boxes.depth.
alter table app.boxes add column depth integer default 1 not null;

-- Change the expression of column app.boxes.volume.
alter table app.boxes alter column volume set expression as (width * depth);

-- Change the expression of column app.boxes.area.
alter table app.boxes alter column area set expression as (width * width);

-- Drop column app.boxes.height.
alter table app.boxes drop column height;

commit;

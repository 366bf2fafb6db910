-- decision: drop app.boxes.depth
-- hazard: rewrites-table app.boxes.area
-- hazard: blocks-reads app.boxes.area
-- hazard: rewrites-table app.boxes.volume
-- hazard: blocks-reads app.boxes.volume
-- hazard: deletes-data app.boxes.depth

-- step 1: transaction, lock_timeout 5s, statement_timeout 0
begin;
set local lock_timeout = '5s';
set local statement_timeout = 0;
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Add column app.boxes.height.
alter table app.boxes add column height integer default 2 not null;

-- Change the expression of column app.boxes.area.
alter table app.boxes alter column area set expression as (width * 4);

-- Change the expression of column app.boxes.volume.
alter table app.boxes alter column volume set expression as (width * height);

-- Drop column app.boxes.depth.
alter table app.boxes drop column depth;

commit;

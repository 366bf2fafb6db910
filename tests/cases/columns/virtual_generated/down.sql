-- label: exact
-- hazard: rewrites-table app.boxes.side
-- hazard: blocks-reads app.boxes.side

-- step 1: undoes 1, transaction, lock_timeout 5s, statement_timeout 0
begin;
set local lock_timeout = '5s';
set local statement_timeout = 0;
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Change the expression of column app.boxes.area.
alter table app.boxes alter column area set expression as (width * height);

-- Drop column app.boxes.side.
alter table app.boxes drop column side;

-- Drop column app.boxes.more.
alter table app.boxes drop column more;

-- Add column app.boxes.side.
alter table app.boxes add column side integer generated always as (width + height) stored not null;

commit;

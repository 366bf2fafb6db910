-- label: structure only
-- reason: values of column app.parts.code that were written since cannot come back
-- loses: ["app", "parts", "code"]
-- hazard: deletes-data app.parts.code
-- hazard: rewrites-table app.parts.code
-- hazard: blocks-reads app.parts.code
-- hazard: builds-index app.parts.parts_code_key
-- hazard: blocks-reads app.parts.parts_code_key
-- hazard: scans-table app.stock.stock_part_fkey
-- hazard: blocks-writes app.stock.stock_part_fkey
-- hazard: scans-table app.parts.parts_other_fkey
-- hazard: blocks-writes app.parts.parts_other_fkey

-- step 1: undoes 1, transaction, lock_timeout 5s, statement_timeout 0
begin;
set local lock_timeout = '5s';
set local statement_timeout = 0;
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Drop foreign key app.parts.parts_other_fkey.
alter table app.parts drop constraint parts_other_fkey;

-- Drop foreign key app.stock.stock_part_fkey.
alter table app.stock drop constraint stock_part_fkey;

-- Drop unique constraint app.parts.parts_code_key.
alter table app.parts drop constraint parts_code_key;

-- Drop column app.parts.code.
alter table app.parts drop column code;

-- Add column app.parts.code.
alter table app.parts add column code text generated always as (lpad('', number, 'P')) stored not null;

-- Add unique constraint app.parts.parts_code_key.
alter table app.parts add constraint parts_code_key unique (code);

-- Add foreign key app.stock.stock_part_fkey.
alter table app.stock add constraint stock_part_fkey foreign key (part) references app.parts (code);

-- Add foreign key app.parts.parts_other_fkey.
alter table app.parts add constraint parts_other_fkey foreign key (other) references app.parts (code);

commit;

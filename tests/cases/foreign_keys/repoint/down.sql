-- label: exact
-- hazard: scans-table app.c.c_ref_fkey
-- hazard: blocks-writes app.c.c_ref_fkey

-- step 1: undoes 2 1, transaction, lock_timeout 5s, statement_timeout 0
begin;
set local lock_timeout = '5s';
set local statement_timeout = 0;
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Drop foreign key app.c.c_ref_fkey.
alter table app.c drop constraint c_ref_fkey;

-- Add foreign key app.c.c_ref_fkey.
alter table app.c add constraint c_ref_fkey foreign key (ref) references app.a (id);

commit;

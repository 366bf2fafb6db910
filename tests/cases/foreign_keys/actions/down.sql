-- label: exact
-- hazard: scans-table app.b.b_z_fkey
-- hazard: blocks-writes app.b.b_z_fkey
-- hazard: scans-table app.b.b_y_fkey
-- hazard: blocks-writes app.b.b_y_fkey
-- hazard: scans-table app.b.b_x_fkey
-- hazard: blocks-writes app.b.b_x_fkey
-- hazard: scans-table app.b.b_w_fkey
-- hazard: blocks-writes app.b.b_w_fkey

-- step 1: undoes 8 7 6 5 4, transaction, lock_timeout 5s, statement_timeout 0
begin;
set local lock_timeout = '5s';
set local statement_timeout = 0;
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Drop foreign key app.b.b_z_fkey.
alter table app.b drop constraint b_z_fkey;

-- Add foreign key app.b.b_z_fkey.
alter table app.b add constraint b_z_fkey foreign key (z) references app.a (id);

commit;

-- step 2: undoes 3, transaction, lock_timeout 5s, statement_timeout 0
begin;
set local lock_timeout = '5s';
set local statement_timeout = 0;
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Drop foreign key app.b.b_y_fkey.
alter table app.b drop constraint b_y_fkey;

-- Add foreign key app.b.b_y_fkey.
alter table app.b add constraint b_y_fkey foreign key (y) references app.a (id);

commit;

-- step 3: undoes 2, transaction, lock_timeout 5s, statement_timeout 0
begin;
set local lock_timeout = '5s';
set local statement_timeout = 0;
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Drop foreign key app.b.b_x_fkey.
alter table app.b drop constraint b_x_fkey;

-- Add foreign key app.b.b_x_fkey.
alter table app.b add constraint b_x_fkey foreign key (x) references app.a (id) on delete cascade;

commit;

-- step 4: undoes 1, transaction, lock_timeout 5s, statement_timeout 0
begin;
set local lock_timeout = '5s';
set local statement_timeout = 0;
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Drop foreign key app.b.b_w_fkey.
alter table app.b drop constraint b_w_fkey;

-- Add foreign key app.b.b_w_fkey.
alter table app.b add constraint b_w_fkey foreign key (w) references app.a (id);

commit;

-- hazard: builds-index app.b.b_x_y_idx
-- hazard: blocks-writes app.b.b_x_y_idx
-- hazard: scans-table app.b.b_other_fkey
-- hazard: blocks-writes app.b.b_other_fkey
-- hazard: scans-table app.b.b_x_y_fkey
-- hazard: blocks-writes app.b.b_x_y_fkey

-- step 1: transaction, lock_timeout 5s, statement_timeout 0
begin;
set local lock_timeout = '5s';
set local statement_timeout = 0;
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Create index app.b_x_y_idx.
create index b_x_y_idx on app.b (x, y);

commit;

-- step 2: transaction, lock_timeout 5s, statement_timeout 0
begin;
set local lock_timeout = '5s';
set local statement_timeout = 0;
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Add foreign key app.b.b_other_fkey.
alter table app.b add constraint b_other_fkey foreign key (z, y) references app.a (x, y);
comment on constraint b_other_fkey on app.b is 'The other way.';

commit;

-- step 3: transaction, lock_timeout 5s, statement_timeout 0
begin;
set local lock_timeout = '5s';
set local statement_timeout = 0;
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Add foreign key app.b.b_x_y_fkey.
alter table app.b add constraint b_x_y_fkey foreign key (x, y) references app.a (x, y);

commit;

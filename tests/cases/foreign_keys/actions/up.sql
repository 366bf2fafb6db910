-- hazard: scans-table app.b.b_w_fkey
-- hazard: scans-table app.b.b_x_fkey
-- hazard: scans-table app.b.b_y_fkey
-- hazard: scans-table app.b.b_z_fkey

-- step 1: transaction, lock_timeout 5s, statement_timeout 1min
begin;
set local lock_timeout = '5s';
set local statement_timeout = '1min';
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Replace foreign key app.b.b_w_fkey, for rows to come.
alter table app.b drop constraint b_w_fkey, add constraint b_w_fkey foreign key (w) references app.a (id) on delete restrict not valid;

commit;

-- step 2: transaction, lock_timeout 5s, statement_timeout 1min
begin;
set local lock_timeout = '5s';
set local statement_timeout = '1min';
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Replace foreign key app.b.b_x_fkey, for rows to come.
alter table app.b drop constraint b_x_fkey, add constraint b_x_fkey foreign key (x) references app.a (id) on delete set null not valid;

commit;

-- step 3: transaction, lock_timeout 5s, statement_timeout 1min
begin;
set local lock_timeout = '5s';
set local statement_timeout = '1min';
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Replace foreign key app.b.b_y_fkey, for rows to come.
alter table app.b drop constraint b_y_fkey, add constraint b_y_fkey foreign key (y) references app.a (id) on update cascade not valid;

commit;

-- step 4: transaction, lock_timeout 5s, statement_timeout 1min
begin;
set local lock_timeout = '5s';
set local statement_timeout = '1min';
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Replace foreign key app.b.b_z_fkey, for rows to come.
alter table app.b drop constraint b_z_fkey, add constraint b_z_fkey foreign key (z) references app.a (id) on delete set default on update restrict not valid;

commit;

-- step 5: transaction, lock_timeout 5s, statement_timeout 0
begin;
set local lock_timeout = '5s';
set local statement_timeout = 0;
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Validate foreign key app.b.b_w_fkey.
alter table app.b validate constraint b_w_fkey;

commit;

-- step 6: transaction, lock_timeout 5s, statement_timeout 0
begin;
set local lock_timeout = '5s';
set local statement_timeout = 0;
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Validate foreign key app.b.b_x_fkey.
alter table app.b validate constraint b_x_fkey;

commit;

-- step 7: transaction, lock_timeout 5s, statement_timeout 0
begin;
set local lock_timeout = '5s';
set local statement_timeout = 0;
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Validate foreign key app.b.b_y_fkey.
alter table app.b validate constraint b_y_fkey;

commit;

-- step 8: transaction, lock_timeout 5s, statement_timeout 0
begin;
set local lock_timeout = '5s';
set local statement_timeout = 0;
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Validate foreign key app.b.b_z_fkey.
alter table app.b validate constraint b_z_fkey;

commit;

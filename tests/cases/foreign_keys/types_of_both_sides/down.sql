-- label: structure only
-- reason: values of column app.a.id as they were before the change of type cannot come back
-- reason: values of column app.b.id as they were before the change of type cannot come back
-- reason: values of column app.c.b_id as they were before the change of type cannot come back
-- hazard: rewrites-table app.c.b_id
-- hazard: blocks-reads app.c.b_id
-- hazard: scans-table app.c.positive
-- hazard: blocks-reads app.c.positive
-- hazard: builds-index app.c.c_n_idx
-- hazard: blocks-writes app.c.c_n_idx
-- hazard: rewrites-table app.b.id
-- hazard: blocks-reads app.b.id
-- hazard: rewrites-table app.a.id
-- hazard: blocks-reads app.a.id
-- hazard: scans-table app.c.c_b_id_fkey
-- hazard: blocks-writes app.c.c_b_id_fkey
-- hazard: scans-table app.b.b_id_fkey
-- hazard: blocks-writes app.b.b_id_fkey

-- step 1: undoes 10 9, transaction, lock_timeout 5s, statement_timeout 1min
begin;
set local lock_timeout = '5s';
set local statement_timeout = '1min';
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Drop foreign key app.c.c_b_id_fkey.
alter table app.c drop constraint c_b_id_fkey;

commit;

-- step 2: undoes 8 7, transaction, lock_timeout 5s, statement_timeout 1min
begin;
set local lock_timeout = '5s';
set local statement_timeout = '1min';
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Drop foreign key app.b.b_id_fkey.
alter table app.b drop constraint b_id_fkey;

commit;

-- step 3: undoes 6 5, transaction, lock_timeout 5s, statement_timeout 0
begin;
set local lock_timeout = '5s';
set local statement_timeout = 0;
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Drop check app.c.positive.
alter table app.c drop constraint positive;

-- Drop index app.c_n_idx.
drop index app.c_n_idx;

-- Change the type of column app.c.b_id from uuid to integer.
alter table app.c alter column b_id type integer using b_id::text::integer;

-- Add check app.c.positive.
alter table app.c add constraint positive check (b_id > 0);

-- Create index app.c_n_idx.
create index c_n_idx on app.c (n) where b_id > 5;

commit;

-- step 4: undoes 4, transaction, lock_timeout 5s, statement_timeout 0
begin;
set local lock_timeout = '5s';
set local statement_timeout = 0;
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Change the type of column app.b.id from uuid to integer.
alter table app.b alter column id type integer using id::text::integer;

commit;

-- step 5: undoes 3, transaction, lock_timeout 5s, statement_timeout 0
begin;
set local lock_timeout = '5s';
set local statement_timeout = 0;
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Change the type of column app.a.id from uuid to integer.
alter table app.a alter column id type integer using id::text::integer;

commit;

-- step 6: undoes 2, transaction, lock_timeout 5s, statement_timeout 0
begin;
set local lock_timeout = '5s';
set local statement_timeout = 0;
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Add foreign key app.c.c_b_id_fkey.
alter table app.c add constraint c_b_id_fkey foreign key (b_id) references app.b (id);

commit;

-- step 7: undoes 1, transaction, lock_timeout 5s, statement_timeout 0
begin;
set local lock_timeout = '5s';
set local statement_timeout = 0;
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Add foreign key app.b.b_id_fkey.
alter table app.b add constraint b_id_fkey foreign key (id) references app.a (id) on delete cascade;

commit;

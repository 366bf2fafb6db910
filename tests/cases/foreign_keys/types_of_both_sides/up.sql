-- hazard: rewrites-table app.a.id
-- hazard: blocks-reads app.a.id
-- hazard: rewrites-table app.b.id
-- hazard: blocks-reads app.b.id
-- hazard: rewrites-table app.c.b_id
-- hazard: blocks-reads app.c.b_id
-- hazard: builds-index app.c.c_n_idx
-- hazard: blocks-reads app.c.c_n_idx
-- hazard: scans-table app.c.positive
-- hazard: scans-table app.b.b_id_fkey
-- hazard: scans-table app.c.c_b_id_fkey

-- step 1: transaction, lock_timeout 5s, statement_timeout 1min
begin;
set local lock_timeout = '5s';
set local statement_timeout = '1min';
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Drop foreign key app.b.b_id_fkey.
alter table app.b drop constraint b_id_fkey;

commit;

-- step 2: transaction, lock_timeout 5s, statement_timeout 1min
begin;
set local lock_timeout = '5s';
set local statement_timeout = '1min';
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Drop foreign key app.c.c_b_id_fkey.
alter table app.c drop constraint c_b_id_fkey;

commit;

-- step 3: transaction, lock_timeout 5s, statement_timeout 0
begin;
set local lock_timeout = '5s';
set local statement_timeout = 0;
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Change the type of column app.a.id from integer to uuid.
alter table app.a alter column id type uuid using lpad(id::text, 32, '0')::uuid;

commit;

-- step 4: transaction, lock_timeout 5s, statement_timeout 0
begin;
set local lock_timeout = '5s';
set local statement_timeout = 0;
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Change the type of column app.b.id from integer to uuid.
alter table app.b alter column id type uuid using lpad(id::text, 32, '0')::uuid;

commit;

-- step 5: transaction, lock_timeout 5s, statement_timeout 0
begin;
set local lock_timeout = '5s';
set local statement_timeout = 0;
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Drop index app.c_n_idx.
drop index app.c_n_idx;

-- Drop check app.c.positive.
alter table app.c drop constraint positive;

-- Change the type of column app.c.b_id from integer to uuid.
alter table app.c alter column b_id type uuid using lpad(b_id::text, 32, '0')::uuid;

-- Create index app.c_n_idx.
create index c_n_idx on app.c (n) where b_id is null;

-- Add check app.c.positive, for rows to come.
alter table app.c add constraint positive check (b_id is not null) not valid;

commit;

-- step 6: transaction, lock_timeout 5s, statement_timeout 0
begin;
set local lock_timeout = '5s';
set local statement_timeout = 0;
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Validate check app.c.positive.
alter table app.c validate constraint positive;

commit;

-- step 7: transaction, lock_timeout 5s, statement_timeout 1min
begin;
set local lock_timeout = '5s';
set local statement_timeout = '1min';
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Add foreign key app.b.b_id_fkey, for rows to come.
alter table app.b add constraint b_id_fkey foreign key (id) references app.a (id) on delete cascade not valid;

commit;

-- step 8: transaction, lock_timeout 5s, statement_timeout 0
begin;
set local lock_timeout = '5s';
set local statement_timeout = 0;
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Validate foreign key app.b.b_id_fkey.
alter table app.b validate constraint b_id_fkey;

commit;

-- step 9: transaction, lock_timeout 5s, statement_timeout 1min
begin;
set local lock_timeout = '5s';
set local statement_timeout = '1min';
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Add foreign key app.c.c_b_id_fkey, for rows to come.
alter table app.c add constraint c_b_id_fkey foreign key (b_id) references app.b (id) not valid;

commit;

-- step 10: transaction, lock_timeout 5s, statement_timeout 0
begin;
set local lock_timeout = '5s';
set local statement_timeout = 0;
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Validate foreign key app.c.c_b_id_fkey.
alter table app.c validate constraint c_b_id_fkey;

commit;

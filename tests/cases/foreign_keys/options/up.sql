-- hazard: scans-table app.c.c_two_fkey
-- hazard: builds-index app.c.c_three_idx
-- hazard: blocks-writes app.c.c_three_idx
-- hazard: scans-table app.c.c_a_b_fkey
-- hazard: blocks-writes app.c.c_a_b_fkey
-- hazard: blocks-writes app.c.c_three_fkey

-- step 1: transaction, lock_timeout 5s, statement_timeout 0
begin;
set local lock_timeout = '5s';
set local statement_timeout = 0;
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Drop foreign key app.c.c_a_b_fkey.
alter table app.c drop constraint c_a_b_fkey;

commit;

-- step 2: transaction, lock_timeout 5s, statement_timeout 0
begin;
set local lock_timeout = '5s';
set local statement_timeout = 0;
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Add column app.c.three.
alter table app.c add column three bigint;

-- Change when foreign key app.c.c_one_fkey is checked.
alter table app.c alter constraint c_one_fkey deferrable initially deferred;

-- Validate foreign key app.c.c_two_fkey.
alter table app.c validate constraint c_two_fkey;

-- Create index app.c_three_idx.
create index c_three_idx on app.c (three);

commit;

-- step 3: transaction, lock_timeout 5s, statement_timeout 0
begin;
set local lock_timeout = '5s';
set local statement_timeout = 0;
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Add foreign key app.c.c_a_b_fkey.
alter table app.c add constraint c_a_b_fkey foreign key (a, b) references app.p (a, b) match full on delete set null;

commit;

-- step 4: transaction, lock_timeout 5s, statement_timeout 0
begin;
set local lock_timeout = '5s';
set local statement_timeout = 0;
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Add foreign key app.c.c_three_fkey.
alter table app.c add constraint c_three_fkey foreign key (three) references app.c (id) not enforced;
comment on constraint c_three_fkey on app.c is 'By hand.';

commit;

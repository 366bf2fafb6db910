-- label: exact
-- loses: ["app", "c", "three"]

-- step 1: undoes 4, transaction, lock_timeout 5s, statement_timeout 0
begin;
set local lock_timeout = '5s';
set local statement_timeout = 0;
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Drop foreign key app.c.c_three_fkey.
alter table app.c drop constraint c_three_fkey;

commit;

-- step 2: undoes 3, transaction, lock_timeout 5s, statement_timeout 0
begin;
set local lock_timeout = '5s';
set local statement_timeout = 0;
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Drop foreign key app.c.c_a_b_fkey.
alter table app.c drop constraint c_a_b_fkey;

commit;

-- step 3: undoes 2, transaction, lock_timeout 5s, statement_timeout 0
begin;
set local lock_timeout = '5s';
set local statement_timeout = 0;
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Drop index app.c_three_idx.
drop index app.c_three_idx;

-- Drop foreign key app.c.c_two_fkey.
alter table app.c drop constraint c_two_fkey;

-- Add foreign key app.c.c_two_fkey.
alter table app.c add constraint c_two_fkey foreign key (two) references app.c (id) not valid;

-- Change when foreign key app.c.c_one_fkey is checked.
alter table app.c alter constraint c_one_fkey deferrable initially immediate;

-- Drop column app.c.three.
alter table app.c drop column three;

commit;

-- step 4: undoes 1, transaction, lock_timeout 5s, statement_timeout 0
begin;
set local lock_timeout = '5s';
set local statement_timeout = 0;
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Add foreign key app.c.c_a_b_fkey.
alter table app.c add constraint c_a_b_fkey foreign key (a, b) references app.p (a, b) on delete set null (b) deferrable initially deferred;

commit;

-- hazard: scans-table app.c.c_two_fkey
-- hazard: builds-index app.c.c_three_idx
-- hazard: scans-table app.c.c_a_b_fkey

-- step 1: transaction, lock_timeout 5s, statement_timeout 1min
begin;
set local lock_timeout = '5s';
set local statement_timeout = '1min';
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Add column app.c.three.
alter table app.c add column three bigint;

-- Change when foreign key app.c.c_one_fkey is checked.
alter table app.c alter constraint c_one_fkey deferrable initially deferred;

commit;

-- step 2: transaction, lock_timeout 5s, statement_timeout 1min
begin;
set local lock_timeout = '5s';
set local statement_timeout = '1min';
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Replace foreign key app.c.c_a_b_fkey, for rows to come.
alter table app.c drop constraint c_a_b_fkey, add constraint c_a_b_fkey foreign key (a, b) references app.p (a, b) match full on delete set null not valid;

commit;

-- step 3: transaction, lock_timeout 5s, statement_timeout 0
begin;
set local lock_timeout = '5s';
set local statement_timeout = 0;
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Validate foreign key app.c.c_two_fkey.
alter table app.c validate constraint c_two_fkey;

commit;

-- step 4: no transaction, lock_timeout 0, statement_timeout 0
-- done when: select indisvalid from pg_catalog.pg_index where indexrelid = pg_catalog.to_regclass('app.c_three_idx') and indrelid = pg_catalog.to_regclass('app.c')
-- cleanup: drop index concurrently app.c_three_idx
set lock_timeout = 0;
set statement_timeout = 0;
set search_path = pg_catalog, public;
set standard_conforming_strings = on;

-- Create index app.c_three_idx while others read and write the table.
create index concurrently c_three_idx on app.c (three);

reset standard_conforming_strings;
reset search_path;
reset statement_timeout;
reset lock_timeout;

-- step 5: transaction, lock_timeout 5s, statement_timeout 0
begin;
set local lock_timeout = '5s';
set local statement_timeout = 0;
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Validate foreign key app.c.c_a_b_fkey.
alter table app.c validate constraint c_a_b_fkey;

commit;

-- step 6: transaction, lock_timeout 5s, statement_timeout 1min
begin;
set local lock_timeout = '5s';
set local statement_timeout = '1min';
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Add foreign key app.c.c_three_fkey.
alter table app.c add constraint c_three_fkey foreign key (three) references app.c (id) not enforced;
comment on constraint c_three_fkey on app.c is 'By hand.';

commit;

-- label: exact
-- loses: ["app", "c", "three"]
-- hazard: deletes-data app.c.three

-- step 1: undoes 6, transaction, lock_timeout 5s, statement_timeout 1min
begin;
set local lock_timeout = '5s';
set local statement_timeout = '1min';
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Drop foreign key app.c.c_three_fkey.
alter table app.c drop constraint c_three_fkey;

commit;

-- step 2: undoes 5 4, no transaction, lock_timeout 0, statement_timeout 0
-- done when: select pg_catalog.to_regclass('app.c_three_idx') is null
set lock_timeout = 0;
set statement_timeout = 0;
set search_path = pg_catalog, public;
set standard_conforming_strings = on;

-- Drop index app.c_three_idx while others read and write the table.
drop index concurrently app.c_three_idx;

reset standard_conforming_strings;
reset search_path;
reset statement_timeout;
reset lock_timeout;

-- step 3: undoes 3, transaction, lock_timeout 5s, statement_timeout 1min
begin;
set local lock_timeout = '5s';
set local statement_timeout = '1min';
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Drop foreign key app.c.c_two_fkey.
alter table app.c drop constraint c_two_fkey;

-- Add foreign key app.c.c_two_fkey, for rows to come.
alter table app.c add constraint c_two_fkey foreign key (two) references app.c (id) not valid;

commit;

-- step 4: undoes 2, no transaction, lock_timeout 5s, statement_timeout 1min
-- done when: select null::boolean
set lock_timeout = '5s';
set statement_timeout = '1min';
set search_path = pg_catalog, public;
set standard_conforming_strings = on;

-- Put foreign key app.c.c_a_b_fkey back while others read and write the table.
alter table app.c drop constraint c_a_b_fkey, add constraint c_a_b_fkey foreign key (a, b) references app.p (a, b) on delete set null (b) deferrable initially deferred not valid;
alter table app.c validate constraint c_a_b_fkey;

reset standard_conforming_strings;
reset search_path;
reset statement_timeout;
reset lock_timeout;

-- step 5: undoes 1, transaction, lock_timeout 5s, statement_timeout 1min
begin;
set local lock_timeout = '5s';
set local statement_timeout = '1min';
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Change when foreign key app.c.c_one_fkey is checked.
alter table app.c alter constraint c_one_fkey deferrable initially immediate;

-- Drop column app.c.three.
alter table app.c drop column three;

commit;

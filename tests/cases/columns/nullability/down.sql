-- label: structure only
-- reason: which values of column app.t.a were null before they were filled cannot come back
-- reason: which values of column app.t.d were null before they were filled cannot come back
-- hazard: scans-table app.t.c

-- step 1: undoes 10 9 8 7, transaction, lock_timeout 5s, statement_timeout 1min
begin;
set local lock_timeout = '5s';
set local statement_timeout = '1min';
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;
set local client_min_messages = warning;

-- Take nulls in column app.t.d.
alter table app.t drop constraint if exists d_not_null;
alter table app.t alter column d drop not null;

-- Take nulls in column app.t.b.
alter table app.t drop constraint if exists b_not_null;
alter table app.t alter column b drop not null;

commit;

-- step 2: undoes 6 5, transaction, lock_timeout 5s, statement_timeout 1min
begin;
set local lock_timeout = '5s';
set local statement_timeout = '1min';
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;
set local client_min_messages = warning;

-- Take nulls in column app.t.a.
alter table app.t drop constraint if exists a_not_null;
alter table app.t alter column a drop not null;

commit;

-- step 3: undoes 4 3 2, transaction, lock_timeout 5s, statement_timeout 1min
begin;
set local lock_timeout = '5s';
set local statement_timeout = '1min';
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Drop the default of column app.t.d.
alter table app.t alter column d drop default;

commit;

-- step 4: undoes 1, no transaction, lock_timeout 5s, statement_timeout 1min
-- done when: select case when attnotnull then true when exists (select from pg_catalog.pg_constraint where conrelid = attrelid and conname = 'c_not_null') then false end from pg_catalog.pg_attribute where attrelid = pg_catalog.to_regclass('app.t') and attname = 'c'
-- cleanup: set lock_timeout = '5s'; alter table app.t drop constraint c_not_null; reset lock_timeout
set lock_timeout = '5s';
set statement_timeout = '1min';
set search_path = pg_catalog, public;
set standard_conforming_strings = on;

-- Refuse nulls in column app.t.c while others read and write the table.
alter table app.t add constraint c_not_null check (c is not null) not valid;
set statement_timeout = 0;
alter table app.t validate constraint c_not_null;
set statement_timeout = '1min';
alter table app.t alter column c set not null, drop constraint c_not_null;

reset standard_conforming_strings;
reset search_path;
reset statement_timeout;
reset lock_timeout;

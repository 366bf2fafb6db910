-- label: structure only
-- reason: which values of column app.t.a were null before they were filled cannot come back
-- reason: which values of column app.t.d were null before they were filled cannot come back

-- step 1: undoes 9 8 7 6, transaction, lock_timeout 5s, statement_timeout 0
begin;
set local lock_timeout = '5s';
set local statement_timeout = 0;
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

-- step 2: undoes 5 4, transaction, lock_timeout 5s, statement_timeout 0
begin;
set local lock_timeout = '5s';
set local statement_timeout = 0;
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;
set local client_min_messages = warning;

-- Take nulls in column app.t.a.
alter table app.t drop constraint if exists a_not_null;
alter table app.t alter column a drop not null;

commit;

-- step 3: undoes 3 2 1, transaction, lock_timeout 5s, statement_timeout 0
begin;
set local lock_timeout = '5s';
set local statement_timeout = 0;
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Drop the default of column app.t.d.
alter table app.t alter column d drop default;

-- Refuse nulls in column app.t.c.
alter table app.t alter column c set not null;

commit;

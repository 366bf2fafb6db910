-- hazard: scans-table app.a_handed.id
-- hazard: blocks-reads app.a_handed.id
-- hazard: scans-table app.a_handed.code
-- hazard: blocks-reads app.a_handed.code
-- hazard: builds-index app.a_handed.a_handed_pkey
-- hazard: blocks-reads app.a_handed.a_handed_pkey
-- hazard: scans-table app.taken.code
-- hazard: scans-table app.events_3.note
-- hazard: blocks-reads app.events_3.note

-- step 1: transaction, lock_timeout 5s, statement_timeout 0
begin;
set local lock_timeout = '5s';
set local statement_timeout = 0;
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Change what is said of column app.a_handed.id in its partition.
alter table app.a_handed alter column id set not null;

commit;

-- step 2: transaction, lock_timeout 5s, statement_timeout 1min
begin;
set local lock_timeout = '5s';
set local statement_timeout = '1min';
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Change what is said of column app.events_1.kind in its partition.
alter table app.events_1 alter column kind set default 'one';
alter table app.events_1 alter column kind set not null;

commit;

-- step 3: transaction, lock_timeout 5s, statement_timeout 1min
begin;
set local lock_timeout = '5s';
set local statement_timeout = '1min';
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Set the default of column app.events.kind.
alter table app.events alter column kind set default 'any';

-- Change the options of column app.events.size.
alter table app.events alter column size set (n_distinct = '9');


commit;

-- step 4: transaction, lock_timeout 5s, statement_timeout 1min
begin;
set local lock_timeout = '5s';
set local statement_timeout = '1min';
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Take nulls in column app.handed.code.
alter table app.handed alter column code drop not null;

commit;

-- step 5: transaction, lock_timeout 5s, statement_timeout 0
begin;
set local lock_timeout = '5s';
set local statement_timeout = 0;
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Change what is said of column app.a_handed.code in its partition.
alter table app.a_handed alter column code set not null;

-- Add primary key app.a_handed.a_handed_pkey.
alter table app.a_handed add constraint a_handed_pkey primary key (id, code);

commit;

-- step 6: transaction, lock_timeout 5s, statement_timeout 1min
begin;
set local lock_timeout = '5s';
set local statement_timeout = '1min';
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Drop primary key app.z_taken.z_taken_pkey.
alter table app.z_taken drop constraint z_taken_pkey;

-- Change what is said of column app.z_taken.code in its partition.
alter table app.z_taken alter column code drop not null;

commit;

-- step 7: transaction, lock_timeout 5s, statement_timeout 1min
begin;
set local lock_timeout = '5s';
set local statement_timeout = '1min';
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Refuse nulls in column app.taken.code, of rows to come.
alter table app.taken add constraint code_not_null check (code is not null) not valid;

commit;

-- step 8: transaction, lock_timeout 5s, statement_timeout 0
begin;
set local lock_timeout = '5s';
set local statement_timeout = 0;
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Check that no row has a null in column app.taken.code.
alter table app.taken validate constraint code_not_null;

commit;

-- step 9: transaction, lock_timeout 5s, statement_timeout 1min
begin;
set local lock_timeout = '5s';
set local statement_timeout = '1min';
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Refuse nulls in column app.taken.code.
alter table app.taken alter column code set not null;
alter table app.taken drop constraint code_not_null;

commit;

-- step 10: transaction, lock_timeout 5s, statement_timeout 0
begin;
set local lock_timeout = '5s';
set local statement_timeout = 0;
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Create table app.counts_2.
create table app.counts_2 partition of app.counts (
  n with options default 2
) for values in (2);

commit;

-- step 11: transaction, lock_timeout 5s, statement_timeout 1min
begin;
set local lock_timeout = '5s';
set local statement_timeout = '1min';
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Change what is said of column app.events_1.kind in its partition.
alter table app.events_1 alter column kind set default 'one';
alter table app.events_1 alter column kind set not null;

-- Change what is said of column app.events_1.note in its partition.
alter table app.events_1 alter column note reset (n_distinct);


commit;

-- step 12: transaction, lock_timeout 5s, statement_timeout 1min
begin;
set local lock_timeout = '5s';
set local statement_timeout = '1min';
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Change what is said of column app.events_2.note in its partition.
alter table app.events_2 alter column note drop not null;

commit;

-- step 13: transaction, lock_timeout 5s, statement_timeout 0
begin;
set local lock_timeout = '5s';
set local statement_timeout = 0;
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Change what is said of column app.events_3.kind in its partition.
alter table app.events_3 alter column kind drop default;
alter table app.events_3 alter column kind drop not null;

-- Change what is said of column app.events_3.note in its partition.
alter table app.events_3 alter column note set not null;
comment on column app.events_3.note is 'Always there.';

commit;

-- step 14: transaction, lock_timeout 5s, statement_timeout 0
begin;
set local lock_timeout = '5s';
set local statement_timeout = 0;
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Create table app.events_4.
create table app.events_4 partition of app.events (
  kind with options default null not null,
  size with options default 4
) for values in (4);
alter table app.events_4 alter column size set (n_distinct = '9');

commit;

-- step 15: transaction, lock_timeout 5s, statement_timeout 1min
begin;
set local lock_timeout = '5s';
set local statement_timeout = '1min';
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Change what is said of column app.z_taken.id in its partition.
alter table app.z_taken alter column id drop not null;

commit;

-- label: exact
-- loses: ["app", "events_4"]
-- loses: ["app", "counts_2"]
-- hazard: scans-table app.z_taken.id
-- hazard: blocks-reads app.z_taken.id
-- hazard: deletes-data app.events_4
-- hazard: scans-table app.events_2.note
-- hazard: blocks-reads app.events_2.note
-- hazard: deletes-data app.counts_2
-- hazard: scans-table app.z_taken.code
-- hazard: blocks-reads app.z_taken.code
-- hazard: builds-index app.z_taken.z_taken_pkey
-- hazard: blocks-reads app.z_taken.z_taken_pkey
-- hazard: scans-table app.handed.code

-- step 1: undoes 15, transaction, lock_timeout 5s, statement_timeout 0
begin;
set local lock_timeout = '5s';
set local statement_timeout = 0;
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Change what is said of column app.z_taken.id in its partition.
alter table app.z_taken alter column id set not null;

commit;

-- step 2: undoes 14, transaction, lock_timeout 5s, statement_timeout 1min
begin;
set local lock_timeout = '5s';
set local statement_timeout = '1min';
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Drop table app.events_4.
alter table app.events detach partition app.events_4;
drop table app.events_4;

commit;

-- step 3: undoes 13, transaction, lock_timeout 5s, statement_timeout 1min
begin;
set local lock_timeout = '5s';
set local statement_timeout = '1min';
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Change what is said of column app.events_3.note in its partition.
alter table app.events_3 alter column note drop not null;
comment on column app.events_3.note is null;

-- Change what is said of column app.events_3.kind in its partition.
alter table app.events_3 alter column kind set default 'none';
alter table app.events_3 alter column kind drop not null;

commit;

-- step 4: undoes 12, transaction, lock_timeout 5s, statement_timeout 0
begin;
set local lock_timeout = '5s';
set local statement_timeout = 0;
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Change what is said of column app.events_2.note in its partition.
alter table app.events_2 alter column note set not null;

commit;

-- step 5: undoes 11, transaction, lock_timeout 5s, statement_timeout 1min
begin;
set local lock_timeout = '5s';
set local statement_timeout = '1min';
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Change what is said of column app.events_1.note in its partition.
alter table app.events_1 alter column note set (n_distinct = '5');


-- Change what is said of column app.events_1.kind in its partition.
alter table app.events_1 alter column kind set default 'one';
alter table app.events_1 alter column kind set not null;

commit;

-- step 6: undoes 10, transaction, lock_timeout 5s, statement_timeout 1min
begin;
set local lock_timeout = '5s';
set local statement_timeout = '1min';
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Drop table app.counts_2.
alter table app.counts detach partition app.counts_2;
drop table app.counts_2;

commit;

-- step 7: undoes 9 8 7, transaction, lock_timeout 5s, statement_timeout 1min
begin;
set local lock_timeout = '5s';
set local statement_timeout = '1min';
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;
set local client_min_messages = warning;

-- Take nulls in column app.taken.code.
alter table app.taken drop constraint if exists code_not_null;
alter table app.taken alter column code drop not null;

commit;

-- step 8: undoes 6, transaction, lock_timeout 5s, statement_timeout 0
begin;
set local lock_timeout = '5s';
set local statement_timeout = 0;
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Change what is said of column app.z_taken.code in its partition.
alter table app.z_taken alter column code set not null;

-- Add primary key app.z_taken.z_taken_pkey.
alter table app.z_taken add constraint z_taken_pkey primary key (id, code);

commit;

-- step 9: undoes 5, transaction, lock_timeout 5s, statement_timeout 1min
begin;
set local lock_timeout = '5s';
set local statement_timeout = '1min';
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Drop primary key app.a_handed.a_handed_pkey.
alter table app.a_handed drop constraint a_handed_pkey;

-- Change what is said of column app.a_handed.code in its partition.
alter table app.a_handed alter column code drop not null;

commit;

-- step 10: undoes 4, no transaction, lock_timeout 5s, statement_timeout 1min
-- done when: select case when attnotnull then true when exists (select from pg_catalog.pg_constraint where conrelid = attrelid and conname = 'code_not_null') then false end from pg_catalog.pg_attribute where attrelid = pg_catalog.to_regclass('app.handed') and attname = 'code'
-- cleanup: set lock_timeout = '5s'; alter table app.handed drop constraint code_not_null; reset lock_timeout
set lock_timeout = '5s';
set statement_timeout = '1min';
set search_path = pg_catalog, public;
set standard_conforming_strings = on;

-- Refuse nulls in column app.handed.code while others read and write the table.
alter table app.handed add constraint code_not_null check (code is not null) not valid;
set statement_timeout = 0;
alter table app.handed validate constraint code_not_null;
set statement_timeout = '1min';
alter table app.handed alter column code set not null, drop constraint code_not_null;

reset standard_conforming_strings;
reset search_path;
reset statement_timeout;
reset lock_timeout;

-- step 11: undoes 3, transaction, lock_timeout 5s, statement_timeout 1min
begin;
set local lock_timeout = '5s';
set local statement_timeout = '1min';
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Change the options of column app.events.size.
alter table app.events alter column size reset (n_distinct);


-- Set the default of column app.events.kind.
alter table app.events alter column kind set default 'none';

commit;

-- step 12: undoes 2, transaction, lock_timeout 5s, statement_timeout 1min
begin;
set local lock_timeout = '5s';
set local statement_timeout = '1min';
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Change what is said of column app.events_1.kind in its partition.
alter table app.events_1 alter column kind set default 'one';
alter table app.events_1 alter column kind set not null;

commit;

-- step 13: undoes 1, transaction, lock_timeout 5s, statement_timeout 1min
begin;
set local lock_timeout = '5s';
set local statement_timeout = '1min';
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Change what is said of column app.a_handed.id in its partition.
alter table app.a_handed alter column id drop not null;

commit;

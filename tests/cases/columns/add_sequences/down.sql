-- label: exact
-- loses: ["app", "c", "id"]
-- loses: ["app", "b", "id"]
-- loses: ["app", "a", "id"]
-- hazard: deletes-data app.c.id
-- hazard: deletes-data app.b.id
-- hazard: deletes-data app.a.id

-- step 1: undoes 17, transaction, lock_timeout 5s, statement_timeout 1min
begin;
set local lock_timeout = '5s';
set local statement_timeout = '1min';
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Make identity column app.c.id a plain one.
alter table app.c alter column id drop identity;

commit;

-- step 2: undoes 16 15, transaction, lock_timeout 5s, statement_timeout 1min
begin;
set local lock_timeout = '5s';
set local statement_timeout = '1min';
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;
set local client_min_messages = warning;

-- Take nulls in column app.c.id.
alter table app.c drop constraint if exists id_not_null;
alter table app.c alter column id drop not null;

commit;

-- step 3: undoes 14 13, transaction, lock_timeout 5s, statement_timeout 1min
begin;
set local lock_timeout = '5s';
set local statement_timeout = '1min';
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Drop column app.c.id.
alter table app.c drop column id;

commit;

-- step 4: undoes 12 11, transaction, lock_timeout 5s, statement_timeout 1min
begin;
set local lock_timeout = '5s';
set local statement_timeout = '1min';
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;
set local client_min_messages = warning;

-- Drop primary key app.b.b_pkey.
alter table app.b drop constraint if exists b_pkey;
drop index if exists app.b_pkey;

commit;

-- step 5: undoes 10 9, transaction, lock_timeout 5s, statement_timeout 1min
begin;
set local lock_timeout = '5s';
set local statement_timeout = '1min';
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;
set local client_min_messages = warning;

-- Take nulls in column app.b.id.
alter table app.b drop constraint if exists id_not_null;
alter table app.b alter column id drop not null;

commit;

-- step 6: undoes 8 7, transaction, lock_timeout 5s, statement_timeout 1min
begin;
set local lock_timeout = '5s';
set local statement_timeout = '1min';
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Drop column app.b.id.
alter table app.b drop column id;

commit;

-- step 7: undoes 6, transaction, lock_timeout 5s, statement_timeout 1min
begin;
set local lock_timeout = '5s';
set local statement_timeout = '1min';
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Make identity column app.a.id a plain one.
alter table app.a alter column id drop identity;

commit;

-- step 8: undoes 5, transaction, lock_timeout 5s, statement_timeout 1min
begin;
set local lock_timeout = '5s';
set local statement_timeout = '1min';
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;
set local client_min_messages = warning;

-- Drop primary key app.a.a_pkey.
alter table app.a drop constraint if exists a_pkey;
drop index if exists app.a_pkey;

commit;

-- step 9: undoes 4 3, transaction, lock_timeout 5s, statement_timeout 1min
begin;
set local lock_timeout = '5s';
set local statement_timeout = '1min';
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;
set local client_min_messages = warning;

-- Take nulls in column app.a.id.
alter table app.a drop constraint if exists id_not_null;
alter table app.a alter column id drop not null;

commit;

-- step 10: undoes 2 1, transaction, lock_timeout 5s, statement_timeout 1min
begin;
set local lock_timeout = '5s';
set local statement_timeout = '1min';
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Drop column app.a.id.
alter table app.a drop column id;

commit;

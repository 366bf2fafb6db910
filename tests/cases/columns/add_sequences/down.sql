-- label: exact
-- loses: ["app", "c", "id"]
-- loses: ["app", "b", "id"]
-- loses: ["app", "a", "id"]
-- hazard: deletes-data app.c.id
-- hazard: deletes-data app.b.id
-- hazard: deletes-data app.a.id

-- step 1: undoes 7, transaction, lock_timeout 5s, statement_timeout 1min
begin;
set local lock_timeout = '5s';
set local statement_timeout = '1min';
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Drop column app.c.id.
alter table app.c drop column id;

commit;

-- step 2: undoes 6 5, transaction, lock_timeout 5s, statement_timeout 1min
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

-- step 3: undoes 4, transaction, lock_timeout 5s, statement_timeout 1min
begin;
set local lock_timeout = '5s';
set local statement_timeout = '1min';
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Drop column app.b.id.
alter table app.b drop column id;

commit;

-- step 4: undoes 3 2, transaction, lock_timeout 5s, statement_timeout 1min
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

-- step 5: undoes 1, transaction, lock_timeout 5s, statement_timeout 1min
begin;
set local lock_timeout = '5s';
set local statement_timeout = '1min';
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Drop column app.a.id.
alter table app.a drop column id;

commit;

-- label: exact
-- loses: ["app", "c", "id"]
-- loses: ["app", "b", "id"]
-- loses: ["app", "a", "id"]

-- step 1: undoes 3, transaction, lock_timeout 5s, statement_timeout 0
begin;
set local lock_timeout = '5s';
set local statement_timeout = 0;
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Drop column app.c.id.
alter table app.c drop column id;

commit;

-- step 2: undoes 2, transaction, lock_timeout 5s, statement_timeout 0
begin;
set local lock_timeout = '5s';
set local statement_timeout = 0;
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Drop primary key app.b.b_pkey.
alter table app.b drop constraint b_pkey;

-- Drop column app.b.id.
alter table app.b drop column id;

commit;

-- step 3: undoes 1, transaction, lock_timeout 5s, statement_timeout 0
begin;
set local lock_timeout = '5s';
set local statement_timeout = 0;
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Drop primary key app.a.a_pkey.
alter table app.a drop constraint a_pkey;

-- Drop column app.a.id.
alter table app.a drop column id;

commit;

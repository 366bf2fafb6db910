-- label: structure only
-- reason: the rows of table app.a cannot come back
-- loses: ["app", "z"]

-- step 1: undoes 5, transaction, lock_timeout 5s, statement_timeout 0
begin;
set local lock_timeout = '5s';
set local statement_timeout = 0;
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Create table app.a.
create table app.a (
  id integer not null,
  constraint a_pkey primary key (id)
);

commit;

-- step 2: undoes 4 3, transaction, lock_timeout 5s, statement_timeout 0
begin;
set local lock_timeout = '5s';
set local statement_timeout = 0;
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Drop foreign key app.c.c_ref_fkey.
alter table app.c drop constraint c_ref_fkey;

commit;

-- step 3: undoes 2, transaction, lock_timeout 5s, statement_timeout 0
begin;
set local lock_timeout = '5s';
set local statement_timeout = 0;
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Drop table app.z.
drop table app.z;

commit;

-- step 4: undoes 1, transaction, lock_timeout 5s, statement_timeout 0
begin;
set local lock_timeout = '5s';
set local statement_timeout = 0;
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Add foreign key app.c.c_ref_fkey.
alter table app.c add constraint c_ref_fkey foreign key (ref) references app.a (id) on delete cascade;

commit;

-- decision: no-renames
-- hazard: scans-table app.c.c_ref_fkey
-- hazard: deletes-data app.a

-- step 1: transaction, lock_timeout 5s, statement_timeout 0
begin;
set local lock_timeout = '5s';
set local statement_timeout = 0;
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Create table app.z.
create table app.z (
  id integer not null,
  constraint z_pkey primary key (id)
);

commit;

-- step 2: transaction, lock_timeout 5s, statement_timeout 1min
begin;
set local lock_timeout = '5s';
set local statement_timeout = '1min';
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Replace foreign key app.c.c_ref_fkey, for rows to come.
alter table app.c drop constraint c_ref_fkey, add constraint c_ref_fkey foreign key (ref) references app.z (id) on delete cascade not valid;

commit;

-- step 3: transaction, lock_timeout 5s, statement_timeout 0
begin;
set local lock_timeout = '5s';
set local statement_timeout = 0;
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Validate foreign key app.c.c_ref_fkey.
alter table app.c validate constraint c_ref_fkey;

commit;

-- step 4: transaction, lock_timeout 5s, statement_timeout 1min
begin;
set local lock_timeout = '5s';
set local statement_timeout = '1min';
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Drop table app.a.
drop table app.a;

commit;

-- decision: no-renames
-- hazard: scans-table app.visits.visits_user_id_fkey
-- hazard: deletes-data app.users

-- step 1: transaction, lock_timeout 5s, statement_timeout 0
begin;
set local lock_timeout = '5s';
set local statement_timeout = 0;
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Create table app.people.
create table app.people (
  id bigint not null,
  constraint people_pkey primary key (id)
);

commit;

-- step 2: transaction, lock_timeout 5s, statement_timeout 1min
begin;
set local lock_timeout = '5s';
set local statement_timeout = '1min';
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Replace foreign key app.visits.visits_user_id_fkey, for rows to come.
alter table app.visits drop constraint visits_user_id_fkey, add constraint visits_user_id_fkey foreign key (user_id) references app.people (id) not valid;

commit;

-- step 3: transaction, lock_timeout 5s, statement_timeout 0
begin;
set local lock_timeout = '5s';
set local statement_timeout = 0;
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Validate foreign key app.visits.visits_user_id_fkey.
alter table app.visits validate constraint visits_user_id_fkey;

commit;

-- step 4: transaction, lock_timeout 5s, statement_timeout 1min
begin;
set local lock_timeout = '5s';
set local statement_timeout = '1min';
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Drop table app.users.
drop table app.users;

commit;

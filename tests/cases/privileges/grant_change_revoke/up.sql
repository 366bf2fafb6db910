-- decision: no-renames
-- hazard: changes-access app.counted
-- hazard: changes-access app.gone
-- hazard: changes-access app
-- hazard: changes-access app.fresh
-- hazard: changes-access app.users
-- hazard: deletes-data app.gone

-- step 1: transaction, lock_timeout 5s, statement_timeout 1min
begin;
set local lock_timeout = '5s';
set local statement_timeout = '1min';
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Set who may do what with sequence app.counted.
revoke usage on sequence app.counted from app_writer;

-- Set who may do what with table app.gone.
revoke select on table app.gone from app_reader;

commit;

-- step 2: transaction, lock_timeout 5s, statement_timeout 0
begin;
set local lock_timeout = '5s';
set local statement_timeout = 0;
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Create table app.fresh.
create table app.fresh (
  id bigint not null,
  constraint fresh_pkey primary key (id)
);

commit;

-- step 3: transaction, lock_timeout 5s, statement_timeout 1min
begin;
set local lock_timeout = '5s';
set local statement_timeout = '1min';
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Set who may do what with namespace app.
grant usage, create on schema app to app_writer;

-- Set who may do what with table app.fresh.
grant select on table app.fresh to app_reader;

-- Set who may do what with table app.users.
revoke select on table app.users from app_reader;
revoke insert on table app.users from app_writer;
grant select, insert, update, delete, truncate, references, trigger on table app.users to "an ""odd"" role";
grant update, delete on table app.users to app_writer;

commit;

-- step 4: transaction, lock_timeout 5s, statement_timeout 1min
begin;
set local lock_timeout = '5s';
set local statement_timeout = '1min';
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Drop table app.gone.
drop table app.gone;

commit;

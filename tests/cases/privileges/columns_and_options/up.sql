-- hazard: changes-access app.users
-- hazard: changes-access app.users.email
-- hazard: changes-access app.users.id

-- step 1: transaction, lock_timeout 5s, statement_timeout 0
begin;
set local lock_timeout = '5s';
set local statement_timeout = 0;
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Set who may do what with table app.users.
revoke grant option for select on table app.users from app_writer;
grant insert on table app.users to app_writer with grant option;

-- Set who may do what with column app.users.email.
grant update (email) on table app.users to app_reader;
grant select (email) on table app.users to public;

-- Set who may do what with column app.users.id.
grant select (id) on table app.users to app_reader;

commit;

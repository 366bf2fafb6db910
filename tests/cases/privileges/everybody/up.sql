-- hazard: changes-access app.users
-- hazard: changes-access app.level

-- step 1: transaction, lock_timeout 5s, statement_timeout 1min
begin;
set local lock_timeout = '5s';
set local statement_timeout = '1min';
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Set who may do what with table app.users.
revoke all privileges on table app.users from current_user;
revoke select on table app.users from public;
grant all privileges on table app.users to current_user;

-- Set who may do what with enum app.level.
revoke usage on type app.level from public;

commit;

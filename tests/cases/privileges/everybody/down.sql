-- label: exact
-- hazard: changes-access app.level
-- hazard: changes-access app.users

-- step 1: undoes 1, transaction, lock_timeout 5s, statement_timeout 1min
begin;
set local lock_timeout = '5s';
set local statement_timeout = '1min';
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Set who may do what with enum app.level.
grant usage on type app.level to public;

-- Set who may do what with table app.users.
revoke all privileges on table app.users from current_user;
grant insert on table app.users to current_user;
grant select on table app.users to current_user with grant option;
grant select on table app.users to public;

commit;

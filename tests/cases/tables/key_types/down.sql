-- label: exact
-- loses: ["app", "user_roles"]
-- loses: ["app", "users"]
-- hazard: deletes-data app.user_roles
-- hazard: deletes-data app.users

-- step 1: undoes 1, transaction, lock_timeout 5s, statement_timeout 1min
begin;
set local lock_timeout = '5s';
set local statement_timeout = '1min';
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Drop table app.user_roles.
drop table app.user_roles;

-- Drop table app.users.
drop table app.users;

commit;

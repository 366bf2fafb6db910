-- label: exact
-- hazard: changes-access app.orders
-- hazard: changes-access app.kept
-- hazard: changes-access app.users

-- step 1: undoes 3, transaction, lock_timeout 5s, statement_timeout 1min
begin;
set local lock_timeout = '5s';
set local statement_timeout = '1min';
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Set who may do what with table app.orders.
alter table app.orders owner to current_user;
revoke select on table app.orders from app_reader;

commit;

-- step 2: undoes 2, transaction, lock_timeout 5s, statement_timeout 1min
begin;
set local lock_timeout = '5s';
set local statement_timeout = '1min';
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Set who may do what with table app.kept.
alter table app.kept owner to current_user;
grant select on table app.kept to app_owner;
grant insert on table app.kept to app_owner with grant option;

commit;

-- step 3: undoes 1, transaction, lock_timeout 5s, statement_timeout 1min
begin;
set local lock_timeout = '5s';
set local statement_timeout = '1min';
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Set who may do what with table app.users.
alter table app.users owner to app_owner;

commit;

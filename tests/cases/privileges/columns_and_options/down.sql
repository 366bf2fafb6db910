-- label: exact

-- step 1: undoes 1, transaction, lock_timeout 5s, statement_timeout 0
begin;
set local lock_timeout = '5s';
set local statement_timeout = 0;
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Set who may do what with column app.users.id.
revoke select (id) on table app.users from app_reader;

-- Set who may do what with column app.users.email.
revoke update (email) on table app.users from app_reader;
revoke select (email) on table app.users from public;

-- Set who may do what with table app.users.
revoke grant option for insert on table app.users from app_writer;
grant select on table app.users to app_writer with grant option;

commit;

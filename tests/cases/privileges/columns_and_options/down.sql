-- label: exact
-- loses: ["app", "fresh"]
-- hazard: changes-access app.users.id
-- hazard: changes-access app.users.counted
-- hazard: changes-access app.users.email
-- hazard: changes-access app.users
-- hazard: changes-access app.fresh.id
-- hazard: deletes-data app.fresh
-- hazard: changes-access app.users.gone

-- step 1: undoes 4, transaction, lock_timeout 5s, statement_timeout 1min
begin;
set local lock_timeout = '5s';
set local statement_timeout = '1min';
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Set who may do what with sequence app.users_id_seq.
revoke select, update, usage on sequence app.users_id_seq from app_reader;

-- Set who may do what with sequence app.counter.
revoke usage on sequence app.counter from app_reader;
revoke select, update, usage on sequence app.counter from app_writer;

-- Set who may do what with column app.users.id.
revoke select (id) on table app.users from app_reader;

-- Set who may do what with column app.users.email.
revoke update (email) on table app.users from app_reader;
revoke select (email) on table app.users from public;

-- Set who may do what with table app.users.
revoke grant option for insert on table app.users from app_writer;
grant select on table app.users to app_writer with grant option;

-- Set who may do what with sequence app.fresh_id_seq.
revoke all privileges on sequence app.fresh_id_seq from current_user;
revoke usage on sequence app.fresh_id_seq from app_writer;
grant all privileges on sequence app.fresh_id_seq to current_user;

commit;

-- step 2: undoes 3, transaction, lock_timeout 5s, statement_timeout 1min
begin;
set local lock_timeout = '5s';
set local statement_timeout = '1min';
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Make identity column app.users.id a plain one.
alter table app.users alter column id drop identity;

-- Change the sequence of identity column app.users.counted.
alter sequence app.counter rename to users_counted_seq;

commit;

-- step 3: undoes 2, transaction, lock_timeout 5s, statement_timeout 1min
begin;
set local lock_timeout = '5s';
set local statement_timeout = '1min';
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Drop table app.fresh.
drop table app.fresh;

commit;

-- step 4: undoes 1, transaction, lock_timeout 5s, statement_timeout 1min
begin;
set local lock_timeout = '5s';
set local statement_timeout = '1min';
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Set who may do what with sequence app.users_gone_seq.
grant select on sequence app.users_gone_seq to app_reader;

commit;

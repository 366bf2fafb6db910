-- label: exact
-- hazard: changes-access types
-- hazard: changes-access schemas
-- hazard: changes-access functions
-- hazard: changes-access app."tables by app_owner"
-- hazard: changes-access app.tables
-- hazard: changes-access app.sequences

-- step 1: undoes 1, transaction, lock_timeout 5s, statement_timeout 0
begin;
set local lock_timeout = '5s';
set local statement_timeout = 0;
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Set who may do what with new types.
alter default privileges
  grant usage on types to app_reader;

-- Set who may do what with new schemas.
alter default privileges
  revoke usage on schemas from app_reader;

-- Set who may do what with new functions.
alter default privileges
  revoke execute on functions from app_reader;

-- Set who may do what with new tables that app_owner makes in namespace app.
alter default privileges for role app_owner in schema app
  revoke select on tables from app_reader;
alter default privileges for role app_owner in schema app
  grant select on tables to app_owner;

-- Set who may do what with new tables in namespace app.
alter default privileges in schema app
  revoke insert on tables from app_reader;
alter default privileges in schema app
  grant insert on tables to app_writer with grant option;

-- Set who may do what with new sequences in namespace app.
alter default privileges in schema app
  grant usage on sequences to app_writer;

commit;

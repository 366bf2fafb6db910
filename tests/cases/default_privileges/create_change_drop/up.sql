-- hazard: changes-access app.sequences
-- hazard: changes-access app.tables
-- hazard: changes-access app."tables by app_owner"
-- hazard: changes-access functions
-- hazard: changes-access schemas
-- hazard: changes-access types

-- step 1: transaction, lock_timeout 5s, statement_timeout 0
begin;
set local lock_timeout = '5s';
set local statement_timeout = 0;
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Set who may do what with new sequences in namespace app.
alter default privileges in schema app
  revoke usage on sequences from app_writer;

-- Set who may do what with new tables in namespace app.
alter default privileges in schema app
  revoke grant option for insert on tables from app_writer;
alter default privileges in schema app
  grant insert on tables to app_reader;

-- Set who may do what with new tables that app_owner makes in namespace app.
alter default privileges for role app_owner in schema app
  revoke select on tables from app_owner;
alter default privileges for role app_owner in schema app
  grant select on tables to app_reader;

-- Set who may do what with new functions.
alter default privileges
  grant execute on functions to app_reader;

-- Set who may do what with new schemas.
alter default privileges
  grant usage on schemas to app_reader;

-- Set who may do what with new types.
alter default privileges
  revoke usage on types from app_reader;

commit;

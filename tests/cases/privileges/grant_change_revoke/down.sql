-- label: structure only
-- reason: the rows of table app.gone cannot come back
-- loses: ["app", "fresh"]
-- hazard: changes-access app.users
-- hazard: changes-access app.fresh
-- hazard: changes-access app
-- hazard: deletes-data app.fresh
-- hazard: changes-access app.gone
-- hazard: changes-access app.counted

-- step 1: undoes 4, transaction, lock_timeout 5s, statement_timeout 0
begin;
set local lock_timeout = '5s';
set local statement_timeout = 0;
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Create table app.gone.
create table app.gone (
  id bigint not null,
  constraint gone_pkey primary key (id)
);

commit;

-- step 2: undoes 3, transaction, lock_timeout 5s, statement_timeout 1min
begin;
set local lock_timeout = '5s';
set local statement_timeout = '1min';
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Set who may do what with table app.users.
revoke select, insert, update, delete, truncate, references, trigger on table app.users from "an ""odd"" role";
revoke update, delete on table app.users from app_writer;
grant select on table app.users to app_reader;
grant insert on table app.users to app_writer;

-- Set who may do what with table app.fresh.
revoke select on table app.fresh from app_reader;

-- Set who may do what with namespace app.
revoke usage, create on schema app from app_writer;

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

-- Set who may do what with table app.gone.
grant select on table app.gone to app_reader;

-- Set who may do what with sequence app.counted.
grant usage on sequence app.counted to app_writer;

commit;

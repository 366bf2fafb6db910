-- label: exact
-- loses: ["app", "grants"]
-- loses: ["app", "roles"]
-- hazard: deletes-data app.grants
-- hazard: deletes-data app.roles

-- step 1: undoes 2, transaction, lock_timeout 5s, statement_timeout 1min
begin;
set local lock_timeout = '5s';
set local statement_timeout = '1min';
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Drop foreign key app.grants.grants_person_id_fkey.
alter table app.grants drop constraint grants_person_id_fkey;

commit;

-- step 2: undoes 1, transaction, lock_timeout 5s, statement_timeout 1min
begin;
set local lock_timeout = '5s';
set local statement_timeout = '1min';
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Drop index app.grants_role_id_idx.
drop index app.grants_role_id_idx;

-- Drop table app.grants.
drop table app.grants;

-- Drop table app.roles.
drop table app.roles;

commit;

-- fluxc down 0001_chilly_bottle
-- id: 13d4556989e3a406
-- label: exact
-- loses: ["identity", "user_roles"]
-- loses: ["identity", "users"]
-- loses: ["identity", "role_permissions"]
-- loses: ["identity", "roles"]
-- loses: ["identity", "permissions"]
-- checksum: bebeff79d97b5dda32ff51cc9c598439a8249ce54f018dc3cd4daaa6cbecc6ef

-- step 1: undoes 1, transaction, lock_timeout 5s, statement_timeout 0
begin;
set local lock_timeout = '5s';
set local statement_timeout = 0;
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Drop index identity.user_roles_role_id_idx.
drop index identity.user_roles_role_id_idx;

-- Drop table identity.user_roles.
drop table identity.user_roles;

-- Drop table identity.users.
drop table identity.users;

-- Drop index identity.role_permissions_permission_id_idx.
drop index identity.role_permissions_permission_id_idx;

-- Drop table identity.role_permissions.
drop table identity.role_permissions;

-- Drop table identity.roles.
drop table identity.roles;

-- Drop table identity.permissions.
drop table identity.permissions;

-- Drop namespace identity.
drop schema identity;

commit;

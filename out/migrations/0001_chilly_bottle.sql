-- fluxc migration 0001_chilly_bottle
-- id: 13d4556989e3a406
-- parent: none
-- state: pending
-- target: 18
-- fluxc: 0.1.0
-- checksum: 6ee43c445298ea023e58ee44e34be5962e4b413c948f76ae1e068db65506f99b

-- step 1: transaction, lock_timeout 5s, statement_timeout 0
begin;
set local lock_timeout = '5s';
set local statement_timeout = 0;
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Create namespace identity.
create schema identity;
comment on schema identity is 'People, roles and what they may do.';

-- Create table identity.permissions.
create table identity.permissions (
  id bigint generated always as identity not null,
  code character varying(64) not null,
  created_at timestamp with time zone default now() not null,
  updated_at timestamp with time zone default now() not null,
  constraint permissions_pkey primary key (id),
  constraint permissions_code_key unique (code)
);
comment on table identity.permissions is 'What a role may allow.';

-- Create table identity.roles.
create table identity.roles (
  id bigint generated always as identity not null,
  name character varying(64) not null,
  created_at timestamp with time zone default now() not null,
  updated_at timestamp with time zone default now() not null,
  constraint roles_pkey primary key (id),
  constraint roles_name_key unique (name)
);
comment on table identity.roles is 'Named sets of permissions.';

-- Create table identity.role_permissions.
create table identity.role_permissions (
  role_id bigint not null,
  permission_id bigint not null,
  constraint role_permissions_pkey primary key (role_id, permission_id),
  constraint role_permissions_role_id_fkey foreign key (role_id) references identity.roles (id) on delete cascade,
  constraint role_permissions_permission_id_fkey foreign key (permission_id) references identity.permissions (id) on delete cascade
);
comment on table identity.role_permissions is 'Which permissions a role gives.';

-- Create index identity.role_permissions_permission_id_idx.
create index role_permissions_permission_id_idx on identity.role_permissions (permission_id);

-- Create table identity.users.
create table identity.users (
  id bigint generated always as identity not null,
  code character varying(64) not null,
  name character varying(256) not null,
  username character varying(128) not null,
  email character varying(256),
  created_at timestamp with time zone default now() not null,
  updated_at timestamp with time zone default now() not null,
  constraint users_pkey primary key (id),
  constraint users_code_key unique (code)
);
comment on table identity.users is 'People who can sign in.';
comment on column identity.users.code is 'The subject that the identity provider knows the person by.';

-- Create table identity.user_roles.
create table identity.user_roles (
  user_id bigint not null,
  role_id bigint not null,
  constraint user_roles_pkey primary key (user_id, role_id),
  constraint user_roles_user_id_fkey foreign key (user_id) references identity.users (id) on delete cascade,
  constraint user_roles_role_id_fkey foreign key (role_id) references identity.roles (id) on delete cascade
);
comment on table identity.user_roles is 'Which roles a person has.';

-- Create index identity.user_roles_role_id_idx.
create index user_roles_role_id_idx on identity.user_roles (role_id);

commit;

-- delta
-- + namespace identity {"doc":"People, roles and what they may do."}
-- + table identity.permissions {"doc":"What a role may allow."}
-- + column identity.permissions.id {"type":"bigint","identity":"always"}
-- + column identity.permissions.code {"type":"character varying(64)"}
-- + column identity.permissions.created_at {"type":"timestamp with time zone","default":"now()"}
-- + column identity.permissions.updated_at {"type":"timestamp with time zone","default":"now()"}
-- + primary_key identity.permissions.permissions_pkey {"columns":["id"]}
-- + unique identity.permissions.permissions_code_key {"columns":["code"]}
-- + table identity.role_permissions {"doc":"Which permissions a role gives."}
-- + column identity.role_permissions.role_id {"type":"bigint"}
-- + column identity.role_permissions.permission_id {"type":"bigint"}
-- + primary_key identity.role_permissions.role_permissions_pkey {"columns":["role_id","permission_id"]}
-- + foreign_key identity.role_permissions.role_permissions_permission_id_fkey {"columns":["permission_id"],"target":["identity","permissions"],"target_columns":["id"],"on_delete":"cascade"}
-- + foreign_key identity.role_permissions.role_permissions_role_id_fkey {"columns":["role_id"],"target":["identity","roles"],"target_columns":["id"],"on_delete":"cascade"}
-- + index identity.role_permissions.role_permissions_permission_id_idx {"parts":[{"column":"permission_id"}]}
-- + table identity.roles {"doc":"Named sets of permissions."}
-- + column identity.roles.id {"type":"bigint","identity":"always"}
-- + column identity.roles.name {"type":"character varying(64)"}
-- + column identity.roles.created_at {"type":"timestamp with time zone","default":"now()"}
-- + column identity.roles.updated_at {"type":"timestamp with time zone","default":"now()"}
-- + primary_key identity.roles.roles_pkey {"columns":["id"]}
-- + unique identity.roles.roles_name_key {"columns":["name"]}
-- + table identity.user_roles {"doc":"Which roles a person has."}
-- + column identity.user_roles.user_id {"type":"bigint"}
-- + column identity.user_roles.role_id {"type":"bigint"}
-- + primary_key identity.user_roles.user_roles_pkey {"columns":["user_id","role_id"]}
-- + foreign_key identity.user_roles.user_roles_role_id_fkey {"columns":["role_id"],"target":["identity","roles"],"target_columns":["id"],"on_delete":"cascade"}
-- + foreign_key identity.user_roles.user_roles_user_id_fkey {"columns":["user_id"],"target":["identity","users"],"target_columns":["id"],"on_delete":"cascade"}
-- + index identity.user_roles.user_roles_role_id_idx {"parts":[{"column":"role_id"}]}
-- + table identity.users {"doc":"People who can sign in."}
-- + column identity.users.id {"type":"bigint","identity":"always"}
-- + column identity.users.code {"doc":"The subject that the identity provider knows the person by.","type":"character varying(64)"}
-- + column identity.users.name {"type":"character varying(256)"}
-- + column identity.users.username {"type":"character varying(128)"}
-- + column identity.users.email {"type":"character varying(256)","nullable":true}
-- + column identity.users.created_at {"type":"timestamp with time zone","default":"now()"}
-- + column identity.users.updated_at {"type":"timestamp with time zone","default":"now()"}
-- + primary_key identity.users.users_pkey {"columns":["id"]}
-- + unique identity.users.users_code_key {"columns":["code"]}

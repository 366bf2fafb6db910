-- step 1: transaction, lock_timeout 5s, statement_timeout 0
begin;
set local lock_timeout = '5s';
set local statement_timeout = 0;
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Create table app.users.
create table app.users (
  id bigint generated always as identity not null,
  full_name text not null,
  constraint users_pkey primary key (id)
);

-- Create table app.user_roles.
create table app.user_roles (
  user_id bigint not null,
  role_code character varying(8) not null,
  constraint user_roles_pkey primary key (user_id, role_code),
  constraint user_roles_user_id_fkey foreign key (user_id) references app.users (id) on delete cascade
);

commit;

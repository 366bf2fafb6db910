-- step 1: transaction, lock_timeout 5s, statement_timeout 0
begin;
set local lock_timeout = '5s';
set local statement_timeout = 0;
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Create table app.roles.
create table app.roles (
  id bigint not null,
  name text not null,
  constraint roles_pkey primary key (id),
  constraint roles_name_key unique (name)
);

-- Create table app.grants.
create table app.grants (
  person_id bigint not null,
  role_id bigint not null,
  constraint grants_pkey primary key (person_id, role_id),
  constraint grants_role_id_fkey foreign key (role_id) references app.roles (id) on delete cascade
);

-- Create index app.grants_role_id_idx.
create index grants_role_id_idx on app.grants (role_id);

commit;

-- step 2: transaction, lock_timeout 5s, statement_timeout 1min
begin;
set local lock_timeout = '5s';
set local statement_timeout = '1min';
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Add foreign key app.grants.grants_person_id_fkey.
alter table app.grants add constraint grants_person_id_fkey foreign key (person_id) references app.people (id) on delete cascade;

commit;

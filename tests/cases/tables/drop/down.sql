-- label: structure only
-- reason: the rows of table app.pets cannot come back

-- step 1: undoes 1, transaction, lock_timeout 5s, statement_timeout 0
begin;
set local lock_timeout = '5s';
set local statement_timeout = 0;
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Create table app.pets.
create table app.pets (
  id bigserial not null,
  owner_id bigint not null,
  mood app.mood default 'calm' not null,
  name text not null,
  constraint pets_pkey primary key (id),
  constraint pets_owner_id_name_key unique (owner_id, name),
  constraint named check (length(name) > 0),
  constraint pets_owner_id_fkey foreign key (owner_id) references app.people (id) on delete set null
);
comment on table app.pets is 'Animals of people.';
comment on column app.pets.mood is 'Its mood.';

-- Create index app.pets_name_idx.
create index pets_name_idx on app.pets (name) where mood = 'wild';
comment on index app.pets_name_idx is 'Wild ones by name.';

commit;

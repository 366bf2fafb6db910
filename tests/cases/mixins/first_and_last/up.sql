-- hazard: builds-index app.notes.notes_created_at_idx

-- step 1: transaction, lock_timeout 5s, statement_timeout 0
begin;
set local lock_timeout = '5s';
set local statement_timeout = 0;
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Create table app.people.
create table app.people (
  id bigint generated always as identity not null,
  name text not null,
  created_at timestamp with time zone default now() not null,
  constraint people_pkey primary key (id),
  constraint people_name_key unique (name)
);

-- Create index app.people_created_at_idx.
create index people_created_at_idx on app.people (created_at);

-- Create table app.files.
create table app.files (
  id bigint generated always as identity not null,
  owner_id bigint not null,
  path text not null,
  created_at timestamp with time zone default now() not null,
  constraint files_pkey primary key (id),
  constraint files_owner_id_fkey foreign key (owner_id) references app.people (id) on delete cascade
);

-- Create index app.files_created_at_idx.
create index files_created_at_idx on app.files (created_at);

-- Create index app.files_owner_id_idx.
create index files_owner_id_idx on app.files (owner_id);

commit;

-- step 2: transaction, lock_timeout 5s, statement_timeout 1min
begin;
set local lock_timeout = '5s';
set local statement_timeout = '1min';
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Add column app.notes.created_at.
alter table app.notes add column created_at timestamp with time zone default now() not null;

commit;

-- step 3: no transaction, lock_timeout 0, statement_timeout 0
-- done when: select indisvalid from pg_catalog.pg_index where indexrelid = pg_catalog.to_regclass('app.notes_created_at_idx') and indrelid = pg_catalog.to_regclass('app.notes')
-- cleanup: drop index concurrently app.notes_created_at_idx
set lock_timeout = 0;
set statement_timeout = 0;
set search_path = pg_catalog, public;
set standard_conforming_strings = on;

-- Create index app.notes_created_at_idx while others read and write the table.
create index concurrently notes_created_at_idx on app.notes (created_at);

reset standard_conforming_strings;
reset search_path;
reset statement_timeout;
reset lock_timeout;

-- label: structure only
-- reason: the rows of table audit.events cannot come back

-- step 1: undoes 3, transaction, lock_timeout 5s, statement_timeout 0
begin;
set local lock_timeout = '5s';
set local statement_timeout = 0;
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Create namespace audit.
create schema audit;

commit;

-- step 2: undoes 2, transaction, lock_timeout 5s, statement_timeout 0
begin;
set local lock_timeout = '5s';
set local statement_timeout = 0;
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Create enum audit.level.
create type audit.level as enum ('low', 'high');

commit;

-- step 3: undoes 1, transaction, lock_timeout 5s, statement_timeout 0
begin;
set local lock_timeout = '5s';
set local statement_timeout = 0;
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Create table audit.events.
create table audit.events (
  id bigint not null,
  note_id bigint not null,
  level audit.level default 'low' not null,
  constraint events_pkey primary key (id),
  constraint events_note_id_fkey foreign key (note_id) references app.notes (id) on delete cascade
);

-- Create index audit.events_note_id_idx.
create index events_note_id_idx on audit.events (note_id);

commit;

-- step 1: transaction, lock_timeout 5s, statement_timeout 0
begin;
set local lock_timeout = '5s';
set local statement_timeout = 0;
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Create namespace audit.
create schema audit;
comment on schema audit is 'What happened.';

-- Create table audit.events.
create table audit.events (
  id bigint generated always as identity not null,
  note_id bigint,
  constraint events_pkey primary key (id)
);

-- Create index audit.events_note_id_idx.
create index events_note_id_idx on audit.events (note_id);

commit;

-- step 2: transaction, lock_timeout 5s, statement_timeout 1min
begin;
set local lock_timeout = '5s';
set local statement_timeout = '1min';
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Add foreign key audit.events.events_note_id_fkey.
alter table audit.events add constraint events_note_id_fkey foreign key (note_id) references app.notes (id);

commit;

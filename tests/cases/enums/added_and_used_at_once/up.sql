-- hazard: scans-table app.tickets.drafts_first
-- hazard: blocks-reads app.tickets.drafts_first
-- hazard: builds-index app.tickets.tickets_id_idx
-- hazard: blocks-writes app.tickets.tickets_id_idx

-- step 1: transaction, lock_timeout 5s, statement_timeout 0
begin;
set local lock_timeout = '5s';
set local statement_timeout = 0;
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Rename enum app.status to state.
alter type app.status rename to state;

commit;

-- step 2: transaction, lock_timeout 5s, statement_timeout 0
begin;
set local lock_timeout = '5s';
set local statement_timeout = 0;
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Add to enum app.state: draft.
alter type app.state add value 'draft' before 'open';

commit;

-- step 3: transaction, lock_timeout 5s, statement_timeout 0
begin;
set local lock_timeout = '5s';
set local statement_timeout = 0;
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Create table app.logs.
create table app.logs (
  id bigint generated always as identity not null,
  status app.state default 'draft' not null,
  constraint logs_pkey primary key (id)
);

commit;

-- step 4: transaction, lock_timeout 5s, statement_timeout 0
begin;
set local lock_timeout = '5s';
set local statement_timeout = 0;
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Add column app.tickets.before.
alter table app.tickets add column before app.state default 'draft';

-- Set the default of column app.tickets.status.
alter table app.tickets alter column status set default 'draft';

-- Add check app.tickets.drafts_first.
alter table app.tickets add constraint drafts_first check (status <> 'draft' or before is null or before = 'draft');

-- Create index app.tickets_id_idx.
create index tickets_id_idx on app.tickets (id) where status = 'draft';

commit;

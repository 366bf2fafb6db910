-- hazard: scans-table app.tickets.drafts_first
-- hazard: builds-index app.tickets.tickets_id_idx

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

-- step 4: transaction, lock_timeout 5s, statement_timeout 1min
begin;
set local lock_timeout = '5s';
set local statement_timeout = '1min';
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Add column app.tickets.before.
alter table app.tickets add column before app.state default 'draft';

-- Set the default of column app.tickets.status.
alter table app.tickets alter column status set default 'draft';

-- Add check app.tickets.drafts_first, for rows to come.
alter table app.tickets add constraint drafts_first check (status <> 'draft' or before is null or before = 'draft') not valid;

commit;

-- step 5: transaction, lock_timeout 5s, statement_timeout 0
begin;
set local lock_timeout = '5s';
set local statement_timeout = 0;
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Validate check app.tickets.drafts_first.
alter table app.tickets validate constraint drafts_first;

commit;

-- step 6: no transaction, lock_timeout 0, statement_timeout 0
-- done when: select indisvalid from pg_catalog.pg_index where indexrelid = pg_catalog.to_regclass('app.tickets_id_idx') and indrelid = pg_catalog.to_regclass('app.tickets')
-- cleanup: drop index concurrently app.tickets_id_idx
set lock_timeout = 0;
set statement_timeout = 0;
set search_path = pg_catalog, public;
set standard_conforming_strings = on;

-- Create index app.tickets_id_idx while others read and write the table.
create index concurrently tickets_id_idx on app.tickets (id) where status = 'draft';

reset standard_conforming_strings;
reset search_path;
reset statement_timeout;
reset lock_timeout;

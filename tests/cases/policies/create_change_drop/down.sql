-- label: exact
-- loses: ["app", "grants"]
-- hazard: deletes-data app.grants

-- step 1: undoes 3, transaction, lock_timeout 5s, statement_timeout 1min
begin;
set local lock_timeout = '5s';
set local statement_timeout = '1min';
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Drop foreign key app.grants.grants_document_id_fkey.
alter table app.grants drop constraint grants_document_id_fkey;

commit;

-- step 2: undoes 2, transaction, lock_timeout 5s, statement_timeout 1min
begin;
set local lock_timeout = '5s';
set local statement_timeout = '1min';
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Drop the comment of policy app.documents.roles.
comment on policy roles on app.documents is null;

-- Drop policy app.documents.shared.
drop policy shared on app.documents;

-- Change policy app.documents.roles.
alter policy roles on app.documents to pg_monitor;

-- Drop policy app.documents.removed.
drop policy removed on app.documents;

-- Drop policy app.documents.gained.
drop policy gained on app.documents;

-- Create policy app.documents.gained.
create policy gained on app.documents
  using (level > 0);

-- Drop policy app.documents.fresh.
drop policy fresh on app.documents;

-- Drop policy app.documents.everybody.
drop policy everybody on app.documents;

-- Drop policy app.documents.conditions.
drop policy conditions on app.documents;

-- Create policy app.documents.conditions.
create policy conditions on app.documents for update
  using (tenant = 1);

-- Drop policy app.documents.command.
drop policy command on app.documents;

-- Create policy app.documents.removed.
create policy removed on app.documents
  using (tenant = 1)
  with check (owner = current_user);

-- Create policy app.documents.gone.
create policy gone on app.documents
  using (owner = current_user);

-- Create policy app.documents.command.
create policy command on app.documents for select
  using (level > 1);
comment on policy command on app.documents is 'Who may see it.';

commit;

-- step 3: undoes 1, transaction, lock_timeout 5s, statement_timeout 1min
begin;
set local lock_timeout = '5s';
set local statement_timeout = '1min';
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Drop policy app.grants.own.
drop policy own on app.grants;

-- Drop index app.grants_document_id_idx.
drop index app.grants_document_id_idx;

-- Drop table app.grants.
drop table app.grants;

commit;

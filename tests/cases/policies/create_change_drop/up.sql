-- step 1: transaction, lock_timeout 5s, statement_timeout 0
begin;
set local lock_timeout = '5s';
set local statement_timeout = 0;
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Create table app.grants.
create table app.grants (
  document_id bigint not null,
  who text not null
);

-- Create index app.grants_document_id_idx.
create index grants_document_id_idx on app.grants (document_id);

-- Create policy app.grants.own.
create policy own on app.grants
  using (who = current_user);
comment on policy own on app.grants is 'Everybody''s own.';

commit;

-- step 2: transaction, lock_timeout 5s, statement_timeout 1min
begin;
set local lock_timeout = '5s';
set local statement_timeout = '1min';
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Drop policy app.documents.command.
drop policy command on app.documents;

-- Drop policy app.documents.gone.
drop policy gone on app.documents;

-- Drop policy app.documents.removed.
drop policy removed on app.documents;

-- Create policy app.documents.command.
create policy command on app.documents for delete
  using (level > 1);
comment on policy command on app.documents is 'Who may see it.';

-- Change policy app.documents.conditions.
alter policy conditions on app.documents
  using (false)
  with check (level in (1, 2));

-- Create policy app.documents.everybody.
create policy everybody on app.documents
  using (true);

-- Create policy app.documents.fresh.
create policy fresh on app.documents as restrictive for insert
  with check (owner = current_user);

-- Change policy app.documents.gained.
alter policy gained on app.documents
  with check (level > 1);

-- Create policy app.documents.removed.
create policy removed on app.documents
  using (tenant = 1);

-- Change policy app.documents.roles.
alter policy roles on app.documents to pg_monitor, pg_read_all_data;

-- Create policy app.documents.shared.
set local search_path = pg_catalog, app, public;
create policy shared on app.documents
  using (exists (select from grants where grants.document_id = documents.id and grants.who = current_user));
set local search_path = pg_catalog, public;

-- Set the comment of policy app.documents.roles.
comment on policy roles on app.documents is 'For those who watch.';

commit;

-- step 3: transaction, lock_timeout 5s, statement_timeout 1min
begin;
set local lock_timeout = '5s';
set local statement_timeout = '1min';
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Add foreign key app.grants.grants_document_id_fkey.
alter table app.grants add constraint grants_document_id_fkey foreign key (document_id) references app.documents (id);

commit;

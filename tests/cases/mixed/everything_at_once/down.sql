-- label: structure only
-- reason: the values of column app.customers.note cannot come back
-- reason: which values of column app.customers.email were null before they were filled cannot come back
-- reason: the values of column app.invoices.old cannot come back
-- reason: values of column app.invoices.total as they were before the change of type cannot come back
-- reason: the rows of table app.logs cannot come back
-- loses: ["app", "invoices", "due"]
-- loses: ["app", "lines"]
-- hazard: rewrites-table app.invoices.id
-- hazard: blocks-reads app.invoices.id
-- hazard: rewrites-table app.invoices
-- hazard: blocks-reads app.invoices
-- hazard: deletes-data app.invoices.due
-- hazard: scans-table app.invoices.positive
-- hazard: blocks-reads app.invoices.positive
-- hazard: builds-index app.invoices.invoices_open_idx
-- hazard: blocks-writes app.invoices.invoices_open_idx
-- hazard: rewrites-table app.customers
-- hazard: blocks-reads app.customers
-- hazard: deletes-data app.lines
-- hazard: scans-table app.invoices.invoices_client_id_fkey
-- hazard: rewrites-table app.status
-- hazard: blocks-reads app.status
-- hazard: breaks-clients app.status
-- hazard: breaks-clients app.invoices.client_id
-- hazard: breaks-clients app.customers.mail
-- hazard: breaks-clients app.clients

-- step 1: undoes 21, transaction, lock_timeout 5s, statement_timeout 0
begin;
set local lock_timeout = '5s';
set local statement_timeout = 0;
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Create enum app.unused.
create type app.unused as enum ('x');

commit;

-- step 2: undoes 20, transaction, lock_timeout 5s, statement_timeout 1min
begin;
set local lock_timeout = '5s';
set local statement_timeout = '1min';
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Drop foreign key app.lines.lines_invoice_id_fkey.
alter table app.lines drop constraint lines_invoice_id_fkey;

commit;

-- step 3: undoes 19, transaction, lock_timeout 5s, statement_timeout 0
begin;
set local lock_timeout = '5s';
set local statement_timeout = 0;
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Change the type of column app.invoices.id from bigint to integer.
alter table app.invoices alter column id type integer;
alter sequence app.invoices_id_seq as integer;

commit;

-- step 4: undoes 18, transaction, lock_timeout 5s, statement_timeout 0
begin;
set local lock_timeout = '5s';
set local statement_timeout = 0;
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Create table app.logs.
create table app.logs (
  id bigint not null,
  invoice_id integer not null,
  constraint logs_pkey primary key (id),
  constraint logs_invoice_id_fkey foreign key (invoice_id) references app.invoices (id)
);

-- Create index app.logs_invoice_id_idx.
create index logs_invoice_id_idx on app.logs (invoice_id);

commit;

-- step 5: undoes 17 16, no transaction, lock_timeout 0, statement_timeout 0
-- done when: select pg_catalog.to_regclass('app.invoices_due_idx') is null
set lock_timeout = 0;
set statement_timeout = 0;
set search_path = pg_catalog, public;
set standard_conforming_strings = on;

-- Drop index app.invoices_due_idx while others read and write the table.
drop index concurrently app.invoices_due_idx;

reset standard_conforming_strings;
reset search_path;
reset statement_timeout;
reset lock_timeout;

-- step 6: undoes 15 14, transaction, lock_timeout 5s, statement_timeout 1min
begin;
set local lock_timeout = '5s';
set local statement_timeout = '1min';
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Drop foreign key app.invoices.invoices_customer_id_fkey.
alter table app.invoices drop constraint invoices_customer_id_fkey;

commit;

-- step 7: undoes 13, transaction, lock_timeout 5s, statement_timeout 0
begin;
set local lock_timeout = '5s';
set local statement_timeout = 0;
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Drop check app.invoices.positive.
alter table app.invoices drop constraint positive;

-- Drop check app.invoices.paid_in_time.
alter table app.invoices drop constraint paid_in_time;

-- Drop index app.invoices_open_idx.
drop index app.invoices_open_idx;

-- Drop the default of column app.invoices.total.
alter table app.invoices alter column total drop default;

-- Set the default of column app.invoices.status.
alter table app.invoices alter column status set default 'draft';

-- Change the type of column app.invoices.total from numeric(12,2) to integer; change the type of column app.invoices.customer_id from bigint to integer.
alter table app.invoices
  alter column total type integer,
  alter column customer_id type integer;

-- Drop column app.invoices.due.
alter table app.invoices drop column due;

-- Add column app.invoices.old.
alter table app.invoices add column old text default '' not null;

-- Set the default of column app.invoices.total.
alter table app.invoices alter column total set default 0;

-- Add check app.invoices.positive.
alter table app.invoices add constraint positive check (total >= 0);

-- Create index app.invoices_open_idx.
create index invoices_open_idx on app.invoices (customer_id) where status <> 'paid';

-- Rename index app.invoices_customer_id_idx to invoices_client_id_idx.
alter index app.invoices_customer_id_idx rename to invoices_client_id_idx;

commit;

-- step 8: undoes 12, transaction, lock_timeout 5s, statement_timeout 1min
begin;
set local lock_timeout = '5s';
set local statement_timeout = '1min';
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Drop the comment of table app.customers.
comment on table app.customers is null;

commit;

-- step 9: undoes 11 10 9, transaction, lock_timeout 5s, statement_timeout 1min
begin;
set local lock_timeout = '5s';
set local statement_timeout = '1min';
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;
set local client_min_messages = warning;

-- Take nulls in column app.customers.email.
alter table app.customers drop constraint if exists email_not_null;
alter table app.customers alter column email drop not null;

commit;

-- step 10: undoes 8 7, transaction, lock_timeout 5s, statement_timeout 0
begin;
set local lock_timeout = '5s';
set local statement_timeout = 0;
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Change the type of column app.customers.name from character varying(80) to character varying(40); change the type of column app.customers.id from bigint to integer.
alter table app.customers
  alter column name type character varying(40),
  alter column id type integer;
alter sequence app.customers_id_seq as integer;

-- Add column app.customers.note.
alter table app.customers add column note text;

-- Rename unique constraint app.customers.customers_email_key to clients_mail_key.
alter table app.customers rename constraint customers_email_key to clients_mail_key;

-- Rename primary key app.customers.customers_pkey to clients_pkey.
alter table app.customers rename constraint customers_pkey to clients_pkey;

commit;

-- step 11: undoes 6, transaction, lock_timeout 5s, statement_timeout 1min
begin;
set local lock_timeout = '5s';
set local statement_timeout = '1min';
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Drop table app.lines.
drop table app.lines;

commit;

-- step 12: undoes 5, no transaction, lock_timeout 5s, statement_timeout 1min
-- done when: select convalidated from pg_catalog.pg_constraint where conrelid = pg_catalog.to_regclass('app.invoices') and conname = 'invoices_client_id_fkey'
-- cleanup: set lock_timeout = '5s'; alter table app.invoices drop constraint invoices_client_id_fkey; reset lock_timeout
set lock_timeout = '5s';
set statement_timeout = '1min';
set search_path = pg_catalog, public;
set standard_conforming_strings = on;

-- Add foreign key app.invoices.invoices_client_id_fkey while others read and write the table.
alter table app.invoices add constraint invoices_client_id_fkey foreign key (customer_id) references app.customers (id) on delete cascade not valid;
set statement_timeout = 0;
alter table app.invoices validate constraint invoices_client_id_fkey;

reset standard_conforming_strings;
reset search_path;
reset statement_timeout;
reset lock_timeout;

-- step 13: undoes 4, transaction, lock_timeout 5s, statement_timeout 0
begin;
set local lock_timeout = '5s';
set local statement_timeout = 0;
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Make enum app.status anew, without cancelled.
do $body$
begin
  if exists (select from app.invoices where status::text in ('cancelled')) then
    raise exception using
      errcode = 'restrict_violation',
      message = 'app.invoices.status still holds cancelled, which enum app.status no longer has',
      hint = 'Change these rows first, then run this again.';
  end if;
end
$body$;
drop index app.invoices_open_idx;
alter type app.status rename to fluxc_aside_ba44da64a0ff;
create type app.status as enum ('draft', 'posted', 'paid');
alter table app.invoices alter column status drop default;
alter table app.invoices alter column status type app.status using status::text::app.status;
alter table app.invoices alter column status set default 'draft';
drop type app.fluxc_aside_ba44da64a0ff;
create index invoices_open_idx on app.invoices (customer_id) where status <> 'paid';

commit;

-- step 14: undoes 3, transaction, lock_timeout 5s, statement_timeout 0
begin;
set local lock_timeout = '5s';
set local statement_timeout = 0;
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Rename value posted of enum app.status to sent.
alter type app.status rename value 'posted' to 'sent';

commit;

-- step 15: undoes 2, transaction, lock_timeout 5s, statement_timeout 1min
begin;
set local lock_timeout = '5s';
set local statement_timeout = '1min';
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Rename column app.invoices.customer_id to client_id.
alter table app.invoices rename column customer_id to client_id;
-- PostgreSQL 18 and later name not-null constraints
do $body$
declare
  found record;
begin
  for found in
    select constrained.conname as old, renamed.new
    from pg_constraint as constrained
    join (values ('invoices_customer_id_not_null', 'invoices_client_id_not_null')) as renamed (old, new) on constrained.conname = renamed.old
    where constrained.conrelid = 'app.invoices'::regclass and constrained.contype = 'n'
  loop
    execute format('alter table %s rename constraint %I to %I', 'app.invoices', found.old, found.new);
  end loop;
end
$body$;

commit;

-- step 16: undoes 1, transaction, lock_timeout 5s, statement_timeout 1min
begin;
set local lock_timeout = '5s';
set local statement_timeout = '1min';
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Rename column app.customers.email to mail.
alter table app.customers rename column email to mail;

-- Rename table app.customers to app.clients.
alter table app.customers rename to clients;
alter sequence app.customers_id_seq rename to clients_id_seq;
-- PostgreSQL 18 and later name not-null constraints
do $body$
declare
  found record;
begin
  for found in
    select constrained.conname as old, renamed.new
    from pg_constraint as constrained
    join (values ('customers_id_not_null', 'clients_id_not_null'), ('customers_name_not_null', 'clients_name_not_null')) as renamed (old, new) on constrained.conname = renamed.old
    where constrained.conrelid = 'app.clients'::regclass and constrained.contype = 'n'
  loop
    execute format('alter table %s rename constraint %I to %I', 'app.clients', found.old, found.new);
  end loop;
end
$body$;

commit;

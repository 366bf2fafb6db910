-- decision: drop app.invoices.old
-- decision: drop app.logs
-- hazard: breaks-clients app.customers
-- hazard: breaks-clients app.customers.email
-- hazard: breaks-clients app.invoices.customer_id
-- hazard: breaks-clients app.status
-- hazard: deletes-data app.customers.note
-- hazard: rewrites-table app.customers.id
-- hazard: blocks-reads app.customers.id
-- hazard: needs-backfill app.customers.email
-- hazard: scans-table app.customers.email
-- hazard: deletes-data app.invoices.old
-- hazard: rewrites-table app.invoices
-- hazard: blocks-reads app.invoices
-- hazard: builds-index app.invoices.invoices_open_idx
-- hazard: blocks-reads app.invoices.invoices_open_idx
-- hazard: scans-table app.invoices
-- hazard: builds-index app.invoices.invoices_due_idx
-- hazard: scans-table app.invoices.invoices_customer_id_fkey
-- hazard: deletes-data app.logs
-- hazard: rewrites-table app.invoices.id
-- hazard: blocks-reads app.invoices.id

-- step 1: transaction, lock_timeout 5s, statement_timeout 1min
begin;
set local lock_timeout = '5s';
set local statement_timeout = '1min';
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Rename table app.clients to app.customers.
alter table app.clients rename to customers;
alter sequence app.clients_id_seq rename to customers_id_seq;
-- PostgreSQL 18 and later name not-null constraints
do $body$
declare
  found record;
begin
  for found in
    select constrained.conname as old, renamed.new
    from pg_constraint as constrained
    join (values ('clients_id_not_null', 'customers_id_not_null'), ('clients_name_not_null', 'customers_name_not_null')) as renamed (old, new) on constrained.conname = renamed.old
    where constrained.conrelid = 'app.customers'::regclass and constrained.contype = 'n'
  loop
    execute format('alter table %s rename constraint %I to %I', 'app.customers', found.old, found.new);
  end loop;
end
$body$;

-- Rename column app.customers.mail to email.
alter table app.customers rename column mail to email;

commit;

-- step 2: transaction, lock_timeout 5s, statement_timeout 1min
begin;
set local lock_timeout = '5s';
set local statement_timeout = '1min';
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Rename column app.invoices.client_id to customer_id.
alter table app.invoices rename column client_id to customer_id;
-- PostgreSQL 18 and later name not-null constraints
do $body$
declare
  found record;
begin
  for found in
    select constrained.conname as old, renamed.new
    from pg_constraint as constrained
    join (values ('invoices_client_id_not_null', 'invoices_customer_id_not_null')) as renamed (old, new) on constrained.conname = renamed.old
    where constrained.conrelid = 'app.invoices'::regclass and constrained.contype = 'n'
  loop
    execute format('alter table %s rename constraint %I to %I', 'app.invoices', found.old, found.new);
  end loop;
end
$body$;

commit;

-- step 3: transaction, lock_timeout 5s, statement_timeout 0
begin;
set local lock_timeout = '5s';
set local statement_timeout = 0;
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Rename value sent of enum app.status to posted.
alter type app.status rename value 'sent' to 'posted';

commit;

-- step 4: transaction, lock_timeout 5s, statement_timeout 0
begin;
set local lock_timeout = '5s';
set local statement_timeout = 0;
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Add to enum app.status: cancelled.
alter type app.status add value 'cancelled' before 'paid';

commit;

-- step 5: transaction, lock_timeout 5s, statement_timeout 1min
begin;
set local lock_timeout = '5s';
set local statement_timeout = '1min';
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Drop foreign key app.invoices.invoices_client_id_fkey.
alter table app.invoices drop constraint invoices_client_id_fkey;

commit;

-- step 6: transaction, lock_timeout 5s, statement_timeout 0
begin;
set local lock_timeout = '5s';
set local statement_timeout = 0;
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Create table app.lines.
create table app.lines (
  invoice_id bigint not null,
  line integer not null,
  amount numeric(12,2) not null,
  constraint lines_pkey primary key (invoice_id, line)
);

commit;

-- step 7: transaction, lock_timeout 5s, statement_timeout 0
begin;
set local lock_timeout = '5s';
set local statement_timeout = 0;
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Rename primary key app.customers.clients_pkey to customers_pkey.
alter table app.customers rename constraint clients_pkey to customers_pkey;

-- Rename unique constraint app.customers.clients_mail_key to customers_email_key.
alter table app.customers rename constraint clients_mail_key to customers_email_key;

-- Drop column app.customers.note.
alter table app.customers drop column note;

-- Change the type of column app.customers.id from integer to bigint.
alter table app.customers alter column id type bigint;
alter sequence app.customers_id_seq as bigint;

-- Change the type of column app.customers.name from character varying(40) to character varying(80).
alter table app.customers alter column name type character varying(80);

commit;

-- step 8: no transaction, lock_timeout 0, statement_timeout 0
-- done when: select not exists (select from app.customers where email is null)
set lock_timeout = 0;
set statement_timeout = 0;
set search_path = pg_catalog, public;
set standard_conforming_strings = on;

-- Fill the nulls of column app.customers.email, some pages at a time.
do $body$
-- app.customers.email, where it is null
#variable_conflict use_column
<<fluxc>>
declare
  pages constant bigint := 100;
  page bigint := 0;
  last bigint := (
    select pg_catalog.max(pg_catalog.pg_relation_size(part)) / pg_catalog.current_setting('block_size')::bigint
    from (
      select 'app.customers'::regclass union all select relid from pg_catalog.pg_partition_tree('app.customers')
    ) as parts (part)
  );
begin
  while page <= last loop
    update app.customers set email = id || '@example.org'
    where email is null
      and ctid >= pg_catalog.format('(%s,0)', fluxc.page)::pg_catalog.tid and ctid < pg_catalog.format('(%s,0)', fluxc.page + fluxc.pages)::pg_catalog.tid;
    commit;
    perform pg_catalog.pg_sleep(nullif(pg_catalog.current_setting('fluxc.pause', true), '')::double precision);
    page := page + pages;
  end loop;
end
$body$;

reset standard_conforming_strings;
reset search_path;
reset statement_timeout;
reset lock_timeout;

-- step 9: transaction, lock_timeout 5s, statement_timeout 1min
begin;
set local lock_timeout = '5s';
set local statement_timeout = '1min';
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Refuse nulls in column app.customers.email, of rows to come.
alter table app.customers add constraint email_not_null check (email is not null) not valid;

commit;

-- step 10: no transaction, lock_timeout 0, statement_timeout 0
-- done when: select not exists (select from app.customers where email is null)
set lock_timeout = 0;
set statement_timeout = 0;
set search_path = pg_catalog, public;
set standard_conforming_strings = on;

-- Fill the nulls that came meanwhile of column app.customers.email, some pages at a time.
do $body$
-- app.customers.email, where it is null
#variable_conflict use_column
<<fluxc>>
declare
  pages constant bigint := 100;
  page bigint := 0;
  last bigint := (
    select pg_catalog.max(pg_catalog.pg_relation_size(part)) / pg_catalog.current_setting('block_size')::bigint
    from (
      select 'app.customers'::regclass union all select relid from pg_catalog.pg_partition_tree('app.customers')
    ) as parts (part)
  );
begin
  while page <= last loop
    update app.customers set email = id || '@example.org'
    where email is null
      and ctid >= pg_catalog.format('(%s,0)', fluxc.page)::pg_catalog.tid and ctid < pg_catalog.format('(%s,0)', fluxc.page + fluxc.pages)::pg_catalog.tid;
    commit;
    perform pg_catalog.pg_sleep(nullif(pg_catalog.current_setting('fluxc.pause', true), '')::double precision);
    page := page + pages;
  end loop;
end
$body$;

reset standard_conforming_strings;
reset search_path;
reset statement_timeout;
reset lock_timeout;

-- step 11: transaction, lock_timeout 5s, statement_timeout 0
begin;
set local lock_timeout = '5s';
set local statement_timeout = 0;
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Check that no row has a null in column app.customers.email.
alter table app.customers validate constraint email_not_null;

commit;

-- step 12: transaction, lock_timeout 5s, statement_timeout 1min
begin;
set local lock_timeout = '5s';
set local statement_timeout = '1min';
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Refuse nulls in column app.customers.email.
alter table app.customers alter column email set not null;
alter table app.customers drop constraint email_not_null;

-- Set the comment of table app.customers.
comment on table app.customers is 'Who pays.';

commit;

-- step 13: transaction, lock_timeout 5s, statement_timeout 0
begin;
set local lock_timeout = '5s';
set local statement_timeout = 0;
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Rename index app.invoices_client_id_idx to invoices_customer_id_idx.
alter index app.invoices_client_id_idx rename to invoices_customer_id_idx;

-- Drop index app.invoices_open_idx.
drop index app.invoices_open_idx;

-- Drop check app.invoices.positive.
alter table app.invoices drop constraint positive;

-- Drop the default of column app.invoices.total.
alter table app.invoices alter column total drop default;

-- Drop column app.invoices.old.
alter table app.invoices drop column old;

-- Add column app.invoices.due.
alter table app.invoices add column due date default '2030-01-01' not null;
alter table app.invoices alter column due drop default;

-- Change the type of column app.invoices.customer_id from integer to bigint; change the type of column app.invoices.total from integer to numeric(12,2).
alter table app.invoices
  alter column customer_id type bigint,
  alter column total type numeric(12,2);

-- Set the default of column app.invoices.status.
alter table app.invoices alter column status set default 'cancelled';

-- Set the default of column app.invoices.total.
alter table app.invoices alter column total set default 0;

-- Create index app.invoices_open_idx.
create index invoices_open_idx on app.invoices (customer_id) where status <> 'paid';

-- Add check app.invoices.paid_in_time, for rows to come.
alter table app.invoices add constraint paid_in_time check (status <> 'posted' or due is not null) not valid;

-- Add check app.invoices.positive, for rows to come.
alter table app.invoices add constraint positive check (total >= 0) not valid;

commit;

-- step 14: transaction, lock_timeout 5s, statement_timeout 1min
begin;
set local lock_timeout = '5s';
set local statement_timeout = '1min';
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Add foreign key app.invoices.invoices_customer_id_fkey, for rows to come.
alter table app.invoices add constraint invoices_customer_id_fkey foreign key (customer_id) references app.customers (id) on delete restrict not valid;

commit;

-- step 15: transaction, lock_timeout 5s, statement_timeout 0
begin;
set local lock_timeout = '5s';
set local statement_timeout = 0;
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Check the rows of table app.invoices: paid_in_time, positive.
alter table app.invoices validate constraint paid_in_time, validate constraint positive;

commit;

-- step 16: no transaction, lock_timeout 0, statement_timeout 0
-- done when: select indisvalid from pg_catalog.pg_index where indexrelid = pg_catalog.to_regclass('app.invoices_due_idx') and indrelid = pg_catalog.to_regclass('app.invoices')
-- cleanup: drop index concurrently app.invoices_due_idx
set lock_timeout = 0;
set statement_timeout = 0;
set search_path = pg_catalog, public;
set standard_conforming_strings = on;

-- Create index app.invoices_due_idx while others read and write the table.
create index concurrently invoices_due_idx on app.invoices (due);

reset standard_conforming_strings;
reset search_path;
reset statement_timeout;
reset lock_timeout;

-- step 17: transaction, lock_timeout 5s, statement_timeout 0
begin;
set local lock_timeout = '5s';
set local statement_timeout = 0;
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Validate foreign key app.invoices.invoices_customer_id_fkey.
alter table app.invoices validate constraint invoices_customer_id_fkey;

commit;

-- step 18: transaction, lock_timeout 5s, statement_timeout 1min
begin;
set local lock_timeout = '5s';
set local statement_timeout = '1min';
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Drop table app.logs.
drop table app.logs;

commit;

-- step 19: transaction, lock_timeout 5s, statement_timeout 0
begin;
set local lock_timeout = '5s';
set local statement_timeout = 0;
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Change the type of column app.invoices.id from integer to bigint.
alter table app.invoices alter column id type bigint;
alter sequence app.invoices_id_seq as bigint;

commit;

-- step 20: transaction, lock_timeout 5s, statement_timeout 1min
begin;
set local lock_timeout = '5s';
set local statement_timeout = '1min';
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Add foreign key app.lines.lines_invoice_id_fkey.
alter table app.lines add constraint lines_invoice_id_fkey foreign key (invoice_id) references app.invoices (id) on delete cascade;

commit;

-- step 21: transaction, lock_timeout 5s, statement_timeout 0
begin;
set local lock_timeout = '5s';
set local statement_timeout = 0;
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Drop enum app.unused.
drop type app.unused;

commit;

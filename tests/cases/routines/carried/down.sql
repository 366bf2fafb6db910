-- label: exact
-- hazard: breaks-clients app."valid(text)"
-- hazard: breaks-clients app."twice(integer)"
-- hazard: breaks-clients app."plain(integer)"
-- hazard: changes-access app."tax(numeric)"
-- hazard: breaks-clients app."tax(numeric)"
-- hazard: rewrites-table app.bills.gross
-- hazard: blocks-reads app.bills.gross
-- hazard: scans-table app.bills.numbered
-- hazard: blocks-reads app.bills.numbered
-- hazard: builds-index app.bills.bills_tax_idx
-- hazard: blocks-writes app.bills.bills_tax_idx

-- step 1: undoes 4 3, transaction, lock_timeout 5s, statement_timeout 1min
begin;
set local lock_timeout = '5s';
set local statement_timeout = '1min';
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Drop check app.bills.numbered.
alter table app.bills drop constraint numbered;

-- Drop index app.bills_tax_idx.
drop index app.bills_tax_idx;

-- Drop the default of column app.bills.amount.
alter table app.bills alter column amount drop default;

-- Drop column app.bills.gross.
alter table app.bills drop column gross;

commit;

-- step 2: undoes 2, transaction, lock_timeout 5s, statement_timeout 0
begin;
set local lock_timeout = '5s';
set local statement_timeout = 0;
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;
set local check_function_bodies = off;

-- Drop function app.valid(text).
drop function app.valid(text);

-- Create function app.valid(text).
create function app.valid(value text)
  returns boolean
  language sql
  immutable
  as $body$select value <> ''$body$;

-- Drop function app.twice(integer).
drop function app.twice(integer);

-- Drop function app.plain(integer).
drop function app.plain(integer);

-- Create function app.plain(integer).
set local search_path = pg_catalog, app, public;
create function app.plain(value integer)
  returns integer
  language sql
  immutable
  return value;
set local search_path = pg_catalog, public;

-- Create function app.twice(integer).
set local search_path = pg_catalog, app, public;
create function app.twice(value integer)
  returns integer
  language sql
  immutable
  return plain(value) * 2;
set local search_path = pg_catalog, public;

commit;

-- step 3: undoes 1, transaction, lock_timeout 5s, statement_timeout 0
begin;
set local lock_timeout = '5s';
set local statement_timeout = 0;
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;
set local check_function_bodies = off;

-- Set who may do what with function app.tax(numeric).
grant execute on routine app.tax(numeric) to public;

-- Drop function app.tax(numeric).
drop function app.tax(numeric);

-- Create function app.tax(numeric).
create function app.tax(amount numeric)
  returns numeric
  language sql
  immutable
  as $body$select amount * 0.2$body$;

-- Add column app.bills.gross.
alter table app.bills add column gross numeric generated always as (amount + app.tax(amount)) stored not null;

-- Set the default of column app.bills.amount.
alter table app.bills alter column amount set default app.tax(10);

-- Add check app.bills.numbered.
alter table app.bills add constraint numbered check (app.valid(number));

-- Create index app.bills_tax_idx.
create index bills_tax_idx on app.bills ((app.tax(amount)));

-- Set who may do what with function app.tax(numeric).
revoke execute on routine app.tax(numeric) from public;

commit;

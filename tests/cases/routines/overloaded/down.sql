-- label: exact
-- hazard: breaks-clients app."least_of()"
-- hazard: breaks-clients app."net(numeric, numeric)"
-- hazard: rewrites-table app.bills.net
-- hazard: blocks-reads app.bills.net
-- hazard: scans-table app.bills."some"
-- hazard: blocks-reads app.bills."some"
-- hazard: builds-index app.bills.bills_net_idx
-- hazard: blocks-writes app.bills.bills_net_idx

-- step 1: undoes 1, transaction, lock_timeout 5s, statement_timeout 0
begin;
set local lock_timeout = '5s';
set local statement_timeout = 0;
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;
set local check_function_bodies = off;

-- Drop view app.nets.
drop view app.nets;

-- Drop index app.bills_net_idx.
drop index app.bills_net_idx;

-- Drop check app.bills."some".
alter table app.bills drop constraint "some";

-- Drop the default of column app.bills.amount.
alter table app.bills alter column amount drop default;

-- Drop column app.bills.net.
alter table app.bills drop column net;

-- Drop function app.least_of().
drop function app.least_of();

-- Drop function app.net(numeric, numeric).
drop function app.net(numeric, numeric);

-- Create function app.net(numeric).
create function app.net(amount numeric)
  returns numeric
  language sql
  immutable
  as $body$select amount * 0.8$body$;

-- Create function app.least_of().
set local search_path = pg_catalog, app, public;
create function app.least_of()
  returns numeric
  language sql
  return net(1);
set local search_path = pg_catalog, public;

-- Add column app.bills.net.
alter table app.bills add column net numeric generated always as (app.net(amount)) stored not null;

-- Set the default of column app.bills.amount.
alter table app.bills alter column amount set default app.net(10);

-- Add check app.bills."some".
alter table app.bills add constraint "some" check (app.net(amount) > 0);

-- Create index app.bills_net_idx.
create index bills_net_idx on app.bills ((app.net(amount)));

-- Create view app.nets.
set local search_path = pg_catalog, app, public;
create view app.nets as
select net(amount) as net from bills;
set local search_path = pg_catalog, public;

commit;

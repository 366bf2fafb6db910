-- label: structure only
-- reason: values of column app.t.amount as they were before the change of type cannot come back
-- hazard: rewrites-table app.t.amount
-- hazard: blocks-reads app.t.amount
-- hazard: scans-table app.t.positive
-- hazard: blocks-reads app.t.positive
-- hazard: breaks-clients app.t.price

-- step 1: undoes 2 1, transaction, lock_timeout 5s, statement_timeout 0
begin;
set local lock_timeout = '5s';
set local statement_timeout = 0;
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Drop check app.t.positive.
alter table app.t drop constraint positive;

-- Drop the default of column app.t.amount.
alter table app.t alter column amount drop default;

-- Change the type of column app.t.amount from numeric(12,2) to integer.
alter table app.t alter column amount type integer;

-- Set the default of column app.t.amount.
alter table app.t alter column amount set default 0;

-- Add check app.t.positive.
alter table app.t add constraint positive check (amount >= 0);

-- Rename column app.t.amount to price.
alter table app.t rename column amount to price;
-- PostgreSQL 18 and later name not-null constraints
do $body$
declare
  found record;
begin
  for found in
    select constrained.conname as old, renamed.new
    from pg_constraint as constrained
    join (values ('t_amount_not_null', 't_price_not_null')) as renamed (old, new) on constrained.conname = renamed.old
    where constrained.conrelid = 'app.t'::regclass and constrained.contype = 'n'
  loop
    execute format('alter table %s rename constraint %I to %I', 'app.t', found.old, found.new);
  end loop;
end
$body$;

commit;

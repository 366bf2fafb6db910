-- hazard: breaks-clients app.purchases
-- hazard: breaks-clients app.purchases.amount
-- hazard: breaks-clients "all changes"

-- step 1: transaction, lock_timeout 5s, statement_timeout 1min
begin;
set local lock_timeout = '5s';
set local statement_timeout = '1min';
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Rename table app.orders to app.purchases.
alter table app.orders rename to purchases;
alter sequence app.orders_id_seq rename to purchases_id_seq;
-- PostgreSQL 18 and later name not-null constraints
do $body$
declare
  found record;
begin
  for found in
    select constrained.conname as old, renamed.new
    from pg_constraint as constrained
    join (values ('orders_id_not_null', 'purchases_id_not_null'), ('orders_total_not_null', 'purchases_total_not_null')) as renamed (old, new) on constrained.conname = renamed.old
    where constrained.conrelid = 'app.purchases'::regclass and constrained.contype = 'n'
  loop
    execute format('alter table %s rename constraint %I to %I', 'app.purchases', found.old, found.new);
  end loop;
end
$body$;

-- Rename column app.purchases.total to amount.
alter table app.purchases rename column total to amount;
-- PostgreSQL 18 and later name not-null constraints
do $body$
declare
  found record;
begin
  for found in
    select constrained.conname as old, renamed.new
    from pg_constraint as constrained
    join (values ('purchases_total_not_null', 'purchases_amount_not_null')) as renamed (old, new) on constrained.conname = renamed.old
    where constrained.conrelid = 'app.purchases'::regclass and constrained.contype = 'n'
  loop
    execute format('alter table %s rename constraint %I to %I', 'app.purchases', found.old, found.new);
  end loop;
end
$body$;

commit;

-- step 2: transaction, lock_timeout 5s, statement_timeout 0
begin;
set local lock_timeout = '5s';
set local statement_timeout = 0;
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Rename publication changes to all changes.
alter publication changes rename to "all changes";

commit;

-- step 3: transaction, lock_timeout 5s, statement_timeout 1min
begin;
set local lock_timeout = '5s';
set local statement_timeout = '1min';
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Rename primary key app.purchases.orders_pkey to purchases_pkey.
alter table app.purchases rename constraint orders_pkey to purchases_pkey;

commit;

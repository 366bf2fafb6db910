-- label: exact
-- hazard: breaks-clients changes
-- hazard: breaks-clients app.purchases.total
-- hazard: breaks-clients app.orders

-- step 1: undoes 3, transaction, lock_timeout 5s, statement_timeout 1min
begin;
set local lock_timeout = '5s';
set local statement_timeout = '1min';
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Rename primary key app.purchases.purchases_pkey to orders_pkey.
alter table app.purchases rename constraint purchases_pkey to orders_pkey;

commit;

-- step 2: undoes 2, transaction, lock_timeout 5s, statement_timeout 0
begin;
set local lock_timeout = '5s';
set local statement_timeout = 0;
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Rename publication "all changes" to changes.
alter publication "all changes" rename to changes;

commit;

-- step 3: undoes 1, transaction, lock_timeout 5s, statement_timeout 1min
begin;
set local lock_timeout = '5s';
set local statement_timeout = '1min';
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Rename column app.purchases.amount to total.
alter table app.purchases rename column amount to total;
-- PostgreSQL 18 and later name not-null constraints
do $body$
declare
  found record;
begin
  for found in
    select constrained.conname as old, renamed.new
    from pg_constraint as constrained
    join (values ('purchases_amount_not_null', 'purchases_total_not_null')) as renamed (old, new) on constrained.conname = renamed.old
    where constrained.conrelid = 'app.purchases'::regclass and constrained.contype = 'n'
  loop
    execute format('alter table %s rename constraint %I to %I', 'app.purchases', found.old, found.new);
  end loop;
end
$body$;

-- Rename table app.purchases to app.orders.
alter table app.purchases rename to orders;
alter sequence app.purchases_id_seq rename to orders_id_seq;
-- PostgreSQL 18 and later name not-null constraints
do $body$
declare
  found record;
begin
  for found in
    select constrained.conname as old, renamed.new
    from pg_constraint as constrained
    join (values ('purchases_id_not_null', 'orders_id_not_null'), ('purchases_total_not_null', 'orders_total_not_null')) as renamed (old, new) on constrained.conname = renamed.old
    where constrained.conrelid = 'app.orders'::regclass and constrained.contype = 'n'
  loop
    execute format('alter table %s rename constraint %I to %I', 'app.orders', found.old, found.new);
  end loop;
end
$body$;

commit;

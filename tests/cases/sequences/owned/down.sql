-- label: exact
-- loses: ["app", "shared"]
-- loses: ["app", "orders"]
-- loses: ["app", "copies"]
-- hazard: deletes-data app.shared
-- hazard: deletes-data app.orders
-- hazard: deletes-data app.copies
-- hazard: deletes-data app.orders_plain_seq
-- hazard: deletes-data app.old_orders_id_seq
-- hazard: deletes-data app.lines
-- hazard: deletes-data app.frees
-- hazard: deletes-data app.codes_before
-- hazard: deletes-data app.codes

-- step 1: undoes 1, transaction, lock_timeout 5s, statement_timeout 1min
begin;
set local lock_timeout = '5s';
set local statement_timeout = '1min';
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Drop index app.shared_other_idx.
drop index app.shared_other_idx;

-- Drop table app.shared.
drop table app.shared;

-- Let sequence app.orders_plain_seq go with no column.
alter sequence app.orders_plain_seq owned by none;

-- Let sequence app.old_orders_id_seq go with no column.
alter sequence app.old_orders_id_seq owned by none;

-- Let sequence app.lines go with no column.
alter sequence app.lines owned by none;

-- Let sequence app.frees go with no column.
alter sequence app.frees owned by none;

-- Let sequence app.codes_before go with no column.
alter sequence app.codes_before owned by none;

-- Let sequence app.codes go with no column.
alter sequence app.codes owned by none;

-- Drop table app.orders.
drop table app.orders;

-- Drop table app.copies.
drop table app.copies;

-- Drop sequence app.orders_plain_seq.
drop sequence app.orders_plain_seq;

-- Drop sequence app.old_orders_id_seq.
drop sequence app.old_orders_id_seq;

-- Drop sequence app.lines.
drop sequence app.lines;

-- Drop sequence app.frees.
drop sequence app.frees;

-- Drop sequence app.codes_before.
drop sequence app.codes_before;

-- Drop sequence app.codes.
drop sequence app.codes;

commit;

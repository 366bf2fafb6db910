-- label: exact
-- loses: ["app", "orders", "odd \"one\""]
-- loses: ["app", "orders", "total"]
-- hazard: deletes-data app.orders."odd ""one"""
-- hazard: deletes-data app.orders.total

-- step 1: undoes 2, transaction, lock_timeout 5s, statement_timeout 1min
begin;
set local lock_timeout = '5s';
set local statement_timeout = '1min';
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Change the type of column app.people.name from character varying(100) to text.
alter table app.people alter column name type text;

commit;

-- step 2: undoes 1, transaction, lock_timeout 5s, statement_timeout 1min
begin;
set local lock_timeout = '5s';
set local statement_timeout = '1min';
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Drop column app.orders."odd ""one""".
alter table app.orders drop column "odd ""one""";

-- Drop column app.orders.total.
alter table app.orders drop column total;

commit;

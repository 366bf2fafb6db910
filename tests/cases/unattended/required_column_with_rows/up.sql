-- decision: assume required-column app.orders."odd ""one"""
-- decision: assume required-column app.orders.total
-- hazard: rewrites-table app.people.name
-- hazard: blocks-reads app.people.name

-- step 1: transaction, lock_timeout 5s, statement_timeout 0
begin;
set local lock_timeout = '5s';
set local statement_timeout = 0;
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Add column app.orders.total.
-- assumption: table app.orders has no rows
lock table app.orders in access exclusive mode;
do $body$
begin
  if exists (select from app.orders) then
    raise exception using
      errcode = 'restrict_violation',
      message = 'table app.orders has rows, and they have no value for the new column total',
      hint = 'Give the column a default or a backfill and build again, or delete the rows.';
  end if;
end
$body$;
alter table app.orders add column total numeric(12,2) not null;

-- Add column app.orders."odd ""one""".
-- assumption: table app.orders has no rows
lock table app.orders in access exclusive mode;
do $body$
begin
  if exists (select from app.orders) then
    raise exception using
      errcode = 'restrict_violation',
      message = 'table app.orders has rows, and they have no value for the new column odd "one"',
      hint = 'Give the column a default or a backfill and build again, or delete the rows.';
  end if;
end
$body$;
alter table app.orders add column "odd ""one""" date not null;

commit;

-- step 2: transaction, lock_timeout 5s, statement_timeout 0
begin;
set local lock_timeout = '5s';
set local statement_timeout = 0;
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Change the type of column app.people.name from text to character varying(100).
alter table app.people alter column name type character varying(100);

commit;

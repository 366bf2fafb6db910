-- hazard: rewrites-table app.orders.other
-- hazard: blocks-reads app.orders.other
-- hazard: deletes-data app.gone

-- step 1: transaction, lock_timeout 5s, statement_timeout 0
begin;
set local lock_timeout = '5s';
set local statement_timeout = 0;
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Create sequence app.fresh.
create sequence app.fresh as smallint cycle;

commit;

-- step 2: transaction, lock_timeout 5s, statement_timeout 0
begin;
set local lock_timeout = '5s';
set local statement_timeout = 0;
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Change how sequence app.invoices counts.
alter sequence app.invoices as integer increment by 5 no minvalue maxvalue 1000000 start with 100 cache 1 no cycle;

commit;

-- step 3: transaction, lock_timeout 5s, statement_timeout 0
begin;
set local lock_timeout = '5s';
set local statement_timeout = 0;
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Change how sequence app.ticks counts.
do $body$
begin
  execute 'alter sequence app.ticks increment by 1 minvalue -100 maxvalue 100 start with -100 cache 1 no cycle' || case when (select is_called from app.ticks) then '' else ' restart' end;
end
$body$;

commit;

-- step 4: transaction, lock_timeout 5s, statement_timeout 0
begin;
set local lock_timeout = '5s';
set local statement_timeout = 0;
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Drop the comment of sequence app.invoices.
comment on sequence app.invoices is null;

commit;

-- step 5: transaction, lock_timeout 5s, statement_timeout 0
begin;
set local lock_timeout = '5s';
set local statement_timeout = 0;
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Add column app.orders.other.
alter table app.orders add column other integer default nextval('app.fresh') not null;

commit;

-- step 6: transaction, lock_timeout 5s, statement_timeout 0
begin;
set local lock_timeout = '5s';
set local statement_timeout = 0;
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Drop sequence app.gone.
drop sequence app.gone;

commit;

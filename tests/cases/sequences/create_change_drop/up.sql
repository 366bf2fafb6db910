-- hazard: needs-backfill app.orders.other
-- hazard: scans-table app.orders.other
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

-- step 5: transaction, lock_timeout 5s, statement_timeout 1min
begin;
set local lock_timeout = '5s';
set local statement_timeout = '1min';
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Add column app.orders.other.
alter table app.orders add column other integer;
alter table app.orders alter column other set default nextval('app.fresh');

commit;

-- step 6: no transaction, lock_timeout 0, statement_timeout 0
-- done when: select not exists (select from app.orders where other is null)
set lock_timeout = 0;
set statement_timeout = 0;
set search_path = pg_catalog, public;
set standard_conforming_strings = on;

-- Fill the nulls of column app.orders.other, some pages at a time.
do $body$
-- app.orders.other, where it is null
#variable_conflict use_column
<<fluxc>>
declare
  pages constant bigint := 100;
  page bigint := 0;
  last bigint := (
    select pg_catalog.max(pg_catalog.pg_relation_size(part)) / pg_catalog.current_setting('block_size')::bigint
    from (
      select 'app.orders'::regclass union all select relid from pg_catalog.pg_partition_tree('app.orders')
    ) as parts (part)
  );
begin
  while page <= last loop
    update app.orders set other = nextval('app.fresh')
    where other is null
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

-- step 7: transaction, lock_timeout 5s, statement_timeout 1min
begin;
set local lock_timeout = '5s';
set local statement_timeout = '1min';
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Refuse nulls in column app.orders.other, of rows to come.
alter table app.orders add constraint other_not_null check (other is not null) not valid;

commit;

-- step 8: transaction, lock_timeout 5s, statement_timeout 0
begin;
set local lock_timeout = '5s';
set local statement_timeout = 0;
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Check that no row has a null in column app.orders.other.
alter table app.orders validate constraint other_not_null;

commit;

-- step 9: transaction, lock_timeout 5s, statement_timeout 1min
begin;
set local lock_timeout = '5s';
set local statement_timeout = '1min';
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Refuse nulls in column app.orders.other.
alter table app.orders alter column other set not null;
alter table app.orders drop constraint other_not_null;

commit;

-- step 10: transaction, lock_timeout 5s, statement_timeout 0
begin;
set local lock_timeout = '5s';
set local statement_timeout = 0;
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Drop sequence app.gone.
drop sequence app.gone;

commit;

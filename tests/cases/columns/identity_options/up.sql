-- hazard: rewrites-table app.tickets.plain
-- hazard: blocks-reads app.tickets.plain
-- hazard: scans-table app.tickets.plain

-- step 1: transaction, lock_timeout 5s, statement_timeout 1min
begin;
set local lock_timeout = '5s';
set local statement_timeout = '1min';
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Change the sequence of identity column app.others.id.
alter sequence app.others_id_seq rename to other_ids;
do $body$
begin
  execute 'alter table app.others alter column id set increment by 2 set minvalue 10 set no maxvalue set start with 10 set cache 1 set no cycle' || case when (select is_called from app.other_ids) then '' else ' restart' end;
end
$body$;

commit;

-- step 2: transaction, lock_timeout 5s, statement_timeout 0
begin;
set local lock_timeout = '5s';
set local statement_timeout = 0;
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Change the type of column app.tickets.plain from integer to bigint.
alter table app.tickets alter column plain type bigint;

-- Generate identity column app.tickets.id always.
alter sequence app.ticket_numbers rename to ticket_counter;
alter table app.tickets alter column id set generated always set increment by 5 set no minvalue set no maxvalue set start with 1000 set cache 1 set no cycle;

-- Change the sequence of identity column app.tickets.plain.
alter table app.tickets alter column plain set increment by -1 set no minvalue set no maxvalue set start with -1 set cache 1 set no cycle restart;
select pg_catalog.setval('app.tickets_plain_seq', least(min(plain) - 1, -1), false) from app.tickets;

commit;

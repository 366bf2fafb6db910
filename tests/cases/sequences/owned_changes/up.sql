-- hazard: breaks-clients app.second_seq
-- hazard: breaks-clients app.called
-- hazard: breaks-clients app.kept_unnamed_seq
-- hazard: needs-backfill app.kept.new
-- hazard: scans-table app.kept.new
-- hazard: rewrites-table app.kept.other
-- hazard: blocks-reads app.kept.other
-- hazard: scans-table app.taken_seq
-- hazard: deletes-data app.gone
-- hazard: deletes-data app.gone_seq

-- step 1: transaction, lock_timeout 5s, statement_timeout 0
begin;
set local lock_timeout = '5s';
set local statement_timeout = 0;
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Rename sequence app.first_seq to second_seq.
alter sequence app.first_seq rename to second_seq;

commit;

-- step 2: transaction, lock_timeout 5s, statement_timeout 1min
begin;
set local lock_timeout = '5s';
set local statement_timeout = '1min';
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Call the sequence of column app.kept.named app.kept_named_seq.
alter sequence app.kept_named_seq owned by app.kept.named;

commit;

-- step 3: transaction, lock_timeout 5s, statement_timeout 0
begin;
set local lock_timeout = '5s';
set local statement_timeout = 0;
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Rename sequence app.kept_named_seq to called.
alter sequence app.kept_named_seq rename to called;

commit;

-- step 4: transaction, lock_timeout 5s, statement_timeout 0
begin;
set local lock_timeout = '5s';
set local statement_timeout = 0;
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Change how sequence app.odd counts.
alter sequence app.odd increment by 1 no minvalue no maxvalue start with 1 cache 1 no cycle;

-- Drop the comment of sequence app.odd.
comment on sequence app.odd is null;

commit;

-- step 5: transaction, lock_timeout 5s, statement_timeout 0
begin;
set local lock_timeout = '5s';
set local statement_timeout = 0;
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Rename sequence app.odd to kept_unnamed_seq.
alter sequence app.odd rename to kept_unnamed_seq;

commit;

-- step 6: transaction, lock_timeout 5s, statement_timeout 1min
begin;
set local lock_timeout = '5s';
set local statement_timeout = '1min';
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Call the sequence of column app.kept.unnamed as PostgreSQL would.
alter sequence app.kept_unnamed_seq owned by app.kept.unnamed;

commit;

-- step 7: transaction, lock_timeout 5s, statement_timeout 0
begin;
set local lock_timeout = '5s';
set local statement_timeout = 0;
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Create sequence app.new_numbers.
create sequence app.new_numbers as integer;

-- Create sequence app.taken_seq.
create sequence app.taken_seq as integer;

commit;

-- step 8: transaction, lock_timeout 5s, statement_timeout 0
begin;
set local lock_timeout = '5s';
set local statement_timeout = 0;
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Change how sequence app.called counts.
alter sequence app.called increment by 5 no minvalue no maxvalue start with 1 cache 1 no cycle;

commit;

-- step 9: transaction, lock_timeout 5s, statement_timeout 0
begin;
set local lock_timeout = '5s';
set local statement_timeout = 0;
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Change how sequence app.moved_seq counts.
alter sequence app.moved_seq increment by 3 no minvalue no maxvalue start with 1 cache 1 no cycle;

commit;

-- step 10: transaction, lock_timeout 5s, statement_timeout 1min
begin;
set local lock_timeout = '5s';
set local statement_timeout = '1min';
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Let sequence app.gone_seq go with no column.
alter sequence app.gone_seq owned by none;

commit;

-- step 11: transaction, lock_timeout 5s, statement_timeout 1min
begin;
set local lock_timeout = '5s';
set local statement_timeout = '1min';
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Add column app.kept.new.
alter table app.kept add column new integer;
alter table app.kept alter column new set default nextval('app.new_numbers'::regclass);

commit;

-- step 12: no transaction, lock_timeout 0, statement_timeout 0
-- done when: select not exists (select from app.kept where new is null)
set lock_timeout = 0;
set statement_timeout = 0;
set search_path = pg_catalog, public;
set standard_conforming_strings = on;

-- Fill the nulls of column app.kept.new, some pages at a time.
do $body$
-- app.kept.new, where it is null
#variable_conflict use_column
<<fluxc>>
declare
  pages constant bigint := 100;
  page bigint := 0;
  last bigint := (
    select pg_catalog.max(pg_catalog.pg_relation_size(part)) / pg_catalog.current_setting('block_size')::bigint
    from (
      select 'app.kept'::regclass union all select relid from pg_catalog.pg_partition_tree('app.kept')
    ) as parts (part)
  );
begin
  while page <= last loop
    update app.kept set new = nextval('app.new_numbers'::regclass)
    where new is null
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

-- step 13: transaction, lock_timeout 5s, statement_timeout 1min
begin;
set local lock_timeout = '5s';
set local statement_timeout = '1min';
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Refuse nulls in column app.kept.new, of rows to come.
alter table app.kept add constraint new_not_null check (new is not null) not valid;

commit;

-- step 14: transaction, lock_timeout 5s, statement_timeout 0
begin;
set local lock_timeout = '5s';
set local statement_timeout = 0;
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Check that no row has a null in column app.kept.new.
alter table app.kept validate constraint new_not_null;

commit;

-- step 15: transaction, lock_timeout 5s, statement_timeout 0
begin;
set local lock_timeout = '5s';
set local statement_timeout = 0;
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Refuse nulls in column app.kept.new.
alter table app.kept alter column new set not null;
alter table app.kept drop constraint new_not_null;

-- Change the type of column app.kept.other from integer to bigint.
alter table app.kept alter column other type bigint;

-- Set the default of column app.kept.freed.
alter table app.kept alter column freed set default nextval('app.freed_seq');

-- Set the default of column app.kept.other.
alter table app.kept alter column other set default nextval('app.shared_seq');

-- Set the default of column app.kept.taken.
alter table app.kept alter column taken set default nextval('app.taken_seq'::regclass);

-- Let sequence app.freed_seq go with no column.
alter sequence app.freed_seq owned by none;

-- Let sequence app.new_numbers go with column app.kept.new.
alter sequence app.new_numbers owned by app.kept.new;

-- Let sequence app.shared_seq go with column app.kept.other.
alter sequence app.shared_seq owned by app.kept.other;

-- Let sequence app.taken_seq go with column app.kept.taken.
alter sequence app.taken_seq owned by app.kept.taken;
select pg_catalog.setval('app.taken_seq', greatest(max(taken) + 1, 1), false) from app.kept;

commit;

-- step 16: transaction, lock_timeout 5s, statement_timeout 1min
begin;
set local lock_timeout = '5s';
set local statement_timeout = '1min';
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Drop table app.gone.
drop table app.gone;

commit;

-- step 17: transaction, lock_timeout 5s, statement_timeout 0
begin;
set local lock_timeout = '5s';
set local statement_timeout = 0;
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Drop sequence app.gone_seq.
drop sequence app.gone_seq;

commit;

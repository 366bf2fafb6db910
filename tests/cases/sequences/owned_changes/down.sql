-- label: structure only
-- reason: the rows of table app.gone cannot come back
-- reason: where sequence app.gone_seq had counted to cannot come back
-- loses: ["app", "kept", "new"]
-- hazard: rewrites-table app.kept.other
-- hazard: blocks-reads app.kept.other
-- hazard: deletes-data app.kept.new
-- hazard: deletes-data app.taken_seq
-- hazard: deletes-data app.new_numbers
-- hazard: breaks-clients app.odd
-- hazard: breaks-clients app.kept_named_seq
-- hazard: breaks-clients app.first_seq

-- step 1: undoes 17, transaction, lock_timeout 5s, statement_timeout 0
begin;
set local lock_timeout = '5s';
set local statement_timeout = 0;
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Create sequence app.gone_seq.
create sequence app.gone_seq;

commit;

-- step 2: undoes 16, transaction, lock_timeout 5s, statement_timeout 0
begin;
set local lock_timeout = '5s';
set local statement_timeout = 0;
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Create table app.gone.
create table app.gone (
  id bigint default nextval('app.gone_seq'::regclass) not null,
  shared bigint default nextval('app.shared_seq'::regclass) not null
);

commit;

-- step 3: undoes 15, transaction, lock_timeout 5s, statement_timeout 0
begin;
set local lock_timeout = '5s';
set local statement_timeout = 0;
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Let sequence app.taken_seq go with no column.
alter sequence app.taken_seq owned by none;

-- Let sequence app.shared_seq go with column app.gone.shared.
alter sequence app.shared_seq owned by app.gone.shared;

-- Let sequence app.new_numbers go with no column.
alter sequence app.new_numbers owned by none;

-- Let sequence app.freed_seq go with column app.kept.freed.
alter sequence app.freed_seq owned by app.kept.freed;

-- Drop the default of column app.kept.taken.
alter table app.kept alter column taken drop default;

-- Drop the default of column app.kept.other.
alter table app.kept alter column other drop default;

-- Set the default of column app.kept.freed.
alter table app.kept alter column freed set default nextval('app.freed_seq'::regclass);

-- Change the type of column app.kept.other from bigint to integer.
alter table app.kept alter column other type integer;

commit;

-- step 4: undoes 14 13, transaction, lock_timeout 5s, statement_timeout 1min
begin;
set local lock_timeout = '5s';
set local statement_timeout = '1min';
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;
set local client_min_messages = warning;

-- Take nulls in column app.kept.new.
alter table app.kept drop constraint if exists new_not_null;
alter table app.kept alter column new drop not null;

commit;

-- step 5: undoes 12 11, transaction, lock_timeout 5s, statement_timeout 1min
begin;
set local lock_timeout = '5s';
set local statement_timeout = '1min';
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Drop column app.kept.new.
alter table app.kept drop column new;

commit;

-- step 6: undoes 10, transaction, lock_timeout 5s, statement_timeout 0
begin;
set local lock_timeout = '5s';
set local statement_timeout = 0;
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Let sequence app.gone_seq go with column app.gone.id.
alter sequence app.gone_seq owned by app.gone.id;

commit;

-- step 7: undoes 9, transaction, lock_timeout 5s, statement_timeout 0
begin;
set local lock_timeout = '5s';
set local statement_timeout = 0;
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Change how sequence app.moved_seq counts.
alter sequence app.moved_seq increment by 2 no minvalue no maxvalue start with 1 cache 1 no cycle;

commit;

-- step 8: undoes 8, transaction, lock_timeout 5s, statement_timeout 0
begin;
set local lock_timeout = '5s';
set local statement_timeout = 0;
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Change how sequence app.called counts.
alter sequence app.called increment by 1 no minvalue no maxvalue start with 1 cache 1 no cycle;

commit;

-- step 9: undoes 7, transaction, lock_timeout 5s, statement_timeout 0
begin;
set local lock_timeout = '5s';
set local statement_timeout = 0;
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Drop sequence app.taken_seq.
drop sequence app.taken_seq;

-- Drop sequence app.new_numbers.
drop sequence app.new_numbers;

commit;

-- step 10: undoes 6, transaction, lock_timeout 5s, statement_timeout 1min
begin;
set local lock_timeout = '5s';
set local statement_timeout = '1min';
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Call the sequence of column app.kept.unnamed app.kept_unnamed_seq.
alter sequence app.kept_unnamed_seq owned by app.kept.unnamed;

commit;

-- step 11: undoes 5, transaction, lock_timeout 5s, statement_timeout 0
begin;
set local lock_timeout = '5s';
set local statement_timeout = 0;
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Rename sequence app.kept_unnamed_seq to odd.
alter sequence app.kept_unnamed_seq rename to odd;

commit;

-- step 12: undoes 4, transaction, lock_timeout 5s, statement_timeout 0
begin;
set local lock_timeout = '5s';
set local statement_timeout = 0;
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Set the comment of sequence app.odd.
comment on sequence app.odd is 'Odd.';

-- Change how sequence app.odd counts.
alter sequence app.odd increment by 1 no minvalue no maxvalue start with 5 cache 1 no cycle;

commit;

-- step 13: undoes 3, transaction, lock_timeout 5s, statement_timeout 0
begin;
set local lock_timeout = '5s';
set local statement_timeout = 0;
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Rename sequence app.called to kept_named_seq.
alter sequence app.called rename to kept_named_seq;

commit;

-- step 14: undoes 2, transaction, lock_timeout 5s, statement_timeout 1min
begin;
set local lock_timeout = '5s';
set local statement_timeout = '1min';
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Call the sequence of column app.kept.named as PostgreSQL would.
alter sequence app.kept_named_seq owned by app.kept.named;

commit;

-- step 15: undoes 1, transaction, lock_timeout 5s, statement_timeout 0
begin;
set local lock_timeout = '5s';
set local statement_timeout = 0;
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Rename sequence app.second_seq to first_seq.
alter sequence app.second_seq rename to first_seq;

commit;

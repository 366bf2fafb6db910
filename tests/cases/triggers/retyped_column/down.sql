-- label: structure only
-- reason: the values of column app.people.size (a required one: its table must be empty for it to come back) cannot come back
-- hazard: rewrites-table app.people.age
-- hazard: blocks-reads app.people.age

-- step 1: undoes 1, transaction, lock_timeout 5s, statement_timeout 0
begin;
set local lock_timeout = '5s';
set local statement_timeout = 0;
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Add column app.people.size.
alter table app.people add column size integer not null;

-- Change trigger app.people.sizes.
create or replace trigger sizes
  before update of size on app.people
  for each row
  execute function pg_catalog.suppress_redundant_updates_trigger();

-- Drop trigger app.people.ages.
drop trigger ages on app.people;

-- Change the type of column app.people.age from bigint to integer.
alter table app.people alter column age type integer;

-- Create trigger app.people.ages.
create trigger ages
  before update of age on app.people
  for each row
  execute function pg_catalog.suppress_redundant_updates_trigger();

commit;

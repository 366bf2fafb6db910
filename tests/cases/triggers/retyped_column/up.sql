-- hazard: rewrites-table app.people.age
-- hazard: blocks-reads app.people.age
-- hazard: deletes-data app.people.size

-- step 1: transaction, lock_timeout 5s, statement_timeout 0
begin;
set local lock_timeout = '5s';
set local statement_timeout = 0;
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Drop trigger app.people.ages.
drop trigger ages on app.people;

-- Change the type of column app.people.age from integer to bigint.
alter table app.people alter column age type bigint;

-- Create trigger app.people.ages.
create trigger ages
  before update of age on app.people
  for each row
  execute function pg_catalog.suppress_redundant_updates_trigger();

-- Change trigger app.people.sizes.
create or replace trigger sizes
  before update on app.people
  for each row
  execute function pg_catalog.suppress_redundant_updates_trigger();

-- Drop column app.people.size.
alter table app.people drop column size;

commit;

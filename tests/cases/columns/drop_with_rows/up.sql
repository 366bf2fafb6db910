-- hazard: deletes-data app.people.age
-- hazard: deletes-data app.people.counter
-- hazard: deletes-data app.people.name

-- step 1: transaction, lock_timeout 5s, statement_timeout 0
begin;
set local lock_timeout = '5s';
set local statement_timeout = 0;
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Drop index app.people_kept_idx.
drop index app.people_kept_idx;

-- Drop check app.people.grown.
alter table app.people drop constraint grown;

-- Drop column app.people.age.
alter table app.people drop column age;

-- Drop column app.people.counter.
alter table app.people drop column counter;

-- Drop column app.people.name.
alter table app.people drop column name;

commit;

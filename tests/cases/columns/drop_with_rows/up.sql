-- hazard: deletes-data app.people.age
-- hazard: deletes-data app.people.counter
-- hazard: deletes-data app.people.name

-- step 1: no transaction, lock_timeout 0, statement_timeout 0
-- done when: select pg_catalog.to_regclass('app.people_kept_idx') is null
set lock_timeout = 0;
set statement_timeout = 0;
set search_path = pg_catalog, public;
set standard_conforming_strings = on;

-- Drop index app.people_kept_idx while others read and write the table.
drop index concurrently app.people_kept_idx;

reset standard_conforming_strings;
reset search_path;
reset statement_timeout;
reset lock_timeout;

-- step 2: transaction, lock_timeout 5s, statement_timeout 1min
begin;
set local lock_timeout = '5s';
set local statement_timeout = '1min';
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Drop check app.people.grown.
alter table app.people drop constraint grown;

commit;

-- step 3: transaction, lock_timeout 5s, statement_timeout 1min
begin;
set local lock_timeout = '5s';
set local statement_timeout = '1min';
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Drop column app.people.age.
alter table app.people drop column age;

-- Drop column app.people.counter.
alter table app.people drop column counter;

-- Drop column app.people.name.
alter table app.people drop column name;

commit;

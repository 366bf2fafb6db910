-- label: exact

-- step 1: undoes 5, transaction, lock_timeout 5s, statement_timeout 1min
begin;
set local lock_timeout = '5s';
set local statement_timeout = '1min';
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Drop check app.t.positive.
alter table app.t drop constraint positive;

-- Add check app.t.positive, for rows to come.
alter table app.t add constraint positive check (a > 0) not valid;

commit;

-- step 2: undoes 4 3, transaction, lock_timeout 5s, statement_timeout 1min
begin;
set local lock_timeout = '5s';
set local statement_timeout = '1min';
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Drop check app.t.loose.
alter table app.t drop constraint loose;

-- Add check app.t.loose.
alter table app.t add constraint loose check (a < b) not enforced;

-- Drop check app.t.later.
alter table app.t drop constraint later;

commit;

-- step 3: undoes 2 1, no transaction, lock_timeout 5s, statement_timeout 1min
-- done when: select null::boolean
set lock_timeout = '5s';
set statement_timeout = '1min';
set search_path = pg_catalog, public;
set standard_conforming_strings = on;

-- Put check app.t.bounded back while others read and write the table.
alter table app.t drop constraint bounded, add constraint bounded check (b < 10) no inherit not valid;
alter table app.t validate constraint bounded;

reset standard_conforming_strings;
reset search_path;
reset statement_timeout;
reset lock_timeout;

-- label: exact
-- hazard: builds-index app.t.one_old

-- step 1: undoes 5, transaction, lock_timeout 5s, statement_timeout 1min
begin;
set local lock_timeout = '5s';
set local statement_timeout = '1min';
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Set the comment of index app.vier.
comment on index app.vier is 'Four.';

-- Drop the comment of index app.three.
comment on index app.three is null;

commit;

-- step 2: undoes 4, no transaction, lock_timeout 0, statement_timeout 0
-- done when: select indisvalid from pg_catalog.pg_index where indexrelid = pg_catalog.to_regclass('app.one_old') and indrelid = pg_catalog.to_regclass('app.t')
-- cleanup: drop index concurrently app.one_old
set lock_timeout = 0;
set statement_timeout = 0;
set search_path = pg_catalog, public;
set standard_conforming_strings = on;

-- Create index app.one_old while others read and write the table.
create index concurrently one_old on app.t (a);

reset standard_conforming_strings;
reset search_path;
reset statement_timeout;
reset lock_timeout;

-- step 3: undoes 3, transaction, lock_timeout 5s, statement_timeout 1min
begin;
set local lock_timeout = '5s';
set local statement_timeout = '1min';
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Rename index app.one to one_new.
alter index app.one rename to one_new;

-- Rename index app.one_old to one.
alter index app.one_old rename to one;

commit;

-- step 4: undoes 2, no transaction, lock_timeout 0, statement_timeout 0
-- done when: select pg_catalog.to_regclass('app.one_new') is null
set lock_timeout = 0;
set statement_timeout = 0;
set search_path = pg_catalog, public;
set standard_conforming_strings = on;

-- Drop index app.one_new while others read and write the table.
drop index concurrently app.one_new;

reset standard_conforming_strings;
reset search_path;
reset statement_timeout;
reset lock_timeout;

-- step 5: undoes 1, transaction, lock_timeout 5s, statement_timeout 1min
begin;
set local lock_timeout = '5s';
set local statement_timeout = '1min';
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Rename index app.zwei to two.
alter index app.zwei rename to two;

-- Rename index app.vier to four.
alter index app.vier rename to four;

commit;

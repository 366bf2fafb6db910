-- hazard: builds-index app.t.one

-- step 1: transaction, lock_timeout 5s, statement_timeout 1min
begin;
set local lock_timeout = '5s';
set local statement_timeout = '1min';
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Rename index app.four to vier.
alter index app.four rename to vier;

-- Rename index app.two to zwei.
alter index app.two rename to zwei;

commit;

-- step 2: no transaction, lock_timeout 0, statement_timeout 0
-- done when: select indisvalid from pg_catalog.pg_index where indexrelid = pg_catalog.to_regclass('app.one_new') and indrelid = pg_catalog.to_regclass('app.t')
-- cleanup: drop index concurrently app.one_new
set lock_timeout = 0;
set statement_timeout = 0;
set search_path = pg_catalog, public;
set standard_conforming_strings = on;

-- Create index app.one_new while others read and write the table.
create index concurrently one_new on app.t (a desc);

reset standard_conforming_strings;
reset search_path;
reset statement_timeout;
reset lock_timeout;

-- step 3: transaction, lock_timeout 5s, statement_timeout 1min
begin;
set local lock_timeout = '5s';
set local statement_timeout = '1min';
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Rename index app.one to one_old.
alter index app.one rename to one_old;

-- Rename index app.one_new to one.
alter index app.one_new rename to one;

commit;

-- step 4: no transaction, lock_timeout 0, statement_timeout 0
-- done when: select pg_catalog.to_regclass('app.one_old') is null
set lock_timeout = 0;
set statement_timeout = 0;
set search_path = pg_catalog, public;
set standard_conforming_strings = on;

-- Drop index app.one_old while others read and write the table.
drop index concurrently app.one_old;

reset standard_conforming_strings;
reset search_path;
reset statement_timeout;
reset lock_timeout;

-- step 5: transaction, lock_timeout 5s, statement_timeout 1min
begin;
set local lock_timeout = '5s';
set local statement_timeout = '1min';
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Set the comment of index app.three.
comment on index app.three is 'Three''s.';

-- Set the comment of index app.vier.
comment on index app.vier is 'Vier.';

commit;

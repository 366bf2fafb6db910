-- hazard: builds-index app.t.fresh
-- hazard: builds-index app.t.kept_name
-- hazard: builds-index app.t.t_b_key

-- step 1: transaction, lock_timeout 5s, statement_timeout 1min
begin;
set local lock_timeout = '5s';
set local statement_timeout = '1min';
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Drop unique constraint app.t.gone.
alter table app.t drop constraint gone;

commit;

-- step 2: transaction, lock_timeout 5s, statement_timeout 1min
begin;
set local lock_timeout = '5s';
set local statement_timeout = '1min';
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Drop unique constraint app.t.t_a_key.
alter table app.t drop constraint t_a_key;

commit;

-- step 3: no transaction, lock_timeout 0, statement_timeout 0
-- done when: select indisvalid from pg_catalog.pg_index where indexrelid = pg_catalog.to_regclass('app.fresh') and indrelid = pg_catalog.to_regclass('app.t')
-- cleanup: drop index concurrently app.fresh
set lock_timeout = 0;
set statement_timeout = 0;
set search_path = pg_catalog, public;
set standard_conforming_strings = on;

-- Build the index of unique constraint app.t.fresh while others read and write the table.
create unique index concurrently fresh on app.t (d);

reset standard_conforming_strings;
reset search_path;
reset statement_timeout;
reset lock_timeout;

-- step 4: no transaction, lock_timeout 0, statement_timeout 0
-- done when: select indisvalid from pg_catalog.pg_index where indexrelid = pg_catalog.to_regclass('app.kept_name_new') and indrelid = pg_catalog.to_regclass('app.t')
-- cleanup: drop index concurrently app.kept_name_new
set lock_timeout = 0;
set statement_timeout = 0;
set search_path = pg_catalog, public;
set standard_conforming_strings = on;

-- Build the index of unique constraint app.t.kept_name while others read and write the table.
create unique index concurrently kept_name_new on app.t (b, d);

reset standard_conforming_strings;
reset search_path;
reset statement_timeout;
reset lock_timeout;

-- step 5: no transaction, lock_timeout 0, statement_timeout 0
-- done when: select indisvalid from pg_catalog.pg_index where indexrelid = pg_catalog.to_regclass('app.t_b_key') and indrelid = pg_catalog.to_regclass('app.t')
-- cleanup: drop index concurrently app.t_b_key
set lock_timeout = 0;
set statement_timeout = 0;
set search_path = pg_catalog, public;
set standard_conforming_strings = on;

-- Build the index of unique constraint app.t.t_b_key while others read and write the table.
create unique index concurrently t_b_key on app.t (b);

reset standard_conforming_strings;
reset search_path;
reset statement_timeout;
reset lock_timeout;

-- step 6: transaction, lock_timeout 5s, statement_timeout 1min
begin;
set local lock_timeout = '5s';
set local statement_timeout = '1min';
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Add unique constraint app.t.fresh by its index.
alter table app.t add constraint fresh unique using index fresh;
comment on constraint fresh on app.t is 'D once.';

commit;

-- step 7: transaction, lock_timeout 5s, statement_timeout 1min
begin;
set local lock_timeout = '5s';
set local statement_timeout = '1min';
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;
set local client_min_messages = warning;

-- Replace unique constraint app.t.kept_name by its new index.
alter table app.t drop constraint kept_name, add constraint kept_name unique using index kept_name_new;

commit;

-- step 8: transaction, lock_timeout 5s, statement_timeout 1min
begin;
set local lock_timeout = '5s';
set local statement_timeout = '1min';
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Add unique constraint app.t.t_b_key by its index.
alter table app.t add constraint t_b_key unique using index t_b_key;

commit;

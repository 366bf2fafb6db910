-- label: exact
-- hazard: builds-index app.t.t_a_key
-- hazard: builds-index app.t.gone

-- step 1: undoes 8 7, no transaction, lock_timeout 5s, statement_timeout 1min
-- done when: select false from pg_catalog.pg_index where indexrelid = pg_catalog.to_regclass('app.kept_name_new') and indrelid = pg_catalog.to_regclass('app.t')
-- cleanup: drop index concurrently app.kept_name_new
set lock_timeout = '5s';
set statement_timeout = '1min';
set search_path = pg_catalog, public;
set standard_conforming_strings = on;

-- Put unique constraint app.t.kept_name back while others read and write the table.
set lock_timeout = 0;
set statement_timeout = 0;
create unique index concurrently kept_name_new on app.t (b, c);
set lock_timeout = '5s';
set statement_timeout = '1min';
alter table app.t drop constraint kept_name, add constraint kept_name unique using index kept_name_new;

reset standard_conforming_strings;
reset search_path;
reset statement_timeout;
reset lock_timeout;

-- step 2: undoes 6 5, transaction, lock_timeout 5s, statement_timeout 1min
begin;
set local lock_timeout = '5s';
set local statement_timeout = '1min';
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;
set local client_min_messages = warning;

-- Drop unique constraint app.t.t_b_key.
alter table app.t drop constraint if exists t_b_key;
drop index if exists app.t_b_key;

commit;

-- step 3: undoes 4, transaction, lock_timeout 5s, statement_timeout 1min
begin;
set local lock_timeout = '5s';
set local statement_timeout = '1min';
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;
set local client_min_messages = warning;

-- Drop the index of unique constraint app.t.kept_name, where it did not become that.
drop index if exists app.kept_name_new;

commit;

-- step 4: undoes 3, transaction, lock_timeout 5s, statement_timeout 1min
begin;
set local lock_timeout = '5s';
set local statement_timeout = '1min';
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;
set local client_min_messages = warning;

-- Drop unique constraint app.t.fresh.
alter table app.t drop constraint if exists fresh;
drop index if exists app.fresh;

commit;

-- step 5: undoes 2, no transaction, lock_timeout 5s, statement_timeout 1min
-- done when: select exists (select from pg_catalog.pg_constraint where conindid = indexrelid and conname = 't_a_key') from pg_catalog.pg_index where indexrelid = pg_catalog.to_regclass('app.t_a_key') and indrelid = pg_catalog.to_regclass('app.t')
-- cleanup: drop index concurrently app.t_a_key
set lock_timeout = '5s';
set statement_timeout = '1min';
set search_path = pg_catalog, public;
set standard_conforming_strings = on;

-- Add unique constraint app.t.t_a_key while others read and write the table.
set lock_timeout = 0;
set statement_timeout = 0;
create unique index concurrently t_a_key on app.t (a);
set lock_timeout = '5s';
set statement_timeout = '1min';
alter table app.t add constraint t_a_key unique using index t_a_key;

reset standard_conforming_strings;
reset search_path;
reset statement_timeout;
reset lock_timeout;

-- step 6: undoes 1, no transaction, lock_timeout 5s, statement_timeout 1min
-- done when: select exists (select from pg_catalog.pg_constraint where conindid = indexrelid and conname = 'gone') from pg_catalog.pg_index where indexrelid = pg_catalog.to_regclass('app.gone') and indrelid = pg_catalog.to_regclass('app.t')
-- cleanup: drop index concurrently app.gone
set lock_timeout = '5s';
set statement_timeout = '1min';
set search_path = pg_catalog, public;
set standard_conforming_strings = on;

-- Add unique constraint app.t.gone while others read and write the table.
set lock_timeout = 0;
set statement_timeout = 0;
create unique index concurrently gone on app.t (c, d);
set lock_timeout = '5s';
set statement_timeout = '1min';
alter table app.t add constraint gone unique using index gone;

reset standard_conforming_strings;
reset search_path;
reset statement_timeout;
reset lock_timeout;

-- hazard: builds-index app.t.t_a_key
-- hazard: deletes-data app.old_words
-- hazard: builds-index app.t.words_idx

-- step 1: transaction, lock_timeout 5s, statement_timeout 1min
begin;
set local lock_timeout = '5s';
set local statement_timeout = '1min';
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Drop unique constraint app.t.t_a_key.
alter table app.t drop constraint t_a_key;

commit;

-- step 2: no transaction, lock_timeout 0, statement_timeout 0
-- done when: select indisvalid from pg_catalog.pg_index where indexrelid = pg_catalog.to_regclass('app.t_a_key') and indrelid = pg_catalog.to_regclass('app.t')
-- cleanup: drop index concurrently app.t_a_key
set lock_timeout = 0;
set statement_timeout = 0;
set search_path = pg_catalog, public;
set standard_conforming_strings = on;

-- Create index app.t_a_key while others read and write the table.
create index concurrently t_a_key on app.t (a desc);

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

-- Drop table app.old_words.
drop table app.old_words;

commit;

-- step 4: no transaction, lock_timeout 0, statement_timeout 0
-- done when: select indisvalid from pg_catalog.pg_index where indexrelid = pg_catalog.to_regclass('app.words_idx') and indrelid = pg_catalog.to_regclass('app.t')
-- cleanup: drop index concurrently app.words_idx
set lock_timeout = 0;
set statement_timeout = 0;
set search_path = pg_catalog, public;
set standard_conforming_strings = on;

-- Create index app.words_idx while others read and write the table.
create index concurrently words_idx on app.t (a);

reset standard_conforming_strings;
reset search_path;
reset statement_timeout;
reset lock_timeout;

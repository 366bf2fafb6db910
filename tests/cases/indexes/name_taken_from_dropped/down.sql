-- label: structure only
-- reason: the rows of table app.old_words cannot come back
-- hazard: builds-index app.t.t_a_key

-- step 1: undoes 4, no transaction, lock_timeout 0, statement_timeout 0
-- done when: select pg_catalog.to_regclass('app.words_idx') is null
set lock_timeout = 0;
set statement_timeout = 0;
set search_path = pg_catalog, public;
set standard_conforming_strings = on;

-- Drop index app.words_idx while others read and write the table.
drop index concurrently app.words_idx;

reset standard_conforming_strings;
reset search_path;
reset statement_timeout;
reset lock_timeout;

-- step 2: undoes 3, transaction, lock_timeout 5s, statement_timeout 0
begin;
set local lock_timeout = '5s';
set local statement_timeout = 0;
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Create table app.old_words.
create table app.old_words (
  a text not null
);

-- Create index app.words_idx.
create index words_idx on app.old_words (a);

commit;

-- step 3: undoes 2, no transaction, lock_timeout 0, statement_timeout 0
-- done when: select pg_catalog.to_regclass('app.t_a_key') is null
set lock_timeout = 0;
set statement_timeout = 0;
set search_path = pg_catalog, public;
set standard_conforming_strings = on;

-- Drop index app.t_a_key while others read and write the table.
drop index concurrently app.t_a_key;

reset standard_conforming_strings;
reset search_path;
reset statement_timeout;
reset lock_timeout;

-- step 4: undoes 1, no transaction, lock_timeout 5s, statement_timeout 1min
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

-- label: structure only
-- reason: the rows of table app.old_words cannot come back

-- step 1: undoes 3, transaction, lock_timeout 5s, statement_timeout 0
begin;
set local lock_timeout = '5s';
set local statement_timeout = 0;
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Drop index app.words_idx.
drop index app.words_idx;

commit;

-- step 2: undoes 2, transaction, lock_timeout 5s, statement_timeout 0
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

-- step 3: undoes 1, transaction, lock_timeout 5s, statement_timeout 0
begin;
set local lock_timeout = '5s';
set local statement_timeout = 0;
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Drop index app.t_a_key.
drop index app.t_a_key;

-- Add unique constraint app.t.t_a_key.
alter table app.t add constraint t_a_key unique (a);

commit;

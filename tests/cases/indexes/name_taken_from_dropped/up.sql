-- hazard: builds-index app.t.t_a_key
-- hazard: blocks-writes app.t.t_a_key
-- hazard: deletes-data app.old_words
-- hazard: builds-index app.t.words_idx
-- hazard: blocks-writes app.t.words_idx

-- step 1: transaction, lock_timeout 5s, statement_timeout 0
begin;
set local lock_timeout = '5s';
set local statement_timeout = 0;
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Drop unique constraint app.t.t_a_key.
alter table app.t drop constraint t_a_key;

-- Create index app.t_a_key.
create index t_a_key on app.t (a desc);

commit;

-- step 2: transaction, lock_timeout 5s, statement_timeout 0
begin;
set local lock_timeout = '5s';
set local statement_timeout = 0;
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Drop table app.old_words.
drop table app.old_words;

commit;

-- step 3: transaction, lock_timeout 5s, statement_timeout 0
begin;
set local lock_timeout = '5s';
set local statement_timeout = 0;
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Create index app.words_idx.
create index words_idx on app.t (a);

commit;

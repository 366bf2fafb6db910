-- label: exact
-- hazard: rewrites-table app.deutsch
-- hazard: blocks-reads app.deutsch

-- step 1: undoes 5, transaction, lock_timeout 5s, statement_timeout 0
begin;
set local lock_timeout = '5s';
set local statement_timeout = 0;
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Create collation app.gone.
create collation app.gone (provider = libc, locale = 'C');

commit;

-- step 2: undoes 4, transaction, lock_timeout 5s, statement_timeout 0
begin;
set local lock_timeout = '5s';
set local statement_timeout = 0;
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Drop the comment of collation app.plain.
comment on collation app.plain is null;

commit;

-- step 3: undoes 3, transaction, lock_timeout 5s, statement_timeout 0
begin;
set local lock_timeout = '5s';
set local statement_timeout = 0;
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Set the comment of collation app.deutsch.
comment on collation app.deutsch is 'Of Germany.';

commit;

-- step 4: undoes 2, transaction, lock_timeout 5s, statement_timeout 0
begin;
set local lock_timeout = '5s';
set local statement_timeout = 0;
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Drop collation app.fresh.
drop collation app.fresh;

commit;

-- step 5: undoes 1, transaction, lock_timeout 5s, statement_timeout 0
begin;
set local lock_timeout = '5s';
set local statement_timeout = 0;
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Make collation app.deutsch, collation app.posix anew, with app.words, app.word.
drop index app.t_plain_idx;
alter type app.word rename to fluxc_aside_313d9220c14d;
alter type app.words rename to fluxc_aside_8233f53be7ed;
alter collation app.posix rename to fluxc_aside_9e85fa6ac6e6;
alter collation app.deutsch rename to fluxc_aside_1d3ca3bba9d0;
create collation app.deutsch (provider = libc, locale = 'C');
comment on collation app.deutsch is 'Of Germany.';
create collation app.posix (provider = libc, lc_collate = 'C', lc_ctype = 'POSIX');
create type app.words as (
  one text collate app.deutsch);
create domain app.word as text collate app.deutsch;
alter table app.t alter column name type text collate app.deutsch using name;
alter table app.t alter column plain drop default;
alter table app.t alter column plain type character varying(20) collate app.posix using plain;
alter table app.t alter column plain set default 'x';
alter table app.t alter column word type app.word using word::text::app.word;
alter table app.t alter column words type app.words using words::text::app.words;
drop type app.fluxc_aside_313d9220c14d;
drop type app.fluxc_aside_8233f53be7ed;
drop collation app.fluxc_aside_9e85fa6ac6e6;
drop collation app.fluxc_aside_1d3ca3bba9d0;
create index t_plain_idx on app.t (plain collate app.deutsch);

-- Rename collation app.deutsch to german.
alter collation app.deutsch rename to german;

commit;

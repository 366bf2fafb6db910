-- label: exact

-- step 1: undoes 6, transaction, lock_timeout 5s, statement_timeout 0
begin;
set local lock_timeout = '5s';
set local statement_timeout = 0;
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Create collation app.gone.
create collation app.gone (provider = libc, locale = 'C');

commit;

-- step 2: undoes 5, transaction, lock_timeout 5s, statement_timeout 0
begin;
set local lock_timeout = '5s';
set local statement_timeout = 0;
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Drop the comment of collation app.plain.
comment on collation app.plain is null;

commit;

-- step 3: undoes 4, transaction, lock_timeout 5s, statement_timeout 0
begin;
set local lock_timeout = '5s';
set local statement_timeout = 0;
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Set the comment of collation app.deutsch.
comment on collation app.deutsch is 'Of Germany.';

commit;

-- step 4: undoes 3, transaction, lock_timeout 5s, statement_timeout 0
begin;
set local lock_timeout = '5s';
set local statement_timeout = 0;
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Drop collation app.fresh.
drop collation app.fresh;

commit;

-- step 5: undoes 2, transaction, lock_timeout 5s, statement_timeout 0
begin;
set local lock_timeout = '5s';
set local statement_timeout = 0;
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Make collation app.posix anew.
alter collation app.posix rename to fluxc_aside_9e85fa6ac6e6;
create collation app.posix (provider = libc, lc_collate = 'C', lc_ctype = 'POSIX');
drop collation app.fluxc_aside_9e85fa6ac6e6;

commit;

-- step 6: undoes 1, transaction, lock_timeout 5s, statement_timeout 0
begin;
set local lock_timeout = '5s';
set local statement_timeout = 0;
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Make collation app.deutsch anew, with app.word.
drop index app.t_plain_idx;
alter collation app.deutsch rename to fluxc_aside_1d3ca3bba9d0;
alter type app.word rename to fluxc_aside_313d9220c14d;
create collation app.deutsch (provider = icu, locale = 'de-DE');
comment on collation app.deutsch is 'Of Germany.';
create domain app.word as text collate app.deutsch;
alter table app.t alter column name type text collate app.deutsch using name;
alter table app.t alter column word type app.word using word::text::app.word;
drop type app.fluxc_aside_313d9220c14d;
drop collation app.fluxc_aside_1d3ca3bba9d0;
create index t_plain_idx on app.t (plain collate app.deutsch);

-- Rename collation app.deutsch to german.
alter collation app.deutsch rename to german;

commit;

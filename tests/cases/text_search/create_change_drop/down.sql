-- label: exact

-- step 1: undoes 9, transaction, lock_timeout 5s, statement_timeout 0
begin;
set local lock_timeout = '5s';
set local statement_timeout = 0;
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Drop text search configuration app.uses_turned.
drop text search configuration app.uses_turned;

-- Drop text search dictionary app.turned.
drop text search dictionary app.turned;

-- Create text search dictionary app.turned.
create text search dictionary app.turned (template = pg_catalog.simple);

-- Create text search dictionary app.gone.
create text search dictionary app.gone (template = pg_catalog.simple);

-- Create text search configuration app.uses_turned.
create text search configuration app.uses_turned (parser = pg_catalog."default");
alter text search configuration app.uses_turned add mapping for word with app.turned;

commit;

-- step 2: undoes 8, transaction, lock_timeout 5s, statement_timeout 0
begin;
set local lock_timeout = '5s';
set local statement_timeout = 0;
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Create text search configuration app.gone.
create text search configuration app.gone (parser = pg_catalog."default");
alter text search configuration app.gone add mapping for asciihword, asciiword, hword, hword_asciipart, hword_part, word with pg_catalog.german_stem;
alter text search configuration app.gone add mapping for email, file, "float", host, hword_numpart, "int", numhword, numword, sfloat, uint, url, url_path, version with pg_catalog.simple;

commit;

-- step 3: undoes 7, transaction, lock_timeout 5s, statement_timeout 0
begin;
set local lock_timeout = '5s';
set local statement_timeout = 0;
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Set the comment of text search dictionary app.stems.
comment on text search dictionary app.stems is 'Ours.';

commit;

-- step 4: undoes 6, transaction, lock_timeout 5s, statement_timeout 0
begin;
set local lock_timeout = '5s';
set local statement_timeout = 0;
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Drop the comment of text search configuration app.words.
comment on text search configuration app.words is null;

-- Change text search configuration app.words.
alter text search configuration app.words alter mapping for hword with app.stems, pg_catalog.simple;
alter text search configuration app.words add mapping for email, file with pg_catalog.simple;

commit;

-- step 5: undoes 5, transaction, lock_timeout 5s, statement_timeout 0
begin;
set local lock_timeout = '5s';
set local statement_timeout = 0;
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Drop text search configuration app.russian.
drop text search configuration app.russian;

commit;

-- step 6: undoes 4, transaction, lock_timeout 5s, statement_timeout 0
begin;
set local lock_timeout = '5s';
set local statement_timeout = 0;
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Change text search configuration app.own.
alter text search configuration app.own drop mapping for url;
alter text search configuration app.own alter mapping for asciiword with pg_catalog.simple;
alter text search configuration app.own add mapping for email with pg_catalog.simple;

commit;

-- step 7: undoes 3, transaction, lock_timeout 5s, statement_timeout 0
begin;
set local lock_timeout = '5s';
set local statement_timeout = 0;
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Drop text search configuration app.deeper.
drop text search configuration app.deeper;

commit;

-- step 8: undoes 2, transaction, lock_timeout 5s, statement_timeout 0
begin;
set local lock_timeout = '5s';
set local statement_timeout = 0;
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Change text search dictionary app.stems.
alter text search dictionary app.stems (language = 'english', stopwords = 'english');

commit;

-- step 9: undoes 1, transaction, lock_timeout 5s, statement_timeout 0
begin;
set local lock_timeout = '5s';
set local statement_timeout = 0;
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Drop text search dictionary app.fresh.
drop text search dictionary app.fresh;

commit;

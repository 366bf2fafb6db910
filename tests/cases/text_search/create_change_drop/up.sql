-- step 1: transaction, lock_timeout 5s, statement_timeout 0
begin;
set local lock_timeout = '5s';
set local statement_timeout = 0;
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Create text search dictionary app.fresh.
create text search dictionary app.fresh (template = pg_catalog.simple, accept = 'false', stopwords = 'english');

commit;

-- step 2: transaction, lock_timeout 5s, statement_timeout 0
begin;
set local lock_timeout = '5s';
set local statement_timeout = 0;
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Change text search dictionary app.stems.
alter text search dictionary app.stems (language = 'danish', stopwords);

commit;

-- step 3: transaction, lock_timeout 5s, statement_timeout 0
begin;
set local lock_timeout = '5s';
set local statement_timeout = 0;
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Create text search configuration app.deeper.
create text search configuration app.deeper (parser = pg_catalog."default");
alter text search configuration app.deeper add mapping for asciihword, asciiword, hword, hword_asciipart, hword_part with pg_catalog.english_stem;
alter text search configuration app.deeper add mapping for "float", host, hword_numpart, "int", numhword, numword, sfloat, url, url_path, version with pg_catalog.simple;
alter text search configuration app.deeper add mapping for uint with app.fresh;
alter text search configuration app.deeper add mapping for word with app.stems, pg_catalog.simple;
comment on text search configuration app.deeper is 'Numbers too.';

commit;

-- step 4: transaction, lock_timeout 5s, statement_timeout 0
begin;
set local lock_timeout = '5s';
set local statement_timeout = 0;
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Change text search configuration app.own.
alter text search configuration app.own drop mapping for email;
alter text search configuration app.own alter mapping for asciiword with app.fresh, pg_catalog.english_stem;
alter text search configuration app.own add mapping for url with pg_catalog.simple;

commit;

-- step 5: transaction, lock_timeout 5s, statement_timeout 0
begin;
set local lock_timeout = '5s';
set local statement_timeout = 0;
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Create text search configuration app.russian.
create text search configuration app.russian (parser = pg_catalog."default");
alter text search configuration app.russian add mapping for asciihword, asciiword, hword_asciipart with pg_catalog.english_stem;
alter text search configuration app.russian add mapping for email, file, "float", host, hword_numpart, "int", numhword, numword, sfloat, uint, url, url_path, version with pg_catalog.simple;
alter text search configuration app.russian add mapping for hword, hword_part, word with pg_catalog.russian_stem;

commit;

-- step 6: transaction, lock_timeout 5s, statement_timeout 0
begin;
set local lock_timeout = '5s';
set local statement_timeout = 0;
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Change text search configuration app.words.
alter text search configuration app.words drop mapping for email, file;
alter text search configuration app.words alter mapping for hword with pg_catalog.english_stem;

-- Set the comment of text search configuration app.words.
comment on text search configuration app.words is 'For titles.';

commit;

-- step 7: transaction, lock_timeout 5s, statement_timeout 0
begin;
set local lock_timeout = '5s';
set local statement_timeout = 0;
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Drop the comment of text search dictionary app.stems.
comment on text search dictionary app.stems is null;

commit;

-- step 8: transaction, lock_timeout 5s, statement_timeout 0
begin;
set local lock_timeout = '5s';
set local statement_timeout = 0;
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Drop text search configuration app.gone.
drop text search configuration app.gone;

commit;

-- step 9: transaction, lock_timeout 5s, statement_timeout 0
begin;
set local lock_timeout = '5s';
set local statement_timeout = 0;
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Drop text search configuration app.uses_turned.
drop text search configuration app.uses_turned;

-- Drop text search dictionary app.gone.
drop text search dictionary app.gone;

-- Drop text search dictionary app.turned.
drop text search dictionary app.turned;

-- Create text search dictionary app.turned.
create text search dictionary app.turned (template = pg_catalog.snowball, language = 'german');

-- Create text search configuration app.uses_turned.
create text search configuration app.uses_turned (parser = pg_catalog."default");
alter text search configuration app.uses_turned add mapping for word with app.turned;

commit;

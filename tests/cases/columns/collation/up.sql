-- hazard: builds-index app.words.other
-- hazard: blocks-reads app.words.other
-- hazard: builds-index app.words.word
-- hazard: blocks-reads app.words.word
-- hazard: rewrites-table app.words.made
-- hazard: blocks-reads app.words.made

-- step 1: transaction, lock_timeout 5s, statement_timeout 0
begin;
set local lock_timeout = '5s';
set local statement_timeout = 0;
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Drop column app.words.made.
alter table app.words drop column made;

-- Add column app.words.fourth.
alter table app.words add column fourth text[] collate "C";

-- Change the type of column app.words.other from character varying(20) to character varying(40).
alter table app.words alter column other type character varying(40) collate "POSIX";

-- Change the collation of column app.words.word.
alter table app.words alter column word type text;

-- Add column app.words.made.
alter table app.words add column made boolean generated always as (word is null) stored not null;

commit;

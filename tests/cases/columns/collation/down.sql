-- label: exact
-- loses: ["app", "words", "fourth"]
-- hazard: builds-index app.words.word
-- hazard: blocks-reads app.words.word
-- hazard: rewrites-table app.words.other
-- hazard: blocks-reads app.words.other
-- hazard: deletes-data app.words.fourth
-- hazard: rewrites-table app.words.made
-- hazard: blocks-reads app.words.made

-- step 1: undoes 1, transaction, lock_timeout 5s, statement_timeout 0
begin;
set local lock_timeout = '5s';
set local statement_timeout = 0;
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Drop column app.words.made.
alter table app.words drop column made;

-- Change the collation of column app.words.word.
alter table app.words alter column word type text collate "C";

-- Change the type of column app.words.other from character varying(40) to character varying(20).
alter table app.words alter column other type character varying(20);

-- Drop column app.words.fourth.
alter table app.words drop column fourth;

-- Add column app.words.made.
alter table app.words add column made boolean generated always as (word is null) stored not null;

commit;

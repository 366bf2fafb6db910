-- label: structure only
-- reason: the values of column app.t.moods cannot come back
-- hazard: rewrites-table app.t.mood
-- hazard: blocks-reads app.t.mood

-- step 1: undoes 3, transaction, lock_timeout 5s, statement_timeout 0
begin;
set local lock_timeout = '5s';
set local statement_timeout = 0;
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Create enum app.mood.
create type app.mood as enum ('calm', 'wild');
comment on type app.mood is 'Moods.';

commit;

-- step 2: undoes 2, transaction, lock_timeout 5s, statement_timeout 0
begin;
set local lock_timeout = '5s';
set local statement_timeout = 0;
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Create enum app.gone.
create type app.gone as enum ('x');

commit;

-- step 3: undoes 1, transaction, lock_timeout 5s, statement_timeout 0
begin;
set local lock_timeout = '5s';
set local statement_timeout = 0;
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Drop the default of column app.t.mood.
alter table app.t alter column mood drop default;

-- Change the type of column app.t.mood from text to app.mood.
alter table app.t alter column mood type app.mood using mood::app.mood;

-- Add column app.t.moods.
alter table app.t add column moods app.mood[] default '{}' not null;

-- Set the default of column app.t.mood.
alter table app.t alter column mood set default 'calm';

commit;

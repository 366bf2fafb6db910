-- hazard: deletes-data app.t.moods
-- hazard: rewrites-table app.t.mood
-- hazard: blocks-reads app.t.mood

-- step 1: transaction, lock_timeout 5s, statement_timeout 0
begin;
set local lock_timeout = '5s';
set local statement_timeout = 0;
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Drop the default of column app.t.mood.
alter table app.t alter column mood drop default;

-- Drop column app.t.moods.
alter table app.t drop column moods;

-- Change the type of column app.t.mood from app.mood to text.
alter table app.t alter column mood type text;

-- Set the default of column app.t.mood.
alter table app.t alter column mood set default 'calm';

commit;

-- step 2: transaction, lock_timeout 5s, statement_timeout 0
begin;
set local lock_timeout = '5s';
set local statement_timeout = 0;
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Drop enum app.gone.
drop type app.gone;

commit;

-- step 3: transaction, lock_timeout 5s, statement_timeout 0
begin;
set local lock_timeout = '5s';
set local statement_timeout = 0;
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Drop enum app.mood.
drop type app.mood;

commit;

-- label: exact
-- hazard: rewrites-table app.mood
-- hazard: blocks-reads app.mood

-- step 1: undoes 1, transaction, lock_timeout 5s, statement_timeout 0
begin;
set local lock_timeout = '5s';
set local statement_timeout = 0;
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Make enum app.mood anew in another order of values.
alter type app.mood rename to fluxc_aside_fff6ef50cc24;
create type app.mood as enum ('calm', 'it''s $check$');
alter table app.t alter column moods type app.mood[] using moods::text[]::app.mood[];
drop type app.fluxc_aside_fff6ef50cc24;

commit;

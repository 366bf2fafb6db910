-- label: exact
-- loses: ["public", "notes", "mood"]
-- hazard: deletes-data public.notes.mood

-- step 1: undoes 2, transaction, lock_timeout 5s, statement_timeout 1min
begin;
set local lock_timeout = '5s';
set local statement_timeout = '1min';
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Drop column public.notes.mood.
alter table public.notes drop column mood;

commit;

-- step 2: undoes 1, transaction, lock_timeout 5s, statement_timeout 0
begin;
set local lock_timeout = '5s';
set local statement_timeout = 0;
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Drop enum public.mood.
drop type public.mood;

commit;

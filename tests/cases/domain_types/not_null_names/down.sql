-- label: exact
-- hazard: scans-table app.kept
-- hazard: blocks-writes app.kept
-- hazard: scans-table app.open
-- hazard: blocks-writes app.open

-- step 1: undoes 13, transaction, lock_timeout 5s, statement_timeout 0
begin;
set local lock_timeout = '5s';
set local statement_timeout = 0;
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Create domain type app.gone.
create domain app.gone as integer constraint must not null;

commit;

-- step 2: undoes 12, transaction, lock_timeout 5s, statement_timeout 0
begin;
set local lock_timeout = '5s';
set local statement_timeout = 0;
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Drop check kept_check of domain type app.kept.
alter domain app.kept drop constraint kept_check;

commit;

-- step 3: undoes 11, transaction, lock_timeout 5s, statement_timeout 0
begin;
set local lock_timeout = '5s';
set local statement_timeout = 0;
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Take nulls in domain type app.strict.
alter domain app.strict drop not null;

commit;

-- step 4: undoes 10, transaction, lock_timeout 5s, statement_timeout 0
begin;
set local lock_timeout = '5s';
set local statement_timeout = 0;
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Take nulls in domain type app.filled.
alter domain app.filled drop not null;

commit;

-- step 5: undoes 9, transaction, lock_timeout 5s, statement_timeout 0
begin;
set local lock_timeout = '5s';
set local statement_timeout = 0;
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Add check kept_check to domain type app.kept.
alter domain app.kept add constraint kept_check check (value > 0);

commit;

-- step 6: undoes 8, transaction, lock_timeout 5s, statement_timeout 0
begin;
set local lock_timeout = '5s';
set local statement_timeout = 0;
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Rename the not-null constraint of domain type app.usual.
alter domain app.usual rename constraint usual_not_null to "a ""must""";

commit;

-- step 7: undoes 7, transaction, lock_timeout 5s, statement_timeout 0
begin;
set local lock_timeout = '5s';
set local statement_timeout = 0;
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Rename the not-null constraint of domain type app.renamed.
alter domain app.renamed rename constraint "Shall" to must;

commit;

-- step 8: undoes 6, transaction, lock_timeout 5s, statement_timeout 0
begin;
set local lock_timeout = '5s';
set local statement_timeout = 0;
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Rename the not-null constraint of domain type app.named.
alter domain app.named rename constraint must to named_not_null;

commit;

-- step 9: undoes 5, transaction, lock_timeout 5s, statement_timeout 0
begin;
set local lock_timeout = '5s';
set local statement_timeout = 0;
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Refuse nulls in domain type app.open.
alter domain app.open add constraint must not null;

commit;

-- step 10: undoes 4, transaction, lock_timeout 5s, statement_timeout 0
begin;
set local lock_timeout = '5s';
set local statement_timeout = 0;
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Drop domain type app.new.
drop domain app.new;

commit;

-- step 11: undoes 3, transaction, lock_timeout 5s, statement_timeout 0
begin;
set local lock_timeout = '5s';
set local statement_timeout = 0;
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Rename domain type app.taken_now to taken.
alter domain app.taken_now rename to taken;

commit;

-- step 12: undoes 2, transaction, lock_timeout 5s, statement_timeout 0
begin;
set local lock_timeout = '5s';
set local statement_timeout = 0;
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Rename domain type app.moved_away to moved.
alter domain app.moved_away rename to moved;

commit;

-- step 13: undoes 1, transaction, lock_timeout 5s, statement_timeout 0
begin;
set local lock_timeout = '5s';
set local statement_timeout = 0;
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Rename domain type app.followed to follows.
alter domain app.followed rename to follows;
-- PostgreSQL 17 and later name the constraint that refuses nulls
do $body$
begin
  if exists (
    select from pg_constraint
    where contypid = 'app.follows'::regtype and contype = 'n' and conname = 'followed_not_null'
  ) then
    alter domain app.follows rename constraint followed_not_null to follows_not_null;
  end if;
end
$body$;

commit;

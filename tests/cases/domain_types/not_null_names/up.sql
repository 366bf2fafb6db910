-- decision: drop app.gone
-- hazard: scans-table app.filled
-- hazard: blocks-writes app.filled
-- hazard: scans-table app.kept
-- hazard: blocks-writes app.kept

-- step 1: transaction, lock_timeout 5s, statement_timeout 0
begin;
set local lock_timeout = '5s';
set local statement_timeout = 0;
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Rename domain type app.follows to followed.
alter domain app.follows rename to followed;
-- PostgreSQL 17 and later name the constraint that refuses nulls
do $body$
begin
  if exists (
    select from pg_constraint
    where contypid = 'app.followed'::regtype and contype = 'n' and conname = 'follows_not_null'
  ) then
    alter domain app.followed rename constraint follows_not_null to followed_not_null;
  end if;
end
$body$;

commit;

-- step 2: transaction, lock_timeout 5s, statement_timeout 0
begin;
set local lock_timeout = '5s';
set local statement_timeout = 0;
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Rename domain type app.moved to moved_away.
alter domain app.moved rename to moved_away;

commit;

-- step 3: transaction, lock_timeout 5s, statement_timeout 0
begin;
set local lock_timeout = '5s';
set local statement_timeout = 0;
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Rename domain type app.taken to taken_now.
alter domain app.taken rename to taken_now;

commit;

-- step 4: transaction, lock_timeout 5s, statement_timeout 0
begin;
set local lock_timeout = '5s';
set local statement_timeout = 0;
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Create domain type app.new.
create domain app.new as integer default 1 constraint must not null
  constraint low check (value < 10);

commit;

-- step 5: transaction, lock_timeout 5s, statement_timeout 0
begin;
set local lock_timeout = '5s';
set local statement_timeout = 0;
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Take nulls in domain type app.open.
alter domain app.open drop not null;

commit;

-- step 6: transaction, lock_timeout 5s, statement_timeout 0
begin;
set local lock_timeout = '5s';
set local statement_timeout = 0;
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Rename the not-null constraint of domain type app.named.
alter domain app.named rename constraint named_not_null to must;

commit;

-- step 7: transaction, lock_timeout 5s, statement_timeout 0
begin;
set local lock_timeout = '5s';
set local statement_timeout = 0;
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Rename the not-null constraint of domain type app.renamed.
alter domain app.renamed rename constraint must to "Shall";

commit;

-- step 8: transaction, lock_timeout 5s, statement_timeout 0
begin;
set local lock_timeout = '5s';
set local statement_timeout = 0;
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Rename the not-null constraint of domain type app.usual.
alter domain app.usual rename constraint "a ""must""" to usual_not_null;

commit;

-- step 9: transaction, lock_timeout 5s, statement_timeout 0
begin;
set local lock_timeout = '5s';
set local statement_timeout = 0;
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Drop check kept_check of domain type app.kept.
alter domain app.kept drop constraint kept_check;

commit;

-- step 10: transaction, lock_timeout 5s, statement_timeout 0
begin;
set local lock_timeout = '5s';
set local statement_timeout = 0;
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Refuse nulls in domain type app.filled.
alter domain app.filled add constraint must not null;

commit;

-- step 11: transaction, lock_timeout 5s, statement_timeout 0
begin;
set local lock_timeout = '5s';
set local statement_timeout = 0;
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Refuse nulls in domain type app.strict.
alter domain app.strict set not null;

commit;

-- step 12: transaction, lock_timeout 5s, statement_timeout 0
begin;
set local lock_timeout = '5s';
set local statement_timeout = 0;
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Add check kept_check to domain type app.kept.
alter domain app.kept add constraint kept_check check (value > 1);

commit;

-- step 13: transaction, lock_timeout 5s, statement_timeout 0
begin;
set local lock_timeout = '5s';
set local statement_timeout = 0;
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Drop domain type app.gone.
drop domain app.gone;

commit;

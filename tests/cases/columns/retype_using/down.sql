-- label: structure only
-- reason: values of column app.t.days as they were before the change of type and values of column app.t.flag as they were before the change of type and values of column app.t.pair as they were before the change of type and values of column app.t.score as they were before the change of type cannot come back
-- hazard: scans-table app.t.score
-- hazard: rewrites-table app.t
-- hazard: blocks-reads app.t

-- step 1: undoes 3, transaction, lock_timeout 5s, statement_timeout 1min
begin;
set local lock_timeout = '5s';
set local statement_timeout = '1min';
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Drop the default of column app.t.pair.
alter table app.t alter column pair drop default;

-- Drop the default of column app.t.flag.
alter table app.t alter column flag drop default;

commit;

-- step 2: undoes 2, no transaction, lock_timeout 5s, statement_timeout 1min
-- done when: select case when attnotnull then true when exists (select from pg_catalog.pg_constraint where conrelid = attrelid and conname = 'score_not_null') then false end from pg_catalog.pg_attribute where attrelid = pg_catalog.to_regclass('app.t') and attname = 'score'
-- cleanup: set lock_timeout = '5s'; alter table app.t drop constraint score_not_null; reset lock_timeout
set lock_timeout = '5s';
set statement_timeout = '1min';
set search_path = pg_catalog, public;
set standard_conforming_strings = on;

-- Refuse nulls in column app.t.score while others read and write the table.
alter table app.t add constraint score_not_null check (score is not null) not valid;
set statement_timeout = 0;
alter table app.t validate constraint score_not_null;
set statement_timeout = '1min';
alter table app.t alter column score set not null, drop constraint score_not_null;

reset standard_conforming_strings;
reset search_path;
reset statement_timeout;
reset lock_timeout;

-- step 3: undoes 1, transaction, lock_timeout 5s, statement_timeout 0
begin;
set local lock_timeout = '5s';
set local statement_timeout = 0;
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Change the type of column app.t.score from integer to text; change the type of column app.t.pair from text[] to text; change the type of column app.t.flag from integer to boolean; change the type of column app.t.days from numeric(5,1) to integer.
alter table app.t
  alter column score type text,
  alter column pair type text,
  alter column flag type boolean using flag::boolean,
  alter column days type integer;

-- Set the default of column app.t.flag.
alter table app.t alter column flag set default true;

commit;

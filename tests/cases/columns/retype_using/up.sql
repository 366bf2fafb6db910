-- hazard: rewrites-table app.t
-- hazard: blocks-reads app.t

-- step 1: transaction, lock_timeout 5s, statement_timeout 0
begin;
set local lock_timeout = '5s';
set local statement_timeout = 0;
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Drop the default of column app.t.flag.
alter table app.t alter column flag drop default;

-- Change the type of column app.t.days from integer to numeric(5,1); change the type of column app.t.flag from boolean to integer; change the type of column app.t.pair from text to text[]; change the type of column app.t.score from text to integer.
alter table app.t
  alter column days type numeric(5,1) using days / 2.0,
  alter column flag type integer using flag::int,
  alter column pair type text[] using string_to_array(pair, ','),
  alter column score type integer using nullif(score, '')::integer;

commit;

-- step 2: transaction, lock_timeout 5s, statement_timeout 1min
begin;
set local lock_timeout = '5s';
set local statement_timeout = '1min';
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Take nulls in column app.t.score.
alter table app.t alter column score drop not null;

commit;

-- step 3: transaction, lock_timeout 5s, statement_timeout 1min
begin;
set local lock_timeout = '5s';
set local statement_timeout = '1min';
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Set the default of column app.t.flag.
alter table app.t alter column flag set default 1;

-- Set the default of column app.t.pair.
alter table app.t alter column pair set default '{}';

commit;

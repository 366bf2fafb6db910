-- decision: drop app.mood.wild
-- hazard: scans-table app.t.known
-- hazard: rewrites-table app.mood
-- hazard: blocks-reads app.mood

-- step 1: transaction, lock_timeout 5s, statement_timeout 0
begin;
set local lock_timeout = '5s';
set local statement_timeout = 0;
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Check that no row has wild of enum app.mood.
do $body$
begin
  if exists (select from app.t where mood::text in ('wild')) then
    raise exception using
      errcode = 'restrict_violation',
      message = 'app.t.mood still holds wild, which enum app.mood no longer has',
      hint = 'Change these rows first, then run this again.';
  end if;
end
$body$;

-- Add to enum app.mood: new.
alter type app.mood add value 'new';

commit;

-- step 2: transaction, lock_timeout 5s, statement_timeout 1min
begin;
set local lock_timeout = '5s';
set local statement_timeout = '1min';
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Set the default of column app.t.mood.
alter table app.t alter column mood set default 'new';

commit;

-- step 3: transaction, lock_timeout 5s, statement_timeout 1min
begin;
set local lock_timeout = '5s';
set local statement_timeout = '1min';
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Replace check app.t.known, for rows to come.
alter table app.t drop constraint known, add constraint known check (mood in ('calm', 'new')) not valid;

commit;

-- step 4: transaction, lock_timeout 5s, statement_timeout 0
begin;
set local lock_timeout = '5s';
set local statement_timeout = 0;
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Validate check app.t.known.
alter table app.t validate constraint known;

commit;

-- step 5: transaction, lock_timeout 5s, statement_timeout 0
begin;
set local lock_timeout = '5s';
set local statement_timeout = 0;
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Make enum app.mood anew, without wild.
-- assumption: no row has wild of enum app.mood
do $body$
begin
  if exists (select from app.t where mood::text in ('wild')) then
    raise exception using
      errcode = 'restrict_violation',
      message = 'app.t.mood still holds wild, which enum app.mood no longer has',
      hint = 'Change these rows first, then run this again.';
  end if;
end
$body$;
alter table app.t drop constraint known;
alter type app.mood rename to fluxc_aside_fff6ef50cc24;
create type app.mood as enum ('new', 'calm');
alter table app.t alter column mood drop default;
alter table app.t alter column mood type app.mood using mood::text::app.mood;
alter table app.t alter column mood set default 'new';
drop type app.fluxc_aside_fff6ef50cc24;
alter table app.t add constraint known check (mood in ('calm', 'new'));

commit;

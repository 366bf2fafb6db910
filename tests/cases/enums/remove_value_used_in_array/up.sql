-- decision: drop app.mood."it's $check$"
-- hazard: rewrites-table app.mood
-- hazard: blocks-reads app.mood

-- step 1: transaction, lock_timeout 5s, statement_timeout 0
begin;
set local lock_timeout = '5s';
set local statement_timeout = 0;
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Make enum app.mood anew, without it's $check$.
-- assumption: no row has it's $check$ of enum app.mood
do $body$
begin
  if exists (select from app.t where moods::text[] && array['it''s $check$']) then
    raise exception using
      errcode = 'restrict_violation',
      message = 'app.t.moods still holds it''s $check$, which enum app.mood no longer has',
      hint = 'Change these rows first, then run this again.';
  end if;
end
$body$;
alter type app.mood rename to fluxc_aside_fff6ef50cc24;
create type app.mood as enum ('calm');
alter table app.t alter column moods type app.mood[] using moods::text[]::app.mood[];
drop type app.fluxc_aside_fff6ef50cc24;

commit;

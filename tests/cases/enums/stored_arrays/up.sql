-- decision: drop app.mood.so_so
-- hazard: rewrites-table app.mood
-- hazard: blocks-reads app.mood

-- step 1: transaction, lock_timeout 5s, statement_timeout 0
begin;
set local lock_timeout = '5s';
set local statement_timeout = 0;
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Make enum app.mood anew, without so_so.
-- assumption: no row has so_so of enum app.mood
do $body$
begin
  if exists (select from app.people where moods::text[] && array['so_so']) then
    raise exception using
      errcode = 'restrict_violation',
      message = 'app.people.moods still holds so_so, which enum app.mood no longer has',
      hint = 'Change these rows first, then run this again.';
  end if;
end
$body$;
alter type app.mood rename to fluxc_aside_fff6ef50cc24;
create type app.mood as enum ('bad', 'good');
alter table app.people alter column moods type app.mood[] using moods::text[]::app.mood[];
alter table app.people alter column moods set storage external;
alter table app.people alter column moods set compression pglz;
drop type app.fluxc_aside_fff6ef50cc24;

commit;

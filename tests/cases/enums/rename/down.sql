-- label: exact
-- hazard: rewrites-table app.temper
-- hazard: blocks-reads app.temper

-- step 1: undoes 3, transaction, lock_timeout 5s, statement_timeout 0
begin;
set local lock_timeout = '5s';
set local statement_timeout = 0;
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Drop the comment of enum app.temper.
comment on type app.temper is null;

commit;

-- step 2: undoes 2, transaction, lock_timeout 5s, statement_timeout 0
begin;
set local lock_timeout = '5s';
set local statement_timeout = 0;
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Make enum app.temper anew, without new.
do $body$
begin
  if exists (select from app.t where mood::text in ('new')) then
    raise exception using
      errcode = 'restrict_violation',
      message = 'app.t.mood still holds new, which enum app.temper no longer has',
      hint = 'Change these rows first, then run this again.';
  end if;
end
$body$;
do $body$
begin
  if exists (select from app.t where moods::text[] && array['new']) then
    raise exception using
      errcode = 'restrict_violation',
      message = 'app.t.moods still holds new, which enum app.temper no longer has',
      hint = 'Change these rows first, then run this again.';
  end if;
end
$body$;
alter table app.t drop constraint tame;
alter type app.temper rename to fluxc_aside_f7c9ea40c463;
create type app.temper as enum ('calm', 'wild');
alter table app.t alter column mood drop default;
alter table app.t alter column mood type app.temper using mood::text::app.temper;
alter table app.t alter column mood set default 'calm';
alter table app.t alter column moods drop default;
alter table app.t alter column moods type app.temper[] using moods::text[]::app.temper[];
alter table app.t alter column moods set default '{}'::app.temper[];
drop type app.fluxc_aside_f7c9ea40c463;
alter table app.t add constraint tame check (mood <> 'wild'::app.temper);

commit;

-- step 3: undoes 1, transaction, lock_timeout 5s, statement_timeout 0
begin;
set local lock_timeout = '5s';
set local statement_timeout = 0;
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Rename enum app.temper to mood.
alter type app.temper rename to mood;

commit;

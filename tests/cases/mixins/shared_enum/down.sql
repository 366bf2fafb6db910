-- label: exact
-- hazard: rewrites-table types.mood
-- hazard: blocks-reads types.mood

-- step 1: undoes 2, transaction, lock_timeout 5s, statement_timeout 1min
begin;
set local lock_timeout = '5s';
set local statement_timeout = '1min';
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Set the default of column app.people.mood.
alter table app.people alter column mood set default 'calm';

commit;

-- step 2: undoes 1, transaction, lock_timeout 5s, statement_timeout 0
begin;
set local lock_timeout = '5s';
set local statement_timeout = 0;
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Make enum types.mood anew, without wild.
do $body$
begin
  if exists (select from app.people where mood::text in ('wild')) then
    raise exception using
      errcode = 'restrict_violation',
      message = 'app.people.mood still holds wild, which enum types.mood no longer has',
      hint = 'Change these rows first, then run this again.';
  end if;
end
$body$;
alter type types.mood rename to fluxc_aside_458eda961d5e;
create type types.mood as enum ('calm');
alter table app.people alter column mood drop default;
alter table app.people alter column mood type types.mood using mood::text::types.mood;
alter table app.people alter column mood set default 'calm';
drop type types.fluxc_aside_458eda961d5e;

commit;

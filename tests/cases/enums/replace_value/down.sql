-- label: exact
-- hazard: rewrites-table app.mood
-- hazard: blocks-reads app.mood

-- step 1: undoes 5, transaction, lock_timeout 5s, statement_timeout 0
begin;
set local lock_timeout = '5s';
set local statement_timeout = 0;
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Make enum app.mood anew in another order of values.
alter table app.t drop constraint known;
alter type app.mood rename to fluxc_aside_fff6ef50cc24;
create type app.mood as enum ('calm', 'wild', 'new');
alter table app.t alter column mood drop default;
alter table app.t alter column mood type app.mood using mood::text::app.mood;
alter table app.t alter column mood set default 'new';
drop type app.fluxc_aside_fff6ef50cc24;
alter table app.t add constraint known check (mood in ('calm', 'new'));

commit;

-- step 2: undoes 4 3, no transaction, lock_timeout 5s, statement_timeout 1min
-- done when: select null::boolean
set lock_timeout = '5s';
set statement_timeout = '1min';
set search_path = pg_catalog, public;
set standard_conforming_strings = on;

-- Put check app.t.known back while others read and write the table.
alter table app.t drop constraint known, add constraint known check (mood in ('calm', 'wild')) not valid;
alter table app.t validate constraint known;

reset standard_conforming_strings;
reset search_path;
reset statement_timeout;
reset lock_timeout;

-- step 3: undoes 2, transaction, lock_timeout 5s, statement_timeout 1min
begin;
set local lock_timeout = '5s';
set local statement_timeout = '1min';
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Set the default of column app.t.mood.
alter table app.t alter column mood set default 'wild';

commit;

-- step 4: undoes 1, transaction, lock_timeout 5s, statement_timeout 0
begin;
set local lock_timeout = '5s';
set local statement_timeout = 0;
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Make enum app.mood anew, without new.
do $body$
begin
  if exists (select from app.t where mood::text in ('new')) then
    raise exception using
      errcode = 'restrict_violation',
      message = 'app.t.mood still holds new, which enum app.mood no longer has',
      hint = 'Change these rows first, then run this again.';
  end if;
end
$body$;
alter table app.t drop constraint known;
alter type app.mood rename to fluxc_aside_fff6ef50cc24;
create type app.mood as enum ('calm', 'wild');
alter table app.t alter column mood drop default;
alter table app.t alter column mood type app.mood using mood::text::app.mood;
alter table app.t alter column mood set default 'wild';
drop type app.fluxc_aside_fff6ef50cc24;
alter table app.t add constraint known check (mood in ('calm', 'wild'));

commit;

-- label: structure only
-- reason: value sad of enum app.mood in the rows that had it cannot come back
-- hazard: rewrites-table app.mood
-- hazard: blocks-reads app.mood
-- hazard: rewrites-table app.temper
-- hazard: blocks-reads app.temper

-- step 1: undoes 2, transaction, lock_timeout 5s, statement_timeout 0
begin;
set local lock_timeout = '5s';
set local statement_timeout = 0;
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Make enum app.mood anew in another order of values.
alter type app.state rename to fluxc_aside_6d1f032c7e60;
alter type app.temper rename to fluxc_aside_5446eeb2bf0d;
alter type app.mood rename to fluxc_aside_fff6ef50cc24;
create type app.mood as enum ('calm', 'wild', 'sad');
create domain app.temper as app.mood
  constraint temper_check check (value <> 'wild'::app.mood);
alter domain app.temper drop default;
create type app.state as (
  mood app.mood,
  temper app.temper);
alter table app.t alter column mood drop default;
alter table app.t alter column mood type app.mood using mood::text::app.mood;
alter table app.t alter column mood set default 'calm';
alter table app.t alter column temper type app.temper using temper::text::app.temper;
alter table app.t alter column state type app.state using state::text::app.state;
alter table app.t alter column "all" type app.temper[] using "all"::text[]::app.temper[];
drop type app.fluxc_aside_6d1f032c7e60;
drop type app.fluxc_aside_5446eeb2bf0d;
drop type app.fluxc_aside_fff6ef50cc24;

commit;

-- step 2: undoes 1, transaction, lock_timeout 5s, statement_timeout 0
begin;
set local lock_timeout = '5s';
set local statement_timeout = 0;
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Make domain type app.temper anew, with app.state.
alter type app.state rename to fluxc_aside_6d1f032c7e60;
alter type app.temper rename to fluxc_aside_5446eeb2bf0d;
create domain app.temper as app.mood
  constraint temper_check check (value <> 'sad'::app.mood);
alter domain app.temper drop default;
create type app.state as (
  mood app.mood,
  temper app.temper);
alter table app.t alter column temper type app.temper using temper::text::app.temper;
alter table app.t alter column state type app.state using state::text::app.state;
alter table app.t alter column "all" type app.temper[] using "all"::text::app.temper[];
drop type app.fluxc_aside_6d1f032c7e60;
drop type app.fluxc_aside_5446eeb2bf0d;

commit;

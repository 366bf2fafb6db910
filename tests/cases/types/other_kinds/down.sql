-- label: exact
-- hazard: breaks-clients app."level_of(app.level)"
-- hazard: rewrites-table app.mood
-- hazard: blocks-reads app.mood

-- step 1: undoes 3, transaction, lock_timeout 5s, statement_timeout 0
begin;
set local lock_timeout = '5s';
set local statement_timeout = 0;
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Drop composite type app.gone.
drop type app.gone;

commit;

-- step 2: undoes 2, transaction, lock_timeout 5s, statement_timeout 0
begin;
set local lock_timeout = '5s';
set local statement_timeout = 0;
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Create enum app.gone.
create type app.gone as enum ('a', 'b');

commit;

-- step 3: undoes 1, transaction, lock_timeout 5s, statement_timeout 0
begin;
set local lock_timeout = '5s';
set local statement_timeout = 0;
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;
set local check_function_bodies = off;

-- Drop view app.of_level.
drop view app.of_level;

-- Drop the default of column app.things.usual.
alter table app.things alter column usual drop default;

-- Drop the default of column app.things.mood.
alter table app.things alter column mood drop default;

-- Drop function app.level_of(app.level).
drop function app.level_of(app.level);

-- Make domain type app.mood (enum before), enum app.level (domain type before) anew, with app.pair.
alter table app.things drop constraint not_low;
alter table app.things drop column shown;
alter type app.pair rename to fluxc_aside_bd441676c3da;
alter type app.mood rename to fluxc_aside_fff6ef50cc24;
alter type app.level rename to fluxc_aside_7d8e68318d49;
create domain app.mood as text
  constraint mood_check check (value <> '');
comment on domain app.mood is 'How it feels.';
create type app.level as enum ('low', 'high');
create type app.pair as (
  one app.level,
  other app.mood);
alter table app.things alter column level type app.level using level::text::app.level;
alter table app.things alter column usual drop default;
alter table app.things alter column usual type app.level using usual::text::app.level;
alter table app.things alter column usual set default 'low';
alter table app.things alter column levels type app.level[] using levels::text::app.level[];
alter table app.things alter column mood drop default;
alter table app.things alter column mood type app.mood using mood::text::app.mood;
alter table app.things alter column mood set default 'fine';
alter table app.things alter column pair type app.pair using pair::text::app.pair;
drop type app.fluxc_aside_bd441676c3da;
drop type app.fluxc_aside_fff6ef50cc24;
drop type app.fluxc_aside_7d8e68318d49;
alter table app.things add column shown text generated always as (case when level = 'low' then 'l' else 'h' end) stored not null;
alter table app.things add constraint not_low check (level <> 'low' or mood <> 'bad');

-- Create function app.level_of(app.level).
create function app.level_of(at app.level)
  returns app.level
  language sql
  as $body$select at$body$;

-- Set the default of column app.things.usual.
alter table app.things alter column usual set default 'low';

-- Set the default of column app.things.mood.
alter table app.things alter column mood set default 'fine';

-- Create view app.of_level.
set local search_path = pg_catalog, app, public;
create view app.of_level as
select level, mood from things where level <> 'low';
set local search_path = pg_catalog, public;

commit;

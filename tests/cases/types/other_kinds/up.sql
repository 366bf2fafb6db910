-- hazard: breaks-clients app."level_of(app.level)"
-- hazard: rewrites-table app.level
-- hazard: blocks-reads app.level

-- step 1: transaction, lock_timeout 5s, statement_timeout 0
begin;
set local lock_timeout = '5s';
set local statement_timeout = 0;
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;
set local check_function_bodies = off;

-- Drop view app.of_level.
drop view app.of_level;

-- Drop the default of column app.things.mood.
alter table app.things alter column mood drop default;

-- Drop the default of column app.things.usual.
alter table app.things alter column usual drop default;

-- Drop function app.level_of(app.level).
drop function app.level_of(app.level);

-- Make domain type app.level (enum before), enum app.mood (domain type before) anew, with app.pair.
alter table app.things drop constraint not_low;
alter table app.things drop column shown;
alter type app.pair rename to fluxc_aside_bd441676c3da;
alter type app.level rename to fluxc_aside_724423c100c5;
alter type app.mood rename to fluxc_aside_1a8c66dbeca4;
create domain app.level as character varying(10)
  constraint known check (value in ('low', 'high'));
create type app.mood as enum ('bad', 'fine');
comment on type app.mood is 'How it feels.';
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
drop type app.fluxc_aside_724423c100c5;
drop type app.fluxc_aside_1a8c66dbeca4;
alter table app.things add column shown text generated always as (case when level = 'low' then 'l' else 'h' end) stored not null;
alter table app.things add constraint not_low check (level <> 'low' or mood <> 'bad');

-- Create function app.level_of(app.level).
create function app.level_of(at app.level)
  returns app.level
  language sql
  as $body$select at$body$;

-- Set the default of column app.things.mood.
alter table app.things alter column mood set default 'fine';

-- Set the default of column app.things.usual.
alter table app.things alter column usual set default 'low';

-- Create view app.of_level.
set local search_path = pg_catalog, app, public;
create view app.of_level as
select level, mood from things where level <> 'low';
set local search_path = pg_catalog, public;

commit;

-- step 2: transaction, lock_timeout 5s, statement_timeout 0
begin;
set local lock_timeout = '5s';
set local statement_timeout = 0;
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Drop enum app.gone.
drop type app.gone;

commit;

-- step 3: transaction, lock_timeout 5s, statement_timeout 0
begin;
set local lock_timeout = '5s';
set local statement_timeout = 0;
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Create composite type app.gone.
create type app.gone as (
  x integer);

commit;

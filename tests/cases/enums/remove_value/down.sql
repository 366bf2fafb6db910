-- label: exact
-- hazard: rewrites-table app.mood
-- hazard: blocks-reads app.mood

-- step 1: undoes 2, transaction, lock_timeout 5s, statement_timeout 0
begin;
set local lock_timeout = '5s';
set local statement_timeout = 0;
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Make enum app.mood anew in another order of values.
alter table app.t drop constraint tame;
drop index app.t_calm_idx;
alter type app.mood rename to fluxc_aside_fff6ef50cc24;
create type app.mood as enum ('calm', 'wild', 'odd');
alter table app.t alter column mood drop default;
alter table app.t alter column mood type app.mood using mood::text::app.mood;
alter table app.t alter column mood set default 'calm';
alter table app.t alter column moods drop default;
alter table app.t alter column moods type app.mood[] using moods::text[]::app.mood[];
alter table app.t alter column moods set default '{odd,calm}';
alter table app.u alter column mood type app.mood using mood::text::app.mood;
drop type app.fluxc_aside_fff6ef50cc24;
alter table app.t add constraint tame check (mood = 'calm' or length(note) > 0);
comment on constraint tame on app.t is 'Tame ones.';
create index t_calm_idx on app.t (note) where mood = 'calm';
comment on index app.t_calm_idx is 'Calm ones.';

commit;

-- step 2: undoes 1, transaction, lock_timeout 5s, statement_timeout 0
begin;
set local lock_timeout = '5s';
set local statement_timeout = 0;
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;
set local check_function_bodies = off;

-- Create function app.heeds(app.mood).
create function app.heeds(app.mood)
  returns boolean
  language sql
  as $body$select true$body$;

commit;

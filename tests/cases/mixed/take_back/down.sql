-- label: structure only
-- reason: the values of column app.a.gone cannot come back
-- hazard: rewrites-table app.mood
-- hazard: blocks-reads app.mood
-- hazard: rewrites-table app.a.id
-- hazard: blocks-reads app.a.id
-- hazard: breaks-clients app.b

-- step 1: undoes 2, transaction, lock_timeout 5s, statement_timeout 0
begin;
set local lock_timeout = '5s';
set local statement_timeout = 0;
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Make enum app.mood anew in another order of values.
drop index app.a_mood_idx;
alter type app.mood rename to fluxc_aside_fff6ef50cc24;
create type app.mood as enum ('calm', 'wild', 'new');
alter table app.a alter column mood drop default;
alter table app.a alter column mood type app.mood using mood::text::app.mood;
alter table app.a alter column mood set default 'wild';
drop type app.fluxc_aside_fff6ef50cc24;
create index a_mood_idx on app.a (mood) where id > 3;

commit;

-- step 2: undoes 1, transaction, lock_timeout 5s, statement_timeout 0
begin;
set local lock_timeout = '5s';
set local statement_timeout = 0;
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Set the default of column app.a.mood.
alter table app.a alter column mood set default 'new';

-- Change the type of column app.a.id from integer to bigint.
alter table app.a alter column id type bigint;

-- Add column app.a.gone.
alter table app.a add column gone text;

-- Rename primary key app.a.a_pkey to b_pkey.
alter table app.a rename constraint a_pkey to b_pkey;

-- Rename index app.a_mood_idx to b_mood_idx.
alter index app.a_mood_idx rename to b_mood_idx;

-- Rename table app.a to app.b.
alter table app.a rename to b;
-- PostgreSQL 18 and later name not-null constraints
do $body$
declare
  found record;
begin
  for found in
    select constrained.conname as old, renamed.new
    from pg_constraint as constrained
    join (values ('a_id_not_null', 'b_id_not_null'), ('a_mood_not_null', 'b_mood_not_null')) as renamed (old, new) on constrained.conname = renamed.old
    where constrained.conrelid = 'app.b'::regclass and constrained.contype = 'n'
  loop
    execute format('alter table %s rename constraint %I to %I', 'app.b', found.old, found.new);
  end loop;
end
$body$;

commit;

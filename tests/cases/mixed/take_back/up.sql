-- decision: drop app.mood.new
-- hazard: breaks-clients app.a
-- hazard: deletes-data app.a.gone
-- hazard: rewrites-table app.a.id
-- hazard: blocks-reads app.a.id
-- hazard: rewrites-table app.mood
-- hazard: blocks-reads app.mood

-- step 1: transaction, lock_timeout 5s, statement_timeout 0
begin;
set local lock_timeout = '5s';
set local statement_timeout = 0;
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Check that no row has new of enum app.mood.
do $body$
begin
  if exists (select from app.b where mood::text in ('new')) then
    raise exception using
      errcode = 'restrict_violation',
      message = 'app.b.mood still holds new, which enum app.mood no longer has',
      hint = 'Change these rows first, then run this again.';
  end if;
end
$body$;

-- Rename table app.b to app.a.
alter table app.b rename to a;
-- PostgreSQL 18 and later name not-null constraints
do $body$
declare
  found record;
begin
  for found in
    select constrained.conname as old, renamed.new
    from pg_constraint as constrained
    join (values ('b_id_not_null', 'a_id_not_null'), ('b_mood_not_null', 'a_mood_not_null')) as renamed (old, new) on constrained.conname = renamed.old
    where constrained.conrelid = 'app.a'::regclass and constrained.contype = 'n'
  loop
    execute format('alter table %s rename constraint %I to %I', 'app.a', found.old, found.new);
  end loop;
end
$body$;

-- Rename index app.b_mood_idx to a_mood_idx.
alter index app.b_mood_idx rename to a_mood_idx;

-- Rename primary key app.a.b_pkey to a_pkey.
alter table app.a rename constraint b_pkey to a_pkey;

-- Drop column app.a.gone.
alter table app.a drop column gone;

-- Change the type of column app.a.id from bigint to integer.
alter table app.a alter column id type integer;

-- Set the default of column app.a.mood.
alter table app.a alter column mood set default 'wild';

commit;

-- step 2: transaction, lock_timeout 5s, statement_timeout 0
begin;
set local lock_timeout = '5s';
set local statement_timeout = 0;
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Make enum app.mood anew, without new.
-- assumption: no row has new of enum app.mood
do $body$
begin
  if exists (select from app.a where mood::text in ('new')) then
    raise exception using
      errcode = 'restrict_violation',
      message = 'app.a.mood still holds new, which enum app.mood no longer has',
      hint = 'Change these rows first, then run this again.';
  end if;
end
$body$;
drop index app.a_mood_idx;
alter type app.mood rename to fluxc_aside_fff6ef50cc24;
create type app.mood as enum ('calm', 'wild');
alter table app.a alter column mood drop default;
alter table app.a alter column mood type app.mood using mood::text::app.mood;
alter table app.a alter column mood set default 'wild';
drop type app.fluxc_aside_fff6ef50cc24;
create index a_mood_idx on app.a (mood) where id > 3;

commit;

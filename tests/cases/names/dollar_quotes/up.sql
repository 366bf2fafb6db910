-- decision: drop app."a$body$b"."$body$"
-- hazard: breaks-clients app."u$body$; drop schema app cascade; --"
-- hazard: breaks-clients app."u$body$; drop schema app cascade; --"."d$body$'"
-- hazard: rewrites-table app."a$body$b"
-- hazard: blocks-reads app."a$body$b"

-- step 1: transaction, lock_timeout 5s, statement_timeout 0
begin;
set local lock_timeout = '5s';
set local statement_timeout = 0;
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Check that no row has $body$ of enum app."a$body$b".
do $body_$
begin
  if exists (select from app."t$body$; drop schema app cascade; --" where mood::text in ('$body$')) then
    raise exception using
      errcode = 'restrict_violation',
      message = 'app."t$body$; drop schema app cascade; --".mood still holds $body$, which enum app."a$body$b" no longer has',
      hint = 'Change these rows first, then run this again.';
  end if;
end
$body_$;

-- Rename table app."t$body$; drop schema app cascade; --" to app."u$body$; drop schema app cascade; --".
alter table app."t$body$; drop schema app cascade; --" rename to "u$body$; drop schema app cascade; --";
-- PostgreSQL 18 and later name not-null constraints
do $body_$
declare
  found record;
begin
  for found in
    select constrained.conname as old, renamed.new
    from pg_constraint as constrained
    join (values ('t$body$; drop schema app cascade; --_c$body$''_not_null', 'u$body$; drop schema app cascade; --_c$body$''_not_null'), ('t$body$; drop schema app cascade; --_mood_not_null', 'u$body$; drop schema app cascade; --_mood_not_null')) as renamed (old, new) on constrained.conname = renamed.old
    where constrained.conrelid = 'app."u$body$; drop schema app cascade; --"'::regclass and constrained.contype = 'n'
  loop
    execute format('alter table %s rename constraint %I to %I', 'app."u$body$; drop schema app cascade; --"', found.old, found.new);
  end loop;
end
$body_$;

-- Rename column app."u$body$; drop schema app cascade; --"."c$body$'" to d$body$'.
alter table app."u$body$; drop schema app cascade; --" rename column "c$body$'" to "d$body$'";
-- PostgreSQL 18 and later name not-null constraints
do $body_$
declare
  found record;
begin
  for found in
    select constrained.conname as old, renamed.new
    from pg_constraint as constrained
    join (values ('u$body$; drop schema app cascade; --_c$body$''_not_null', 'u$body$; drop schema app cascade; --_d$body$''_not_null')) as renamed (old, new) on constrained.conname = renamed.old
    where constrained.conrelid = 'app."u$body$; drop schema app cascade; --"'::regclass and constrained.contype = 'n'
  loop
    execute format('alter table %s rename constraint %I to %I', 'app."u$body$; drop schema app cascade; --"', found.old, found.new);
  end loop;
end
$body_$;

-- Rename primary key app."u$body$; drop schema app cascade; --"."t$body$; drop schema app cascade; --_pkey" to u$body$; drop schema app cascade; --_pkey.
alter table app."u$body$; drop schema app cascade; --" rename constraint "t$body$; drop schema app cascade; --_pkey" to "u$body$; drop schema app cascade; --_pkey";

commit;

-- step 2: transaction, lock_timeout 5s, statement_timeout 0
begin;
set local lock_timeout = '5s';
set local statement_timeout = 0;
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Make enum app."a$body$b" anew, without $body$.
-- assumption: no row has $body$ of enum app."a$body$b"
do $body_$
begin
  if exists (select from app."u$body$; drop schema app cascade; --" where mood::text in ('$body$')) then
    raise exception using
      errcode = 'restrict_violation',
      message = 'app."u$body$; drop schema app cascade; --".mood still holds $body$, which enum app."a$body$b" no longer has',
      hint = 'Change these rows first, then run this again.';
  end if;
end
$body_$;
alter type app."a$body$b" rename to fluxc_aside_c903ff17cbf0;
create type app."a$body$b" as enum ('x');
alter table app."u$body$; drop schema app cascade; --" alter column mood type app."a$body$b" using mood::text::app."a$body$b";
drop type app.fluxc_aside_c903ff17cbf0;

commit;

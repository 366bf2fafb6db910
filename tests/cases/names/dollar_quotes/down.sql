-- label: exact
-- hazard: rewrites-table app."a$body$b"
-- hazard: blocks-reads app."a$body$b"
-- hazard: breaks-clients app."u$body$; drop schema app cascade; --"."c$body$'"
-- hazard: breaks-clients app."t$body$; drop schema app cascade; --"

-- step 1: undoes 2, transaction, lock_timeout 5s, statement_timeout 0
begin;
set local lock_timeout = '5s';
set local statement_timeout = 0;
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Make enum app."a$body$b" anew in another order of values.
alter type app."a$body$b" rename to fluxc_aside_c903ff17cbf0;
create type app."a$body$b" as enum ('x', '$body$');
alter table app."u$body$; drop schema app cascade; --" alter column mood type app."a$body$b" using mood::text::app."a$body$b";
drop type app.fluxc_aside_c903ff17cbf0;

commit;

-- step 2: undoes 1, transaction, lock_timeout 5s, statement_timeout 1min
begin;
set local lock_timeout = '5s';
set local statement_timeout = '1min';
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Rename primary key app."u$body$; drop schema app cascade; --"."u$body$; drop schema app cascade; --_pkey" to t$body$; drop schema app cascade; --_pkey.
alter table app."u$body$; drop schema app cascade; --" rename constraint "u$body$; drop schema app cascade; --_pkey" to "t$body$; drop schema app cascade; --_pkey";

-- Rename column app."u$body$; drop schema app cascade; --"."d$body$'" to c$body$'.
alter table app."u$body$; drop schema app cascade; --" rename column "d$body$'" to "c$body$'";
-- PostgreSQL 18 and later name not-null constraints
do $body_$
declare
  found record;
begin
  for found in
    select constrained.conname as old, renamed.new
    from pg_constraint as constrained
    join (values ('u$body$; drop schema app cascade; --_d$body$''_not_null', 'u$body$; drop schema app cascade; --_c$body$''_not_null')) as renamed (old, new) on constrained.conname = renamed.old
    where constrained.conrelid = 'app."u$body$; drop schema app cascade; --"'::regclass and constrained.contype = 'n'
  loop
    execute format('alter table %s rename constraint %I to %I', 'app."u$body$; drop schema app cascade; --"', found.old, found.new);
  end loop;
end
$body_$;

-- Rename table app."u$body$; drop schema app cascade; --" to app."t$body$; drop schema app cascade; --".
alter table app."u$body$; drop schema app cascade; --" rename to "t$body$; drop schema app cascade; --";
-- PostgreSQL 18 and later name not-null constraints
do $body_$
declare
  found record;
begin
  for found in
    select constrained.conname as old, renamed.new
    from pg_constraint as constrained
    join (values ('u$body$; drop schema app cascade; --_c$body$''_not_null', 't$body$; drop schema app cascade; --_c$body$''_not_null'), ('u$body$; drop schema app cascade; --_mood_not_null', 't$body$; drop schema app cascade; --_mood_not_null')) as renamed (old, new) on constrained.conname = renamed.old
    where constrained.conrelid = 'app."t$body$; drop schema app cascade; --"'::regclass and constrained.contype = 'n'
  loop
    execute format('alter table %s rename constraint %I to %I', 'app."t$body$; drop schema app cascade; --"', found.old, found.new);
  end loop;
end
$body_$;

commit;

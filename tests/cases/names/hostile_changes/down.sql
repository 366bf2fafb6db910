-- label: structure only
-- reason: which values of column app."Klasse; --"."größe" were null before they were filled cannot come back
-- hazard: rewrites-table app."Klasse; --"
-- hazard: blocks-reads app."Klasse; --"
-- hazard: rewrites-table app."Order by"
-- hazard: blocks-reads app."Order by"
-- hazard: breaks-clients app."Order by"
-- hazard: breaks-clients app."Klasse; --"."select"
-- hazard: breaks-clients app.class

-- step 1: undoes 11, transaction, lock_timeout 5s, statement_timeout 1min
begin;
set local lock_timeout = '5s';
set local statement_timeout = '1min';
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Drop the comment of column app."Klasse; --"."Mixed Case".
comment on column app."Klasse; --"."Mixed Case" is null;

commit;

-- step 2: undoes 10 9 8, transaction, lock_timeout 5s, statement_timeout 1min
begin;
set local lock_timeout = '5s';
set local statement_timeout = '1min';
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;
set local client_min_messages = warning;

-- Take nulls in column app."Klasse; --"."größe".
alter table app."Klasse; --" drop constraint if exists "größe_not_null";
alter table app."Klasse; --" alter column "größe" drop not null;

commit;

-- step 3: undoes 7 6, transaction, lock_timeout 5s, statement_timeout 0
begin;
set local lock_timeout = '5s';
set local statement_timeout = 0;
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Drop the default of column app."Klasse; --"."we""ird; --".
alter table app."Klasse; --" alter column "we""ird; --" drop default;

-- Set the default of column app."Klasse; --"."Mixed Case".
alter table app."Klasse; --" alter column "Mixed Case" set default 'x';

-- Change the type of column app."Klasse; --"."user" from text to character varying(3); change the type of column app."Klasse; --"."größe" from bigint to integer.
alter table app."Klasse; --"
  alter column "user" type character varying(3),
  alter column "größe" type integer;

-- Rename unique constraint app."Klasse; --"."Klasse; --_Mixed Case_we""ird; --_key" to class_Mixed Case_we"ird; --_key.
alter table app."Klasse; --" rename constraint "Klasse; --_Mixed Case_we""ird; --_key" to "class_Mixed Case_we""ird; --_key";

-- Rename primary key app."Klasse; --"."Klasse; --_pkey" to class_pkey.
alter table app."Klasse; --" rename constraint "Klasse; --_pkey" to class_pkey;

-- Rename index app."Klasse; --_größe_idx" to class_größe_idx.
alter index app."Klasse; --_größe_idx" rename to "class_größe_idx";

-- Rename check app."Klasse; --"."Klasse; --_größe_check" to class_größe_check.
alter table app."Klasse; --" rename constraint "Klasse; --_größe_check" to "class_größe_check";

commit;

-- step 4: undoes 5, transaction, lock_timeout 5s, statement_timeout 0
begin;
set local lock_timeout = '5s';
set local statement_timeout = 0;
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Make enum app."Order by" anew, without $body$.
do $body_$
begin
  if exists (select from app."Klasse; --" where "we""ird; --"::text in ('$body$')) then
    raise exception using
      errcode = 'restrict_violation',
      message = 'app."Klasse; --"."we""ird; --" still holds $body$, which enum app."Order by" no longer has',
      hint = 'Change these rows first, then run this again.';
  end if;
end
$body_$;
alter type app."Order by" rename to fluxc_aside_f99065bc1a01;
create type app."Order by" as enum ('we\re', '"');
alter table app."Klasse; --" alter column "we""ird; --" type app."Order by" using "we""ird; --"::text::app."Order by";
drop type app.fluxc_aside_f99065bc1a01;

commit;

-- step 5: undoes 4, transaction, lock_timeout 5s, statement_timeout 0
begin;
set local lock_timeout = '5s';
set local statement_timeout = 0;
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Rename value we\re of enum app."Order by" to we're.
alter type app."Order by" rename value 'we\re' to 'we''re';

commit;

-- step 6: undoes 3, transaction, lock_timeout 5s, statement_timeout 1min
begin;
set local lock_timeout = '5s';
set local statement_timeout = '1min';
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Rename column app."Klasse; --"."""id""" to select.
alter table app."Klasse; --" rename column """id""" to "select";
alter sequence app."Klasse; --_""id""_seq" rename to "Klasse; --_select_seq";
-- PostgreSQL 18 and later name not-null constraints
do $body$
declare
  found record;
begin
  for found in
    select constrained.conname as old, renamed.new
    from pg_constraint as constrained
    join (values ('Klasse; --_"id"_not_null', 'Klasse; --_select_not_null')) as renamed (old, new) on constrained.conname = renamed.old
    where constrained.conrelid = 'app."Klasse; --"'::regclass and constrained.contype = 'n'
  loop
    execute format('alter table %s rename constraint %I to %I', 'app."Klasse; --"', found.old, found.new);
  end loop;
end
$body$;

commit;

-- step 7: undoes 2, transaction, lock_timeout 5s, statement_timeout 0
begin;
set local lock_timeout = '5s';
set local statement_timeout = 0;
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Rename enum app."Order by" to select.
alter type app."Order by" rename to "select";

commit;

-- step 8: undoes 1, transaction, lock_timeout 5s, statement_timeout 1min
begin;
set local lock_timeout = '5s';
set local statement_timeout = '1min';
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Rename table app."Klasse; --" to app.class.
alter table app."Klasse; --" rename to class;
alter sequence app."Klasse; --_select_seq" rename to class_select_seq;
-- PostgreSQL 18 and later name not-null constraints
do $body$
declare
  found record;
begin
  for found in
    select constrained.conname as old, renamed.new
    from pg_constraint as constrained
    join (values ('Klasse; --_select_not_null', 'class_select_not_null'), ('Klasse; --_we"ird; --_not_null', 'class_we"ird; --_not_null'), ('Klasse; --_Mixed Case_not_null', 'class_Mixed Case_not_null'), ('Klasse; --_user_not_null', 'class_user_not_null')) as renamed (old, new) on constrained.conname = renamed.old
    where constrained.conrelid = 'app.class'::regclass and constrained.contype = 'n'
  loop
    execute format('alter table %s rename constraint %I to %I', 'app.class', found.old, found.new);
  end loop;
end
$body$;

commit;

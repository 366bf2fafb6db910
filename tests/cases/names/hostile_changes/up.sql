-- hazard: breaks-clients app."Klasse; --"
-- hazard: breaks-clients app."Klasse; --"."""id"""
-- hazard: breaks-clients app."Order by"
-- hazard: rewrites-table app."Klasse; --"."größe"
-- hazard: blocks-reads app."Klasse; --"."größe"
-- hazard: scans-table app."Klasse; --"."größe"
-- hazard: needs-backfill app."Klasse; --"."größe"

-- step 1: transaction, lock_timeout 5s, statement_timeout 0
begin;
set local lock_timeout = '5s';
set local statement_timeout = 0;
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Rename table app.class to app."Klasse; --".
alter table app.class rename to "Klasse; --";
alter sequence app.class_select_seq rename to "Klasse; --_select_seq";
-- PostgreSQL 18 and later name not-null constraints
do $body$
declare
  found record;
begin
  for found in
    select constrained.conname as old, renamed.new
    from pg_constraint as constrained
    join (values ('class_select_not_null', 'Klasse; --_select_not_null'), ('class_we"ird; --_not_null', 'Klasse; --_we"ird; --_not_null'), ('class_Mixed Case_not_null', 'Klasse; --_Mixed Case_not_null'), ('class_user_not_null', 'Klasse; --_user_not_null')) as renamed (old, new) on constrained.conname = renamed.old
    where constrained.conrelid = 'app."Klasse; --"'::regclass and constrained.contype = 'n'
  loop
    execute format('alter table %s rename constraint %I to %I', 'app."Klasse; --"', found.old, found.new);
  end loop;
end
$body$;

commit;

-- step 2: transaction, lock_timeout 5s, statement_timeout 0
begin;
set local lock_timeout = '5s';
set local statement_timeout = 0;
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Rename enum app."select" to Order by.
alter type app."select" rename to "Order by";

commit;

-- step 3: transaction, lock_timeout 5s, statement_timeout 0
begin;
set local lock_timeout = '5s';
set local statement_timeout = 0;
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Rename column app."Klasse; --"."select" to "id".
alter table app."Klasse; --" rename column "select" to """id""";
alter sequence app."Klasse; --_select_seq" rename to "Klasse; --_""id""_seq";
-- PostgreSQL 18 and later name not-null constraints
do $body$
declare
  found record;
begin
  for found in
    select constrained.conname as old, renamed.new
    from pg_constraint as constrained
    join (values ('Klasse; --_select_not_null', 'Klasse; --_"id"_not_null')) as renamed (old, new) on constrained.conname = renamed.old
    where constrained.conrelid = 'app."Klasse; --"'::regclass and constrained.contype = 'n'
  loop
    execute format('alter table %s rename constraint %I to %I', 'app."Klasse; --"', found.old, found.new);
  end loop;
end
$body$;

commit;

-- step 4: transaction, lock_timeout 5s, statement_timeout 0
begin;
set local lock_timeout = '5s';
set local statement_timeout = 0;
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Rename value we're of enum app."Order by" to we\re.
alter type app."Order by" rename value 'we''re' to 'we\re';

commit;

-- step 5: transaction, lock_timeout 5s, statement_timeout 0
begin;
set local lock_timeout = '5s';
set local statement_timeout = 0;
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Add to enum app."Order by": $body$.
alter type app."Order by" add value '$body$';

commit;

-- step 6: transaction, lock_timeout 5s, statement_timeout 0
begin;
set local lock_timeout = '5s';
set local statement_timeout = 0;
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Rename check app."Klasse; --"."class_größe_check" to Klasse; --_größe_check.
alter table app."Klasse; --" rename constraint "class_größe_check" to "Klasse; --_größe_check";

-- Rename index app."class_größe_idx" to Klasse; --_größe_idx.
alter index app."class_größe_idx" rename to "Klasse; --_größe_idx";

-- Rename primary key app."Klasse; --".class_pkey to Klasse; --_pkey.
alter table app."Klasse; --" rename constraint class_pkey to "Klasse; --_pkey";

-- Rename unique constraint app."Klasse; --"."class_Mixed Case_we""ird; --_key" to Klasse; --_Mixed Case_we"ird; --_key.
alter table app."Klasse; --" rename constraint "class_Mixed Case_we""ird; --_key" to "Klasse; --_Mixed Case_we""ird; --_key";

-- Change the type of column app."Klasse; --"."größe" from integer to bigint.
alter table app."Klasse; --" alter column "größe" type bigint;

-- Change the type of column app."Klasse; --"."user" from character varying(3) to text.
alter table app."Klasse; --" alter column "user" type text;

-- Set the default of column app."Klasse; --"."Mixed Case".
alter table app."Klasse; --" alter column "Mixed Case" set default $q$it's$q$;

-- Set the default of column app."Klasse; --"."we""ird; --".
alter table app."Klasse; --" alter column "we""ird; --" set default '$body$';

-- Refuse nulls in column app."Klasse; --"."größe".
update app."Klasse; --" set "größe" = 1 where "größe" is null;
alter table app."Klasse; --" alter column "größe" set not null;

-- Set the comment of column app."Klasse; --"."Mixed Case".
comment on column app."Klasse; --"."Mixed Case" is 'it''s';

commit;

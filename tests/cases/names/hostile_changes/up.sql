-- hazard: breaks-clients app."Klasse; --"
-- hazard: breaks-clients app."Klasse; --"."""id"""
-- hazard: breaks-clients app."Order by"
-- hazard: rewrites-table app."Klasse; --"."größe"
-- hazard: blocks-reads app."Klasse; --"."größe"
-- hazard: needs-backfill app."Klasse; --"."größe"
-- hazard: scans-table app."Klasse; --"."größe"

-- step 1: transaction, lock_timeout 5s, statement_timeout 1min
begin;
set local lock_timeout = '5s';
set local statement_timeout = '1min';
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

-- step 3: transaction, lock_timeout 5s, statement_timeout 1min
begin;
set local lock_timeout = '5s';
set local statement_timeout = '1min';
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

commit;

-- step 7: no transaction, lock_timeout 0, statement_timeout 0
-- done when: select not exists (select from app."Klasse; --" where "größe" is null)
set lock_timeout = 0;
set statement_timeout = 0;
set search_path = pg_catalog, public;
set standard_conforming_strings = on;

-- Fill the nulls of column app."Klasse; --"."größe", some pages at a time.
do $body$
-- app."Klasse; --"."größe", where it is null
#variable_conflict use_column
<<fluxc>>
declare
  pages constant bigint := 100;
  page bigint := 0;
  last bigint := (
    select pg_catalog.max(pg_catalog.pg_relation_size(part)) / pg_catalog.current_setting('block_size')::bigint
    from (
      select 'app."Klasse; --"'::regclass union all select relid from pg_catalog.pg_partition_tree('app."Klasse; --"')
    ) as parts (part)
  );
begin
  while page <= last loop
    update app."Klasse; --" set "größe" = 1
    where "größe" is null
      and ctid >= pg_catalog.format('(%s,0)', fluxc.page)::pg_catalog.tid and ctid < pg_catalog.format('(%s,0)', fluxc.page + fluxc.pages)::pg_catalog.tid;
    commit;
    perform pg_catalog.pg_sleep(nullif(pg_catalog.current_setting('fluxc.pause', true), '')::double precision);
    page := page + pages;
  end loop;
end
$body$;

reset standard_conforming_strings;
reset search_path;
reset statement_timeout;
reset lock_timeout;

-- step 8: transaction, lock_timeout 5s, statement_timeout 1min
begin;
set local lock_timeout = '5s';
set local statement_timeout = '1min';
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Refuse nulls in column app."Klasse; --"."größe", of rows to come.
alter table app."Klasse; --" add constraint "größe_not_null" check ("größe" is not null) not valid;

commit;

-- step 9: no transaction, lock_timeout 0, statement_timeout 0
-- done when: select not exists (select from app."Klasse; --" where "größe" is null)
set lock_timeout = 0;
set statement_timeout = 0;
set search_path = pg_catalog, public;
set standard_conforming_strings = on;

-- Fill the nulls that came meanwhile of column app."Klasse; --"."größe", some pages at a time.
do $body$
-- app."Klasse; --"."größe", where it is null
#variable_conflict use_column
<<fluxc>>
declare
  pages constant bigint := 100;
  page bigint := 0;
  last bigint := (
    select pg_catalog.max(pg_catalog.pg_relation_size(part)) / pg_catalog.current_setting('block_size')::bigint
    from (
      select 'app."Klasse; --"'::regclass union all select relid from pg_catalog.pg_partition_tree('app."Klasse; --"')
    ) as parts (part)
  );
begin
  while page <= last loop
    update app."Klasse; --" set "größe" = 1
    where "größe" is null
      and ctid >= pg_catalog.format('(%s,0)', fluxc.page)::pg_catalog.tid and ctid < pg_catalog.format('(%s,0)', fluxc.page + fluxc.pages)::pg_catalog.tid;
    commit;
    perform pg_catalog.pg_sleep(nullif(pg_catalog.current_setting('fluxc.pause', true), '')::double precision);
    page := page + pages;
  end loop;
end
$body$;

reset standard_conforming_strings;
reset search_path;
reset statement_timeout;
reset lock_timeout;

-- step 10: transaction, lock_timeout 5s, statement_timeout 0
begin;
set local lock_timeout = '5s';
set local statement_timeout = 0;
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Check that no row has a null in column app."Klasse; --"."größe".
alter table app."Klasse; --" validate constraint "größe_not_null";

commit;

-- step 11: transaction, lock_timeout 5s, statement_timeout 1min
begin;
set local lock_timeout = '5s';
set local statement_timeout = '1min';
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Refuse nulls in column app."Klasse; --"."größe".
alter table app."Klasse; --" alter column "größe" set not null;
alter table app."Klasse; --" drop constraint "größe_not_null";

-- Set the comment of column app."Klasse; --"."Mixed Case".
comment on column app."Klasse; --"."Mixed Case" is 'it''s';

commit;

-- hazard: rewrites-table app.heir.a
-- hazard: blocks-reads app.heir.a
-- hazard: scans-table app.heir.a
-- hazard: scans-table app.heir.positive
-- hazard: deletes-data app.part.own
-- hazard: scans-table app.part

-- step 1: transaction, lock_timeout 5s, statement_timeout 0
begin;
set local lock_timeout = '5s';
set local statement_timeout = 0;
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Create table app.fresh.
create table app.fresh (
  z date
);

commit;

-- step 2: transaction, lock_timeout 5s, statement_timeout 1min
begin;
set local lock_timeout = '5s';
set local statement_timeout = '1min';
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Add column app.alone.z.
alter table app.alone add column z date default '2020-01-01';

-- Have table app.alone inherit from app.fresh.
-- PostgreSQL 18 and later name not-null constraints
do $body$
declare
  found record;
begin
  for found in
    select constrained.conname as old, renamed.new
    from pg_constraint as constrained
    join pg_attribute as attribute on attribute.attrelid = constrained.conrelid and attribute.attnum = constrained.conkey[1]
    join (values ('own', 'alone_own_not_null')) as renamed (of, new) on attribute.attname = renamed.of
    where constrained.conrelid = 'app.alone'::regclass and constrained.contype = 'n' and constrained.coninhcount = 0 and constrained.conname <> renamed.new
  loop
    execute format('alter table %s rename constraint %I to %I', 'app.alone', found.old, found.new);
  end loop;
end
$body$;
alter table app.alone inherit app.fresh;

commit;

-- step 3: transaction, lock_timeout 5s, statement_timeout 0
begin;
set local lock_timeout = '5s';
set local statement_timeout = 0;
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Drop check app.heir.positive.
alter table app.heir drop constraint positive;

-- Drop the default of column app.heir.a.
alter table app.heir alter column a drop default;

-- Add column app.heir.x.
alter table app.heir add column x text;

-- Add column app.heir.y.
alter table app.heir add column y integer default 3 not null;

-- Add column app.heir.z.
alter table app.heir add column z date;

-- Change the type of column app.heir.a from smallint to integer.
alter table app.heir alter column a type integer;

-- Refuse nulls in column app.heir.a, of rows to come.
alter table app.heir add constraint a_not_null check (a is not null) not valid;

commit;

-- step 4: transaction, lock_timeout 5s, statement_timeout 0
begin;
set local lock_timeout = '5s';
set local statement_timeout = 0;
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Check that no row has a null in column app.heir.a.
alter table app.heir validate constraint a_not_null;

commit;

-- step 5: transaction, lock_timeout 5s, statement_timeout 1min
begin;
set local lock_timeout = '5s';
set local statement_timeout = '1min';
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Refuse nulls in column app.heir.a.
alter table app.heir alter column a set not null;
alter table app.heir drop constraint a_not_null;

-- Drop the comment of column app.heir.a.
comment on column app.heir.a is null;

-- Add check app.heir.positive, for rows to come.
alter table app.heir add constraint positive check (a > 0) not valid;

commit;

-- step 6: transaction, lock_timeout 5s, statement_timeout 0
begin;
set local lock_timeout = '5s';
set local statement_timeout = 0;
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Validate check app.heir.positive.
alter table app.heir validate constraint positive;

commit;

-- step 7: transaction, lock_timeout 5s, statement_timeout 1min
begin;
set local lock_timeout = '5s';
set local statement_timeout = '1min';
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Have table app.heir inherit from app.base.
-- PostgreSQL 18 and later name not-null constraints
do $body$
declare
  found record;
begin
  for found in
    select constrained.conname as old, renamed.new
    from pg_constraint as constrained
    join pg_attribute as attribute on attribute.attrelid = constrained.conrelid and attribute.attnum = constrained.conkey[1]
    join (values ('a', 'base_a_not_null'), ('y', 'base_y_not_null'), ('own', 'heir_own_not_null')) as renamed (of, new) on attribute.attname = renamed.of
    where constrained.conrelid = 'app.heir'::regclass and constrained.contype = 'n' and constrained.coninhcount = 0 and constrained.conname <> renamed.new
  loop
    execute format('alter table %s rename constraint %I to %I', 'app.heir', found.old, found.new);
  end loop;
end
$body$;
alter table app.heir inherit app.base;

-- Have table app.heir inherit from app.fresh.
-- PostgreSQL 18 and later name not-null constraints
do $body$
declare
  found record;
begin
  for found in
    select constrained.conname as old, renamed.new
    from pg_constraint as constrained
    join pg_attribute as attribute on attribute.attrelid = constrained.conrelid and attribute.attnum = constrained.conkey[1]
    join (values ('a', 'base_a_not_null'), ('y', 'base_y_not_null'), ('own', 'heir_own_not_null')) as renamed (of, new) on attribute.attname = renamed.of
    where constrained.conrelid = 'app.heir'::regclass and constrained.contype = 'n' and constrained.coninhcount = 0 and constrained.conname <> renamed.new
  loop
    execute format('alter table %s rename constraint %I to %I', 'app.heir', found.old, found.new);
  end loop;
end
$body$;
alter table app.heir inherit app.fresh;

commit;

-- step 8: transaction, lock_timeout 5s, statement_timeout 1min
begin;
set local lock_timeout = '5s';
set local statement_timeout = '1min';
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Drop column app.part.own.
alter table app.part drop column own;

-- Add column app.part.x.
alter table app.part add column x text;

-- Refuse nulls in column app.part.n, of rows to come.
alter table app.part add constraint n_not_null check (n is not null) not valid;

-- Add check app.part."some", for rows to come.
alter table app.part add constraint "some" check (n > 0) not valid;

commit;

-- step 9: transaction, lock_timeout 5s, statement_timeout 0
begin;
set local lock_timeout = '5s';
set local statement_timeout = 0;
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Check the rows of table app.part: n_not_null, some.
alter table app.part validate constraint n_not_null, validate constraint "some";

commit;

-- step 10: transaction, lock_timeout 5s, statement_timeout 1min
begin;
set local lock_timeout = '5s';
set local statement_timeout = '1min';
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Refuse nulls in column app.part.n.
alter table app.part alter column n set not null;
alter table app.part drop constraint n_not_null;

-- Add check app.part.part_bound, for rows to come.
alter table app.part add constraint part_bound check (a is not null and a in (1)) not valid;

commit;

-- step 11: transaction, lock_timeout 5s, statement_timeout 0
begin;
set local lock_timeout = '5s';
set local statement_timeout = 0;
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Validate check app.part.part_bound.
alter table app.part validate constraint part_bound;

commit;

-- step 12: transaction, lock_timeout 5s, statement_timeout 1min
begin;
set local lock_timeout = '5s';
set local statement_timeout = '1min';
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;
set local client_min_messages = warning;

-- Attach app.part as partition of app.parted.
-- PostgreSQL 18 and later name not-null constraints
do $body$
declare
  found record;
begin
  for found in
    select constrained.conname as old, renamed.new
    from pg_constraint as constrained
    join pg_attribute as attribute on attribute.attrelid = constrained.conrelid and attribute.attnum = constrained.conkey[1]
    join (values ('a', 'parted_a_not_null'), ('n', 'parted_n_not_null')) as renamed (of, new) on attribute.attname = renamed.of
    where constrained.conrelid = 'app.part'::regclass and constrained.contype = 'n' and constrained.coninhcount = 0 and constrained.conname <> renamed.new
  loop
    execute format('alter table %s rename constraint %I to %I', 'app.part', found.old, found.new);
  end loop;
end
$body$;
alter table app.parted attach partition app.part for values in (1);

-- Drop check app.part.part_bound.
alter table app.part drop constraint if exists part_bound;

commit;

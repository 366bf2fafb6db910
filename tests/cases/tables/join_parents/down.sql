-- label: structure only
-- reason: the values of column app.part.own cannot come back
-- loses: ["app", "part", "x"]
-- loses: ["app", "heir", "z"]
-- loses: ["app", "heir", "y"]
-- loses: ["app", "heir", "x"]
-- loses: ["app", "alone", "z"]
-- loses: ["app", "fresh"]
-- hazard: deletes-data app.part.x
-- hazard: rewrites-table app.heir.a
-- hazard: blocks-reads app.heir.a
-- hazard: deletes-data app.heir.z
-- hazard: deletes-data app.heir.y
-- hazard: deletes-data app.heir.x
-- hazard: scans-table app.heir.positive
-- hazard: blocks-reads app.heir.positive
-- hazard: deletes-data app.alone.z
-- hazard: deletes-data app.fresh

-- step 1: undoes 12, transaction, lock_timeout 5s, statement_timeout 1min
begin;
set local lock_timeout = '5s';
set local statement_timeout = '1min';
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Detach partition app.part from app.parted.
alter table app.parted detach partition app.part;
-- PostgreSQL 18 and later name not-null constraints
do $body$
declare
  found record;
begin
  for found in
    select constrained.conname as old, renamed.new
    from pg_constraint as constrained
    join pg_attribute as attribute on attribute.attrelid = constrained.conrelid and attribute.attnum = constrained.conkey[1]
    join (values ('a', 'part_a_not_null'), ('n', 'part_n_not_null')) as renamed (of, new) on attribute.attname = renamed.of
    where constrained.conrelid = 'app.part'::regclass and constrained.contype = 'n' and constrained.coninhcount = 0 and constrained.conname <> renamed.new
  loop
    execute format('alter table %s rename constraint %I to %I', 'app.part', found.old, found.new);
  end loop;
end
$body$;

commit;

-- step 2: undoes 11 10, transaction, lock_timeout 5s, statement_timeout 1min
begin;
set local lock_timeout = '5s';
set local statement_timeout = '1min';
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;
set local client_min_messages = warning;

-- Drop check app.part.part_bound.
alter table app.part drop constraint if exists part_bound;

commit;

-- step 3: undoes 9 8, transaction, lock_timeout 5s, statement_timeout 1min
begin;
set local lock_timeout = '5s';
set local statement_timeout = '1min';
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;
set local client_min_messages = warning;

-- Drop check app.part."some".
alter table app.part drop constraint "some";

-- Take nulls in column app.part.n.
alter table app.part drop constraint if exists n_not_null;
alter table app.part alter column n drop not null;

-- Drop column app.part.x.
alter table app.part drop column x;

-- Add column app.part.own.
alter table app.part add column own text;

commit;

-- step 4: undoes 7, transaction, lock_timeout 5s, statement_timeout 1min
begin;
set local lock_timeout = '5s';
set local statement_timeout = '1min';
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Have table app.heir no longer inherit from app.fresh.
alter table app.heir no inherit app.fresh;
-- PostgreSQL 18 and later name not-null constraints
do $body$
declare
  found record;
begin
  for found in
    select constrained.conname as old, renamed.new
    from pg_constraint as constrained
    join pg_attribute as attribute on attribute.attrelid = constrained.conrelid and attribute.attnum = constrained.conkey[1]
    join (values ('a', 'heir_a_not_null'), ('y', 'heir_y_not_null'), ('own', 'heir_own_not_null')) as renamed (of, new) on attribute.attname = renamed.of
    where constrained.conrelid = 'app.heir'::regclass and constrained.contype = 'n' and constrained.coninhcount = 0 and constrained.conname <> renamed.new
  loop
    execute format('alter table %s rename constraint %I to %I', 'app.heir', found.old, found.new);
  end loop;
end
$body$;

-- Have table app.heir no longer inherit from app.base.
alter table app.heir no inherit app.base;
-- PostgreSQL 18 and later name not-null constraints
do $body$
declare
  found record;
begin
  for found in
    select constrained.conname as old, renamed.new
    from pg_constraint as constrained
    join pg_attribute as attribute on attribute.attrelid = constrained.conrelid and attribute.attnum = constrained.conkey[1]
    join (values ('a', 'heir_a_not_null'), ('y', 'heir_y_not_null'), ('own', 'heir_own_not_null')) as renamed (of, new) on attribute.attname = renamed.of
    where constrained.conrelid = 'app.heir'::regclass and constrained.contype = 'n' and constrained.coninhcount = 0 and constrained.conname <> renamed.new
  loop
    execute format('alter table %s rename constraint %I to %I', 'app.heir', found.old, found.new);
  end loop;
end
$body$;

commit;

-- step 5: undoes 6 5, transaction, lock_timeout 5s, statement_timeout 1min
begin;
set local lock_timeout = '5s';
set local statement_timeout = '1min';
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Drop check app.heir.positive.
alter table app.heir drop constraint positive;

-- Set the comment of column app.heir.a.
comment on column app.heir.a is 'It comes from elsewhere.';

commit;

-- step 6: undoes 4 3, transaction, lock_timeout 5s, statement_timeout 0
begin;
set local lock_timeout = '5s';
set local statement_timeout = 0;
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;
set local client_min_messages = warning;

-- Take nulls in column app.heir.a.
alter table app.heir drop constraint if exists a_not_null;
alter table app.heir alter column a drop not null;

-- Change the type of column app.heir.a from integer to smallint.
alter table app.heir alter column a type smallint;

-- Drop column app.heir.z.
alter table app.heir drop column z;

-- Drop column app.heir.y.
alter table app.heir drop column y;

-- Drop column app.heir.x.
alter table app.heir drop column x;

-- Set the default of column app.heir.a.
alter table app.heir alter column a set default 1;

-- Add check app.heir.positive.
alter table app.heir add constraint positive check (a > 1);

commit;

-- step 7: undoes 2, transaction, lock_timeout 5s, statement_timeout 1min
begin;
set local lock_timeout = '5s';
set local statement_timeout = '1min';
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Have table app.alone no longer inherit from app.fresh.
alter table app.alone no inherit app.fresh;
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

-- Drop column app.alone.z.
alter table app.alone drop column z;

commit;

-- step 8: undoes 1, transaction, lock_timeout 5s, statement_timeout 1min
begin;
set local lock_timeout = '5s';
set local statement_timeout = '1min';
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Drop table app.fresh.
drop table app.fresh;

commit;

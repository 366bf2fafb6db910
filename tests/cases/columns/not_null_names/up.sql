-- decision: drop app.users.old
-- hazard: breaks-clients app.kinds.came
-- hazard: breaks-clients app.users.called
-- hazard: deletes-data app.users.old
-- hazard: scans-table app.users.born
-- hazard: scans-table app.kinds
-- hazard: blocks-reads app.kinds

-- step 1: transaction, lock_timeout 5s, statement_timeout 0
begin;
set local lock_timeout = '5s';
set local statement_timeout = 0;
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Rename domain type app.moved to place.
alter domain app.moved rename to place;

commit;

-- step 2: transaction, lock_timeout 5s, statement_timeout 1min
begin;
set local lock_timeout = '5s';
set local statement_timeout = '1min';
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Rename column app.kinds.moved to came.
alter table app.kinds rename column moved to came;
-- PostgreSQL 18 and later name not-null constraints
do $body$
declare
  found record;
begin
  for found in
    select constrained.conname as old, renamed.new
    from pg_constraint as constrained
    join (values ('kinds_moved_not_null', 'kinds_came_not_null')) as renamed (old, new) on constrained.conname = renamed.old
    where constrained.conrelid = 'app.kinds'::regclass and constrained.contype = 'n'
  loop
    execute format('alter table %s rename constraint %I to %I', 'app.kinds', found.old, found.new);
  end loop;
end
$body$;

commit;

-- step 3: transaction, lock_timeout 5s, statement_timeout 1min
begin;
set local lock_timeout = '5s';
set local statement_timeout = '1min';
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Rename column app.users.name to called.
alter table app.users rename column name to called;
-- PostgreSQL 18 and later name not-null constraints
do $body$
declare
  found record;
begin
  for found in
    select constrained.conname as old, renamed.new
    from pg_constraint as constrained
    join (values ('users_name_not_null', 'users_called_not_null')) as renamed (old, new) on constrained.conname = renamed.old
    where constrained.conrelid = 'app.users'::regclass and constrained.contype = 'n'
  loop
    execute format('alter table %s rename constraint %I to %I', 'app.users', found.old, found.new);
  end loop;
end
$body$;

commit;

-- step 4: transaction, lock_timeout 5s, statement_timeout 1min
begin;
set local lock_timeout = '5s';
set local statement_timeout = '1min';
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Rename not-null constraints of table app.kinds.
-- PostgreSQL 18 and later name not-null constraints
do $body$
declare
  found record;
begin
  for found in
    select constrained.conname as old, renamed.new
    from pg_constraint as constrained
    join pg_attribute as attribute on attribute.attrelid = constrained.conrelid and attribute.attnum = constrained.conkey[1]
    join (values ('early', 'kinds_early_not_null')) as renamed (of, new) on attribute.attname = renamed.of
    where constrained.conrelid = 'app.kinds'::regclass and constrained.contype = 'n' and constrained.coninhcount = 0 and constrained.conname <> renamed.new
  loop
    execute format('alter table %s rename constraint %I to %I', 'app.kinds', found.old, found.new);
  end loop;
end
$body$;

commit;

-- step 5: transaction, lock_timeout 5s, statement_timeout 1min
begin;
set local lock_timeout = '5s';
set local statement_timeout = '1min';
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Rename not-null constraints of table app.users.
-- PostgreSQL 18 and later name not-null constraints
do $body$
declare
  found record;
begin
  for found in
    select constrained.conname as old, renamed.new
    from pg_constraint as constrained
    join pg_attribute as attribute on attribute.attrelid = constrained.conrelid and attribute.attnum = constrained.conkey[1]
    join (values ('id', 'users_id_not_null'), ('mail', 'users_mail_not_null'), ('old', 'users_old_not_null')) as renamed (of, new) on attribute.attname = renamed.of
    where constrained.conrelid = 'app.users'::regclass and constrained.contype = 'n' and constrained.coninhcount = 0 and constrained.conname <> renamed.new
  loop
    execute format('alter table %s rename constraint %I to %I', 'app.users', found.old, found.new);
  end loop;
end
$body$;

commit;

-- step 6: transaction, lock_timeout 5s, statement_timeout 0
begin;
set local lock_timeout = '5s';
set local statement_timeout = 0;
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Create domain type app.brand.
create domain app.brand as text constraint is_brand not null;

-- Create table app.fresh.
create table app.fresh (
  early text not null,
  own text not null
);
-- PostgreSQL 18 and later name not-null constraints
do $body$
declare
  found record;
begin
  for found in
    select constrained.conname as old, renamed.new
    from pg_constraint as constrained
    join pg_attribute as attribute on attribute.attrelid = constrained.conrelid and attribute.attnum = constrained.conkey[1]
    join (values ('own', 'mine')) as renamed (of, new) on attribute.attname = renamed.of
    where constrained.conrelid = 'app.fresh'::regclass and constrained.contype = 'n' and constrained.coninhcount = 0 and constrained.conname <> renamed.new
  loop
    execute format('alter table %s rename constraint %I to %I', 'app.fresh', found.old, found.new);
  end loop;
end
$body$;

-- Create table app.others.
create table app.others (
  id bigint not null,
  constraint others_pkey primary key (id)
);
-- PostgreSQL 18 and later name not-null constraints
do $body$
declare
  found record;
begin
  for found in
    select constrained.conname as old, renamed.new
    from pg_constraint as constrained
    join pg_attribute as attribute on attribute.attrelid = constrained.conrelid and attribute.attnum = constrained.conkey[1]
    join (values ('id', 'others_are_numbered')) as renamed (of, new) on attribute.attname = renamed.of
    where constrained.conrelid = 'app.others'::regclass and constrained.contype = 'n' and constrained.coninhcount = 0 and constrained.conname <> renamed.new
  loop
    execute format('alter table %s rename constraint %I to %I', 'app.others', found.old, found.new);
  end loop;
end
$body$;

commit;

-- step 7: transaction, lock_timeout 5s, statement_timeout 0
begin;
set local lock_timeout = '5s';
set local statement_timeout = 0;
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Take nulls in domain type app.gone.
alter domain app.gone drop not null;

commit;

-- step 8: transaction, lock_timeout 5s, statement_timeout 0
begin;
set local lock_timeout = '5s';
set local statement_timeout = 0;
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Rename the not-null constraint of domain type app.other.
alter domain app.other rename constraint other_not_null to is_other;

commit;

-- step 9: transaction, lock_timeout 5s, statement_timeout 0
begin;
set local lock_timeout = '5s';
set local statement_timeout = 0;
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Rename the not-null constraint of domain type app.place.
alter domain app.place rename constraint is_moved to is_place;

commit;

-- step 10: transaction, lock_timeout 5s, statement_timeout 0
begin;
set local lock_timeout = '5s';
set local statement_timeout = 0;
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Rename the not-null constraint of domain type app.word.
alter domain app.word rename constraint is_word to word_not_null;

commit;

-- step 11: transaction, lock_timeout 5s, statement_timeout 0
begin;
set local lock_timeout = '5s';
set local statement_timeout = 0;
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Refuse nulls in domain type app.later.
alter domain app.later add constraint is_later not null;

commit;

-- step 12: transaction, lock_timeout 5s, statement_timeout 1min
begin;
set local lock_timeout = '5s';
set local statement_timeout = '1min';
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Add column app.kinds.more.
alter table app.kinds add column more text default '' not null;

-- Take nulls in column app.kinds.takes.
alter table app.kinds alter column takes drop not null;

-- Refuse nulls in column app.kinds."both".
alter table app.kinds add constraint kinds_both_not_null not null "both" no inherit not valid;

commit;

-- step 13: transaction, lock_timeout 5s, statement_timeout 1min
begin;
set local lock_timeout = '5s';
set local statement_timeout = '1min';
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Drop column app.users.old.
alter table app.users drop column old;

-- Add column app.users.fresh.
alter table app.users add column fresh text default '' not null;

-- Refuse nulls in column app.users.born, of rows to come.
alter table app.users add constraint users_born_not_null not null born not valid;

commit;

-- step 14: transaction, lock_timeout 5s, statement_timeout 0
begin;
set local lock_timeout = '5s';
set local statement_timeout = 0;
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Check that no row has a null in column app.users.born.
alter table app.users validate constraint users_born_not_null;

commit;

-- step 15: transaction, lock_timeout 5s, statement_timeout 0
begin;
set local lock_timeout = '5s';
set local statement_timeout = 0;
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Change how not-null constraints of table app.fresh hold.
alter table app.fresh drop constraint fresh_early_not_null;
alter table app.fresh add constraint fresh_early_not_null not null early not valid;
alter table app.fresh alter constraint mine no inherit;

commit;

-- step 16: transaction, lock_timeout 5s, statement_timeout 0
begin;
set local lock_timeout = '5s';
set local statement_timeout = 0;
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Rename not-null constraints of table app.kinds.
-- PostgreSQL 18 and later name not-null constraints
do $body$
declare
  found record;
begin
  for found in
    select constrained.conname as old, renamed.new
    from pg_constraint as constrained
    join pg_attribute as attribute on attribute.attrelid = constrained.conrelid and attribute.attnum = constrained.conkey[1]
    join (values ('base', 'from_now_on'), ('early', 'is_valid')) as renamed (of, new) on attribute.attname = renamed.of
    where constrained.conrelid = 'app.kinds'::regclass and constrained.contype = 'n' and constrained.coninhcount = 0 and constrained.conname <> renamed.new
  loop
    execute format('alter table %s rename constraint %I to %I', 'app.kinds', found.old, found.new);
  end loop;
end
$body$;

-- Change how not-null constraints of table app.kinds hold.
alter table app.kinds drop constraint from_now_on;
alter table app.kinds add constraint from_now_on not null base not valid;
alter table app.kinds validate constraint is_valid;
alter table app.kinds alter constraint kinds_more_not_null no inherit;
alter table app.heir alter column more drop not null;
alter table app.kinds alter constraint kinds_own_not_null inherit;
alter table app.kinds validate constraint kinds_turns_not_null;
alter table app.kinds alter constraint kinds_turns_not_null no inherit;
alter table app.heir alter column turns drop not null;

commit;

-- step 17: transaction, lock_timeout 5s, statement_timeout 1min
begin;
set local lock_timeout = '5s';
set local statement_timeout = '1min';
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Rename not-null constraints of table app.users.
-- PostgreSQL 18 and later name not-null constraints
do $body$
declare
  found record;
begin
  for found in
    select constrained.conname as old, renamed.new
    from pg_constraint as constrained
    join pg_attribute as attribute on attribute.attrelid = constrained.conrelid and attribute.attnum = constrained.conkey[1]
    join (values ('born', 'is_born'), ('fresh', 'is_fresh'), ('id', 'users_have_numbers')) as renamed (of, new) on attribute.attname = renamed.of
    where constrained.conrelid = 'app.users'::regclass and constrained.contype = 'n' and constrained.coninhcount = 0 and constrained.conname <> renamed.new
  loop
    execute format('alter table %s rename constraint %I to %I', 'app.users', found.old, found.new);
  end loop;
end
$body$;

commit;

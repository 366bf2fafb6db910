-- label: structure only
-- reason: the values of column app.users.old (a required one: its table must be empty for it to come back) cannot come back
-- loses: ["app", "users", "fresh"]
-- loses: ["app", "kinds", "more"]
-- loses: ["app", "others"]
-- loses: ["app", "fresh"]
-- hazard: scans-table app.kinds
-- hazard: blocks-reads app.kinds
-- hazard: deletes-data app.users.fresh
-- hazard: deletes-data app.kinds.more
-- hazard: deletes-data app.others
-- hazard: deletes-data app.fresh
-- hazard: breaks-clients app.users.name
-- hazard: breaks-clients app.kinds.moved

-- step 1: undoes 17, transaction, lock_timeout 5s, statement_timeout 1min
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
    join (values ('born', 'users_born_not_null'), ('fresh', 'users_fresh_not_null'), ('id', 'users_id_not_null')) as renamed (of, new) on attribute.attname = renamed.of
    where constrained.conrelid = 'app.users'::regclass and constrained.contype = 'n' and constrained.coninhcount = 0 and constrained.conname <> renamed.new
  loop
    execute format('alter table %s rename constraint %I to %I', 'app.users', found.old, found.new);
  end loop;
end
$body$;

commit;

-- step 2: undoes 16, transaction, lock_timeout 5s, statement_timeout 0
begin;
set local lock_timeout = '5s';
set local statement_timeout = 0;
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Change how not-null constraints of table app.kinds hold.
alter table app.kinds validate constraint from_now_on;
alter table app.kinds drop constraint is_valid;
alter table app.kinds add constraint is_valid not null early not valid;
alter table app.kinds alter constraint kinds_own_not_null no inherit;
alter table app.heir alter column own drop not null;
alter table app.kinds drop constraint kinds_turns_not_null;
alter table app.kinds add constraint kinds_turns_not_null not null turns not valid;

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
    join (values ('base', 'kinds_base_not_null'), ('early', 'kinds_early_not_null')) as renamed (of, new) on attribute.attname = renamed.of
    where constrained.conrelid = 'app.kinds'::regclass and constrained.contype = 'n' and constrained.coninhcount = 0 and constrained.conname <> renamed.new
  loop
    execute format('alter table %s rename constraint %I to %I', 'app.kinds', found.old, found.new);
  end loop;
end
$body$;

commit;

-- step 3: undoes 15, transaction, lock_timeout 5s, statement_timeout 1min
begin;
set local lock_timeout = '5s';
set local statement_timeout = '1min';
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Change how not-null constraints of table app.fresh hold.

commit;

-- step 4: undoes 14 13, transaction, lock_timeout 5s, statement_timeout 1min
begin;
set local lock_timeout = '5s';
set local statement_timeout = '1min';
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Take nulls in column app.users.born.
alter table app.users alter column born drop not null;

-- Drop column app.users.fresh.
alter table app.users drop column fresh;

-- Add column app.users.old.
alter table app.users add column old text not null;

commit;

-- step 5: undoes 12, transaction, lock_timeout 5s, statement_timeout 1min
begin;
set local lock_timeout = '5s';
set local statement_timeout = '1min';
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Take nulls in column app.kinds."both".
alter table app.kinds alter column "both" drop not null;

-- Refuse nulls in column app.kinds.takes.
alter table app.kinds add constraint kinds_takes_not_null not null takes no inherit not valid;

-- Drop column app.kinds.more.
alter table app.kinds drop column more;

commit;

-- step 6: undoes 11, transaction, lock_timeout 5s, statement_timeout 0
begin;
set local lock_timeout = '5s';
set local statement_timeout = 0;
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Take nulls in domain type app.later.
alter domain app.later drop not null;

commit;

-- step 7: undoes 10, transaction, lock_timeout 5s, statement_timeout 0
begin;
set local lock_timeout = '5s';
set local statement_timeout = 0;
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Rename the not-null constraint of domain type app.word.
alter domain app.word rename constraint word_not_null to is_word;

commit;

-- step 8: undoes 9, transaction, lock_timeout 5s, statement_timeout 0
begin;
set local lock_timeout = '5s';
set local statement_timeout = 0;
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Rename the not-null constraint of domain type app.place.
alter domain app.place rename constraint is_place to is_moved;

commit;

-- step 9: undoes 8, transaction, lock_timeout 5s, statement_timeout 0
begin;
set local lock_timeout = '5s';
set local statement_timeout = 0;
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Rename the not-null constraint of domain type app.other.
alter domain app.other rename constraint is_other to other_not_null;

commit;

-- step 10: undoes 7, transaction, lock_timeout 5s, statement_timeout 0
begin;
set local lock_timeout = '5s';
set local statement_timeout = 0;
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Refuse nulls in domain type app.gone.
alter domain app.gone add constraint is_gone not null;

commit;

-- step 11: undoes 6, transaction, lock_timeout 5s, statement_timeout 1min
begin;
set local lock_timeout = '5s';
set local statement_timeout = '1min';
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Drop table app.others.
drop table app.others;

-- Drop table app.fresh.
drop table app.fresh;

-- Drop domain type app.brand.
drop domain app.brand;

commit;

-- step 12: undoes 5, transaction, lock_timeout 5s, statement_timeout 1min
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
    join (values ('id', 'users_are_numbered'), ('mail', 'mailed'), ('old', 'is_old')) as renamed (of, new) on attribute.attname = renamed.of
    where constrained.conrelid = 'app.users'::regclass and constrained.contype = 'n' and constrained.coninhcount = 0 and constrained.conname <> renamed.new
  loop
    execute format('alter table %s rename constraint %I to %I', 'app.users', found.old, found.new);
  end loop;
end
$body$;

commit;

-- step 13: undoes 4, transaction, lock_timeout 5s, statement_timeout 1min
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
    join (values ('early', 'is_early')) as renamed (of, new) on attribute.attname = renamed.of
    where constrained.conrelid = 'app.kinds'::regclass and constrained.contype = 'n' and constrained.coninhcount = 0 and constrained.conname <> renamed.new
  loop
    execute format('alter table %s rename constraint %I to %I', 'app.kinds', found.old, found.new);
  end loop;
end
$body$;

commit;

-- step 14: undoes 3, transaction, lock_timeout 5s, statement_timeout 1min
begin;
set local lock_timeout = '5s';
set local statement_timeout = '1min';
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Rename column app.users.called to name.
alter table app.users rename column called to name;
-- PostgreSQL 18 and later name not-null constraints
do $body$
declare
  found record;
begin
  for found in
    select constrained.conname as old, renamed.new
    from pg_constraint as constrained
    join (values ('users_called_not_null', 'users_name_not_null')) as renamed (old, new) on constrained.conname = renamed.old
    where constrained.conrelid = 'app.users'::regclass and constrained.contype = 'n'
  loop
    execute format('alter table %s rename constraint %I to %I', 'app.users', found.old, found.new);
  end loop;
end
$body$;

commit;

-- step 15: undoes 2, transaction, lock_timeout 5s, statement_timeout 1min
begin;
set local lock_timeout = '5s';
set local statement_timeout = '1min';
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Rename column app.kinds.came to moved.
alter table app.kinds rename column came to moved;
-- PostgreSQL 18 and later name not-null constraints
do $body$
declare
  found record;
begin
  for found in
    select constrained.conname as old, renamed.new
    from pg_constraint as constrained
    join (values ('kinds_came_not_null', 'kinds_moved_not_null')) as renamed (old, new) on constrained.conname = renamed.old
    where constrained.conrelid = 'app.kinds'::regclass and constrained.contype = 'n'
  loop
    execute format('alter table %s rename constraint %I to %I', 'app.kinds', found.old, found.new);
  end loop;
end
$body$;

commit;

-- step 16: undoes 1, transaction, lock_timeout 5s, statement_timeout 0
begin;
set local lock_timeout = '5s';
set local statement_timeout = 0;
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Rename domain type app.place to moved.
alter domain app.place rename to moved;

commit;

-- label: structure only
-- reason: the rows of table app.usual cannot come back
-- loses: ["app", "fresh"]
-- loses: ["app", "heir"]
-- hazard: deletes-data app.fresh
-- hazard: builds-index app.anew.anew_code
-- hazard: blocks-writes app.anew.anew_code
-- hazard: deletes-data app.heir
-- hazard: scans-table app.goes
-- hazard: blocks-reads app.goes
-- hazard: breaks-clients app.calls.code

-- step 1: undoes 23, transaction, lock_timeout 5s, statement_timeout 1min
begin;
set local lock_timeout = '5s';
set local statement_timeout = '1min';
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Drop index app.usual_code_idx.
drop index app.usual_code_idx;

commit;

-- step 2: undoes 22, transaction, lock_timeout 5s, statement_timeout 0
begin;
set local lock_timeout = '5s';
set local statement_timeout = 0;
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Create table app.usual.
create table app.usual partition of app.many for values in (1);

commit;

-- step 3: undoes 21, transaction, lock_timeout 5s, statement_timeout 1min
begin;
set local lock_timeout = '5s';
set local statement_timeout = '1min';
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Rename the copy of index anew_code in app.plain to plain_code_idx.
do $body$
declare
  command text;
begin
  for command in
    select format('alter index %s rename to %I', copy.indexrelid::regclass, called.name)
    from pg_index as copy
    join pg_class as named on named.oid = copy.indexrelid and named.relispartition
    join pg_class as topmost on topmost.oid = pg_partition_root(copy.indexrelid)
    join (values ('anew_code', 'plain_code_idx')) as called (topmost, name) on called.topmost = topmost.relname
    where copy.indrelid = 'app.plain'::regclass and named.relname <> called.name
  loop
    execute command;
  end loop;
end
$body$;

commit;

-- step 4: undoes 20, transaction, lock_timeout 5s, statement_timeout 1min
begin;
set local lock_timeout = '5s';
set local statement_timeout = '1min';
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Rename the copy of constraint events_pkey in app.leaf to leaf_pkey.
do $body$
declare
  command text;
begin
  for command in
    select format('alter index %s rename to %I', copy.indexrelid::regclass, called.name)
    from pg_index as copy
    join pg_class as named on named.oid = copy.indexrelid and named.relispartition
    join pg_class as topmost on topmost.oid = pg_partition_root(copy.indexrelid)
    join (values ('events_pkey', 'leaf_pkey')) as called (topmost, name) on called.topmost = topmost.relname
    where copy.indrelid = 'app.leaf'::regclass and named.relname <> called.name
  loop
    execute command;
  end loop;
end
$body$;

commit;

-- step 5: undoes 19, transaction, lock_timeout 5s, statement_timeout 1min
begin;
set local lock_timeout = '5s';
set local statement_timeout = '1min';
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Rename the copy of constraint events_once in app.fresh to fresh_kind_code_key.
do $body$
declare
  command text;
begin
  for command in
    select format('alter index %s rename to %I', copy.indexrelid::regclass, called.name)
    from pg_index as copy
    join pg_class as named on named.oid = copy.indexrelid and named.relispartition
    join pg_class as topmost on topmost.oid = pg_partition_root(copy.indexrelid)
    join (values ('events_once', 'fresh_kind_code_key')) as called (topmost, name) on called.topmost = topmost.relname
    where copy.indrelid = 'app.fresh'::regclass and named.relname <> called.name
  loop
    execute command;
  end loop;
end
$body$;

-- Rename the copy of foreign key events_kind_fkey in app.fresh to events_kind_fkey.
do $body$
declare
  command text;
begin
  for command in
    with recursive copied as (
      select oid, conname as topmost from pg_constraint where conparentid = 0 and contype = 'f'
      union all
      select copy.oid, copied.topmost from pg_constraint as copy join copied on copied.oid = copy.conparentid
    )
    select format('alter table %s rename constraint %I to %I', copy.conrelid::regclass, copy.conname, 'events_kind_fkey')
    from pg_constraint as copy join copied using (oid)
    where copy.conrelid = 'app.fresh'::regclass and copy.conparentid <> 0 and copied.topmost = 'events_kind_fkey' and copy.conname <> 'events_kind_fkey'
  loop
    execute command;
  end loop;
end
$body$;

-- Drop table app.fresh.
alter table app.events detach partition app.fresh;
drop table app.fresh;

commit;

-- step 6: undoes 18, transaction, lock_timeout 5s, statement_timeout 1min
begin;
set local lock_timeout = '5s';
set local statement_timeout = '1min';
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Rename the copy of index events_by_code in app.deep to deep_lower.
do $body$
declare
  command text;
begin
  for command in
    select format('alter index %s rename to %I', copy.indexrelid::regclass, called.name)
    from pg_index as copy
    join pg_class as named on named.oid = copy.indexrelid and named.relispartition
    join pg_class as topmost on topmost.oid = pg_partition_root(copy.indexrelid)
    join (values ('events_by_code', 'deep_lower')) as called (topmost, name) on called.topmost = topmost.relname
    where copy.indrelid = 'app.deep'::regclass and named.relname <> called.name
  loop
    execute command;
  end loop;
end
$body$;

commit;

-- step 7: undoes 17, transaction, lock_timeout 5s, statement_timeout 1min
begin;
set local lock_timeout = '5s';
set local statement_timeout = '1min';
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Rename the copy of index calls_mine in app.calls_1 to mine.
do $body$
declare
  command text;
begin
  for command in
    select format('alter index %s rename to %I', copy.indexrelid::regclass, called.name)
    from pg_index as copy
    join pg_class as named on named.oid = copy.indexrelid and named.relispartition
    join pg_class as topmost on topmost.oid = pg_partition_root(copy.indexrelid)
    join (values ('calls_mine', 'mine')) as called (topmost, name) on called.topmost = topmost.relname
    where copy.indrelid = 'app.calls_1'::regclass and named.relname <> called.name
  loop
    execute command;
  end loop;
end
$body$;

commit;

-- step 8: undoes 16, transaction, lock_timeout 5s, statement_timeout 1min
begin;
set local lock_timeout = '5s';
set local statement_timeout = '1min';
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Drop index app.anew_code.
drop index app.anew_code;

commit;

-- step 9: undoes 15, transaction, lock_timeout 5s, statement_timeout 1min
begin;
set local lock_timeout = '5s';
set local statement_timeout = '1min';
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Rename the copy of constraint events_pkey in app.alone to alone_pkey.
do $body$
declare
  command text;
begin
  for command in
    select format('alter index %s rename to %I', copy.indexrelid::regclass, called.name)
    from pg_index as copy
    join pg_class as named on named.oid = copy.indexrelid and named.relispartition
    join pg_class as topmost on topmost.oid = pg_partition_root(copy.indexrelid)
    join (values ('events_pkey', 'alone_pkey')) as called (topmost, name) on called.topmost = topmost.relname
    where copy.indrelid = 'app.alone'::regclass and named.relname <> called.name
  loop
    execute command;
  end loop;
end
$body$;

-- Rename the copy of index events_by_code in app.alone to alone_lower_idx.
do $body$
declare
  command text;
begin
  for command in
    select format('alter index %s rename to %I', copy.indexrelid::regclass, called.name)
    from pg_index as copy
    join pg_class as named on named.oid = copy.indexrelid and named.relispartition
    join pg_class as topmost on topmost.oid = pg_partition_root(copy.indexrelid)
    join (values ('events_by_code', 'alone_lower_idx')) as called (topmost, name) on called.topmost = topmost.relname
    where copy.indrelid = 'app.alone'::regclass and named.relname <> called.name
  loop
    execute command;
  end loop;
end
$body$;

commit;

-- step 10: undoes 14, transaction, lock_timeout 5s, statement_timeout 0
begin;
set local lock_timeout = '5s';
set local statement_timeout = 0;
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Create index app.anew_code.
create index anew_code on app.anew (code);

commit;

-- step 11: undoes 13, transaction, lock_timeout 5s, statement_timeout 1min
begin;
set local lock_timeout = '5s';
set local statement_timeout = '1min';
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Rename the copy of index anew_code in app.plain to plain_code.
do $body$
declare
  command text;
begin
  for command in
    select format('alter index %s rename to %I', copy.indexrelid::regclass, called.name)
    from pg_index as copy
    join pg_class as named on named.oid = copy.indexrelid and named.relispartition
    join pg_class as topmost on topmost.oid = pg_partition_root(copy.indexrelid)
    join (values ('anew_code', 'plain_code')) as called (topmost, name) on called.topmost = topmost.relname
    where copy.indrelid = 'app.plain'::regclass and named.relname <> called.name
  loop
    execute command;
  end loop;
end
$body$;

commit;

-- step 12: undoes 12, transaction, lock_timeout 5s, statement_timeout 1min
begin;
set local lock_timeout = '5s';
set local statement_timeout = '1min';
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Rename the copy of constraint events_once in app.leaf to leaf_once.
do $body$
declare
  command text;
begin
  for command in
    select format('alter index %s rename to %I', copy.indexrelid::regclass, called.name)
    from pg_index as copy
    join pg_class as named on named.oid = copy.indexrelid and named.relispartition
    join pg_class as topmost on topmost.oid = pg_partition_root(copy.indexrelid)
    join (values ('events_once', 'leaf_once')) as called (topmost, name) on called.topmost = topmost.relname
    where copy.indrelid = 'app.leaf'::regclass and named.relname <> called.name
  loop
    execute command;
  end loop;
end
$body$;

-- Rename the copy of index events_by_code in app.leaf to leaf_lower.
do $body$
declare
  command text;
begin
  for command in
    select format('alter index %s rename to %I', copy.indexrelid::regclass, called.name)
    from pg_index as copy
    join pg_class as named on named.oid = copy.indexrelid and named.relispartition
    join pg_class as topmost on topmost.oid = pg_partition_root(copy.indexrelid)
    join (values ('events_by_code', 'leaf_lower')) as called (topmost, name) on called.topmost = topmost.relname
    where copy.indrelid = 'app.leaf'::regclass and named.relname <> called.name
  loop
    execute command;
  end loop;
end
$body$;

commit;

-- step 13: undoes 11, transaction, lock_timeout 5s, statement_timeout 1min
begin;
set local lock_timeout = '5s';
set local statement_timeout = '1min';
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Rename primary key app.goes.goes_pk to goes_pkey.
alter table app.goes rename constraint goes_pk to goes_pkey;

-- Rename index app.goes_lower to goes_lower_idx.
alter index app.goes_lower rename to goes_lower_idx;

-- Rename foreign key app.goes.goes_kind_fkey to events_kind_fkey.
alter table app.goes rename constraint goes_kind_fkey to events_kind_fkey;

commit;

-- step 14: undoes 10, transaction, lock_timeout 5s, statement_timeout 1min
begin;
set local lock_timeout = '5s';
set local statement_timeout = '1min';
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Rename the copy of constraint events_pkey in app.deep to deep_pk.
do $body$
declare
  command text;
begin
  for command in
    select format('alter index %s rename to %I', copy.indexrelid::regclass, called.name)
    from pg_index as copy
    join pg_class as named on named.oid = copy.indexrelid and named.relispartition
    join pg_class as topmost on topmost.oid = pg_partition_root(copy.indexrelid)
    join (values ('events_pkey', 'deep_pk')) as called (topmost, name) on called.topmost = topmost.relname
    where copy.indrelid = 'app.deep'::regclass and named.relname <> called.name
  loop
    execute command;
  end loop;
end
$body$;

commit;

-- step 15: undoes 9, transaction, lock_timeout 5s, statement_timeout 1min
begin;
set local lock_timeout = '5s';
set local statement_timeout = '1min';
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Rename unique constraint app.calls.calls_id_sign_key to calls_id_code_key.
alter table app.calls rename constraint calls_id_sign_key to calls_id_code_key;

commit;

-- step 16: undoes 8, transaction, lock_timeout 5s, statement_timeout 1min
begin;
set local lock_timeout = '5s';
set local statement_timeout = '1min';
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Detach partition app.alone from app.events.
alter table app.events detach partition app.alone;
alter table app.alone rename constraint alone_pkey to alone_pk;
alter table app.alone rename constraint events_kind_fkey to alone_kind_fkey;
alter index app.alone_lower_idx rename to alone_lower;
-- PostgreSQL 18 and later name not-null constraints
do $body$
declare
  found record;
begin
  for found in
    select constrained.conname as old, renamed.new
    from pg_constraint as constrained
    join pg_attribute as attribute on attribute.attrelid = constrained.conrelid and attribute.attnum = constrained.conkey[1]
    join (values ('id', 'alone_id_not_null'), ('kind', 'alone_kind_not_null'), ('code', 'alone_code_not_null')) as renamed (of, new) on attribute.attname = renamed.of
    where constrained.conrelid = 'app.alone'::regclass and constrained.contype = 'n' and constrained.coninhcount = 0 and constrained.conname <> renamed.new
  loop
    execute format('alter table %s rename constraint %I to %I', 'app.alone', found.old, found.new);
  end loop;
end
$body$;

commit;

-- step 17: undoes 7 6, transaction, lock_timeout 5s, statement_timeout 1min
begin;
set local lock_timeout = '5s';
set local statement_timeout = '1min';
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;
set local client_min_messages = warning;

-- Drop check app.alone.alone_bound.
alter table app.alone drop constraint if exists alone_bound;

commit;

-- step 18: undoes 5, transaction, lock_timeout 5s, statement_timeout 1min
begin;
set local lock_timeout = '5s';
set local statement_timeout = '1min';
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Drop table app.heir.
drop table app.heir;

commit;

-- step 19: undoes 4, transaction, lock_timeout 5s, statement_timeout 0
begin;
set local lock_timeout = '5s';
set local statement_timeout = 0;
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Attach app.goes as partition of app.events.
-- PostgreSQL 18 and later name not-null constraints
do $body$
declare
  found record;
begin
  for found in
    select constrained.conname as old, renamed.new
    from pg_constraint as constrained
    join pg_attribute as attribute on attribute.attrelid = constrained.conrelid and attribute.attnum = constrained.conkey[1]
    join (values ('id', 'events_id_not_null'), ('kind', 'events_kind_not_null'), ('code', 'events_code_not_null')) as renamed (of, new) on attribute.attname = renamed.of
    where constrained.conrelid = 'app.goes'::regclass and constrained.contype = 'n' and constrained.coninhcount = 0 and constrained.conname <> renamed.new
  loop
    execute format('alter table %s rename constraint %I to %I', 'app.goes', found.old, found.new);
  end loop;
end
$body$;
alter table app.events attach partition app.goes for values in (2);

commit;

-- step 20: undoes 3, transaction, lock_timeout 5s, statement_timeout 1min
begin;
set local lock_timeout = '5s';
set local statement_timeout = '1min';
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Attach app.goes again, where it was only detached.
do $body$
declare
  command text;
begin
  if not exists (select from pg_inherits where inhrelid = 'app.goes'::regclass and not inhdetachpending) then
    if exists (select from pg_inherits where inhrelid = 'app.goes'::regclass and inhdetachpending) then
      alter table app.events detach partition app.goes finalize;
    end if;
    alter table app.events attach partition app.goes for values in (2);
    create temporary table fluxc_whole (like app.events) partition by list (kind);
    create temporary table fluxc_part partition of pg_temp.fluxc_whole for values in (2);
    for command in
      select format('alter table %s drop constraint %I', conrelid::regclass, conname)
      from pg_constraint
      where conrelid = 'app.goes'::regclass and contype = 'c'
        and pg_get_constraintdef(oid) = format('CHECK (%s)', pg_get_partition_constraintdef('pg_temp.fluxc_part'::regclass))
    loop
      execute command;
    end loop;
    drop table pg_temp.fluxc_whole;
  end if;
end
$body$;

commit;

-- step 21: undoes 2, transaction, lock_timeout 5s, statement_timeout 1min
begin;
set local lock_timeout = '5s';
set local statement_timeout = '1min';
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Rename the copy of constraint events_pkey in app.goes to goes_pk.
do $body$
declare
  command text;
begin
  for command in
    select format('alter index %s rename to %I', copy.indexrelid::regclass, called.name)
    from pg_index as copy
    join pg_class as named on named.oid = copy.indexrelid and named.relispartition
    join pg_class as topmost on topmost.oid = pg_partition_root(copy.indexrelid)
    join (values ('events_pkey', 'goes_pk')) as called (topmost, name) on called.topmost = topmost.relname
    where copy.indrelid = 'app.goes'::regclass and named.relname <> called.name
  loop
    execute command;
  end loop;
end
$body$;

-- Rename the copy of index events_by_code in app.goes to goes_lower.
do $body$
declare
  command text;
begin
  for command in
    select format('alter index %s rename to %I', copy.indexrelid::regclass, called.name)
    from pg_index as copy
    join pg_class as named on named.oid = copy.indexrelid and named.relispartition
    join pg_class as topmost on topmost.oid = pg_partition_root(copy.indexrelid)
    join (values ('events_by_code', 'goes_lower')) as called (topmost, name) on called.topmost = topmost.relname
    where copy.indrelid = 'app.goes'::regclass and named.relname <> called.name
  loop
    execute command;
  end loop;
end
$body$;

commit;

-- step 22: undoes 1, transaction, lock_timeout 5s, statement_timeout 1min
begin;
set local lock_timeout = '5s';
set local statement_timeout = '1min';
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Rename column app.calls.sign to code.
alter table app.calls rename column sign to code;
do $body$
declare
  command text;
begin
  for command in
    select format('alter index %s rename to %I', copy.indexrelid::regclass, called.name)
    from pg_index as copy
    join pg_class as named on named.oid = copy.indexrelid and named.relispartition
    join pg_class as topmost on topmost.oid = pg_partition_root(copy.indexrelid)
    join (values ('calls_id_code_key', 'calls_1_id_code_key')) as called (topmost, name) on called.topmost = topmost.relname
    where copy.indrelid = 'app.calls_1'::regclass and named.relname <> called.name
  loop
    execute command;
  end loop;
end
$body$;
-- PostgreSQL 18 and later name not-null constraints
do $body$
declare
  found record;
begin
  for found in
    select constrained.conname as old, renamed.new
    from pg_constraint as constrained
    join (values ('calls_sign_not_null', 'calls_code_not_null')) as renamed (old, new) on constrained.conname = renamed.old
    where constrained.conrelid = 'app.calls'::regclass and constrained.contype = 'n'
  loop
    begin
      execute format('alter table %s rename constraint %I to %I', 'app.calls', found.old, found.new);
    exception when undefined_object then
      null; -- a partition calls it otherwise
    end;
  end loop;
end
$body$;

commit;

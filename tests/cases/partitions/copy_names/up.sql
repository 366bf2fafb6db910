-- decision: drop app.usual
-- hazard: breaks-clients app.calls.sign
-- hazard: scans-table app.alone
-- hazard: builds-index app.anew.anew_code
-- hazard: blocks-reads app.anew.anew_code
-- hazard: deletes-data app.usual

-- step 1: transaction, lock_timeout 5s, statement_timeout 1min
begin;
set local lock_timeout = '5s';
set local statement_timeout = '1min';
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Rename column app.calls.code to sign.
alter table app.calls rename column code to sign;
do $body$
declare
  command text;
begin
  for command in
    select format('alter index %s rename to %I', copy.indexrelid::regclass, called.name)
    from pg_index as copy
    join pg_class as named on named.oid = copy.indexrelid and named.relispartition
    join pg_class as topmost on topmost.oid = pg_partition_root(copy.indexrelid)
    join (values ('calls_id_code_key', 'calls_1_id_sign_key')) as called (topmost, name) on called.topmost = topmost.relname
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
    join (values ('calls_code_not_null', 'calls_sign_not_null')) as renamed (old, new) on constrained.conname = renamed.old
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

-- step 2: transaction, lock_timeout 5s, statement_timeout 1min
begin;
set local lock_timeout = '5s';
set local statement_timeout = '1min';
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Rename the copy of index events_by_code in app.goes to goes_lower_idx.
do $body$
declare
  command text;
begin
  for command in
    select format('alter index %s rename to %I', copy.indexrelid::regclass, called.name)
    from pg_index as copy
    join pg_class as named on named.oid = copy.indexrelid and named.relispartition
    join pg_class as topmost on topmost.oid = pg_partition_root(copy.indexrelid)
    join (values ('events_by_code', 'goes_lower_idx')) as called (topmost, name) on called.topmost = topmost.relname
    where copy.indrelid = 'app.goes'::regclass and named.relname <> called.name
  loop
    execute command;
  end loop;
end
$body$;

-- Rename the copy of constraint events_pkey in app.goes to goes_pkey.
do $body$
declare
  command text;
begin
  for command in
    select format('alter index %s rename to %I', copy.indexrelid::regclass, called.name)
    from pg_index as copy
    join pg_class as named on named.oid = copy.indexrelid and named.relispartition
    join pg_class as topmost on topmost.oid = pg_partition_root(copy.indexrelid)
    join (values ('events_pkey', 'goes_pkey')) as called (topmost, name) on called.topmost = topmost.relname
    where copy.indrelid = 'app.goes'::regclass and named.relname <> called.name
  loop
    execute command;
  end loop;
end
$body$;

commit;

-- step 3: no transaction, lock_timeout 0, statement_timeout 0
-- done when: select not exists (select from pg_catalog.pg_inherits where inhrelid = pg_catalog.to_regclass('app.goes') and inhparent = pg_catalog.to_regclass('app.events') and not inhdetachpending)
set lock_timeout = 0;
set statement_timeout = 0;
set search_path = pg_catalog, public;
set standard_conforming_strings = on;

-- Detach partition app.goes from app.events while others read and write the table.
alter table app.events detach partition app.goes concurrently;

reset standard_conforming_strings;
reset search_path;
reset statement_timeout;
reset lock_timeout;

-- step 4: transaction, lock_timeout 5s, statement_timeout 1min
begin;
set local lock_timeout = '5s';
set local statement_timeout = '1min';
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Leave what partition app.goes had from app.events to it alone.
do $body$
declare
  command text;
begin
  if exists (select from pg_inherits where inhrelid = 'app.goes'::regclass and inhdetachpending) then
    alter table app.events detach partition app.goes finalize;
  end if;
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
    join pg_attribute as attribute on attribute.attrelid = constrained.conrelid and attribute.attnum = constrained.conkey[1]
    join (values ('id', 'goes_id_not_null'), ('kind', 'goes_kind_not_null'), ('code', 'goes_code_not_null')) as renamed (of, new) on attribute.attname = renamed.of
    where constrained.conrelid = 'app.goes'::regclass and constrained.contype = 'n' and constrained.coninhcount = 0 and constrained.conname <> renamed.new
  loop
    execute format('alter table %s rename constraint %I to %I', 'app.goes', found.old, found.new);
  end loop;
end
$body$;

commit;

-- step 5: transaction, lock_timeout 5s, statement_timeout 0
begin;
set local lock_timeout = '5s';
set local statement_timeout = 0;
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Create table app.heir.
create table app.heir (
  id bigint not null,
  code text not null,
  constraint heir_pkey primary key (id)
);

commit;

-- step 6: transaction, lock_timeout 5s, statement_timeout 1min
begin;
set local lock_timeout = '5s';
set local statement_timeout = '1min';
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Add check app.alone.alone_bound, for rows to come.
alter table app.alone add constraint alone_bound check (kind is not null and kind in (4)) not valid;

commit;

-- step 7: transaction, lock_timeout 5s, statement_timeout 0
begin;
set local lock_timeout = '5s';
set local statement_timeout = 0;
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Validate check app.alone.alone_bound.
alter table app.alone validate constraint alone_bound;

commit;

-- step 8: transaction, lock_timeout 5s, statement_timeout 1min
begin;
set local lock_timeout = '5s';
set local statement_timeout = '1min';
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;
set local client_min_messages = warning;

-- Attach app.alone as partition of app.events.
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
    where constrained.conrelid = 'app.alone'::regclass and constrained.contype = 'n' and constrained.coninhcount = 0 and constrained.conname <> renamed.new
  loop
    execute format('alter table %s rename constraint %I to %I', 'app.alone', found.old, found.new);
  end loop;
end
$body$;
alter table app.alone rename constraint alone_pk to alone_pkey;
alter table app.alone rename constraint alone_kind_fkey to events_kind_fkey;
alter index app.alone_lower rename to alone_lower_idx;
alter table app.events attach partition app.alone for values in (4);

-- Drop check app.alone.alone_bound.
alter table app.alone drop constraint if exists alone_bound;

commit;

-- step 9: transaction, lock_timeout 5s, statement_timeout 1min
begin;
set local lock_timeout = '5s';
set local statement_timeout = '1min';
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Rename unique constraint app.calls.calls_id_code_key to calls_id_sign_key.
alter table app.calls rename constraint calls_id_code_key to calls_id_sign_key;

commit;

-- step 10: transaction, lock_timeout 5s, statement_timeout 1min
begin;
set local lock_timeout = '5s';
set local statement_timeout = '1min';
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Rename the copy of constraint events_pkey in app.deep to deep_pkey.
do $body$
declare
  command text;
begin
  for command in
    select format('alter index %s rename to %I', copy.indexrelid::regclass, called.name)
    from pg_index as copy
    join pg_class as named on named.oid = copy.indexrelid and named.relispartition
    join pg_class as topmost on topmost.oid = pg_partition_root(copy.indexrelid)
    join (values ('events_pkey', 'deep_pkey')) as called (topmost, name) on called.topmost = topmost.relname
    where copy.indrelid = 'app.deep'::regclass and named.relname <> called.name
  loop
    execute command;
  end loop;
end
$body$;

commit;

-- step 11: transaction, lock_timeout 5s, statement_timeout 1min
begin;
set local lock_timeout = '5s';
set local statement_timeout = '1min';
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Rename foreign key app.goes.events_kind_fkey to goes_kind_fkey.
alter table app.goes rename constraint events_kind_fkey to goes_kind_fkey;

-- Rename index app.goes_lower_idx to goes_lower.
alter index app.goes_lower_idx rename to goes_lower;

-- Rename primary key app.goes.goes_pkey to goes_pk.
alter table app.goes rename constraint goes_pkey to goes_pk;

commit;

-- step 12: transaction, lock_timeout 5s, statement_timeout 1min
begin;
set local lock_timeout = '5s';
set local statement_timeout = '1min';
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Rename the copy of index events_by_code in app.leaf to leaf_lower_idx.
do $body$
declare
  command text;
begin
  for command in
    select format('alter index %s rename to %I', copy.indexrelid::regclass, called.name)
    from pg_index as copy
    join pg_class as named on named.oid = copy.indexrelid and named.relispartition
    join pg_class as topmost on topmost.oid = pg_partition_root(copy.indexrelid)
    join (values ('events_by_code', 'leaf_lower_idx')) as called (topmost, name) on called.topmost = topmost.relname
    where copy.indrelid = 'app.leaf'::regclass and named.relname <> called.name
  loop
    execute command;
  end loop;
end
$body$;

-- Rename the copy of constraint events_once in app.leaf to leaf_kind_code_key.
do $body$
declare
  command text;
begin
  for command in
    select format('alter index %s rename to %I', copy.indexrelid::regclass, called.name)
    from pg_index as copy
    join pg_class as named on named.oid = copy.indexrelid and named.relispartition
    join pg_class as topmost on topmost.oid = pg_partition_root(copy.indexrelid)
    join (values ('events_once', 'leaf_kind_code_key')) as called (topmost, name) on called.topmost = topmost.relname
    where copy.indrelid = 'app.leaf'::regclass and named.relname <> called.name
  loop
    execute command;
  end loop;
end
$body$;

commit;

-- step 13: transaction, lock_timeout 5s, statement_timeout 1min
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

-- step 14: transaction, lock_timeout 5s, statement_timeout 1min
begin;
set local lock_timeout = '5s';
set local statement_timeout = '1min';
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Drop index app.anew_code.
drop index app.anew_code;

commit;

-- step 15: transaction, lock_timeout 5s, statement_timeout 1min
begin;
set local lock_timeout = '5s';
set local statement_timeout = '1min';
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Rename the copy of index events_by_code in app.alone to alone_lower.
do $body$
declare
  command text;
begin
  for command in
    select format('alter index %s rename to %I', copy.indexrelid::regclass, called.name)
    from pg_index as copy
    join pg_class as named on named.oid = copy.indexrelid and named.relispartition
    join pg_class as topmost on topmost.oid = pg_partition_root(copy.indexrelid)
    join (values ('events_by_code', 'alone_lower')) as called (topmost, name) on called.topmost = topmost.relname
    where copy.indrelid = 'app.alone'::regclass and named.relname <> called.name
  loop
    execute command;
  end loop;
end
$body$;

-- Rename the copy of constraint events_pkey in app.alone to alone_pk.
do $body$
declare
  command text;
begin
  for command in
    select format('alter index %s rename to %I', copy.indexrelid::regclass, called.name)
    from pg_index as copy
    join pg_class as named on named.oid = copy.indexrelid and named.relispartition
    join pg_class as topmost on topmost.oid = pg_partition_root(copy.indexrelid)
    join (values ('events_pkey', 'alone_pk')) as called (topmost, name) on called.topmost = topmost.relname
    where copy.indrelid = 'app.alone'::regclass and named.relname <> called.name
  loop
    execute command;
  end loop;
end
$body$;

commit;

-- step 16: transaction, lock_timeout 5s, statement_timeout 0
begin;
set local lock_timeout = '5s';
set local statement_timeout = 0;
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Create index app.anew_code.
create index anew_code on app.anew (code desc);

commit;

-- step 17: transaction, lock_timeout 5s, statement_timeout 1min
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

-- step 18: transaction, lock_timeout 5s, statement_timeout 1min
begin;
set local lock_timeout = '5s';
set local statement_timeout = '1min';
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Rename the copy of index events_by_code in app.deep to deep_other.
do $body$
declare
  command text;
begin
  for command in
    select format('alter index %s rename to %I', copy.indexrelid::regclass, called.name)
    from pg_index as copy
    join pg_class as named on named.oid = copy.indexrelid and named.relispartition
    join pg_class as topmost on topmost.oid = pg_partition_root(copy.indexrelid)
    join (values ('events_by_code', 'deep_other')) as called (topmost, name) on called.topmost = topmost.relname
    where copy.indrelid = 'app.deep'::regclass and named.relname <> called.name
  loop
    execute command;
  end loop;
end
$body$;

commit;

-- step 19: transaction, lock_timeout 5s, statement_timeout 0
begin;
set local lock_timeout = '5s';
set local statement_timeout = 0;
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Create table app.fresh.
create table app.fresh partition of app.events for values in (5);

-- Rename the copy of foreign key events_kind_fkey in app.fresh to "fresh's kind".
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
    select format('alter table %s rename constraint %I to %I', copy.conrelid::regclass, copy.conname, 'fresh''s kind')
    from pg_constraint as copy join copied using (oid)
    where copy.conrelid = 'app.fresh'::regclass and copy.conparentid <> 0 and copied.topmost = 'events_kind_fkey' and copy.conname <> 'fresh''s kind'
  loop
    execute command;
  end loop;
end
$body$;

-- Rename the copy of constraint events_once in app.fresh to fresh_once.
do $body$
declare
  command text;
begin
  for command in
    select format('alter index %s rename to %I', copy.indexrelid::regclass, called.name)
    from pg_index as copy
    join pg_class as named on named.oid = copy.indexrelid and named.relispartition
    join pg_class as topmost on topmost.oid = pg_partition_root(copy.indexrelid)
    join (values ('events_once', 'fresh_once')) as called (topmost, name) on called.topmost = topmost.relname
    where copy.indrelid = 'app.fresh'::regclass and named.relname <> called.name
  loop
    execute command;
  end loop;
end
$body$;

commit;

-- step 20: transaction, lock_timeout 5s, statement_timeout 1min
begin;
set local lock_timeout = '5s';
set local statement_timeout = '1min';
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Rename the copy of constraint events_pkey in app.leaf to leaf_pk.
do $body$
declare
  command text;
begin
  for command in
    select format('alter index %s rename to %I', copy.indexrelid::regclass, called.name)
    from pg_index as copy
    join pg_class as named on named.oid = copy.indexrelid and named.relispartition
    join pg_class as topmost on topmost.oid = pg_partition_root(copy.indexrelid)
    join (values ('events_pkey', 'leaf_pk')) as called (topmost, name) on called.topmost = topmost.relname
    where copy.indrelid = 'app.leaf'::regclass and named.relname <> called.name
  loop
    execute command;
  end loop;
end
$body$;

commit;

-- step 21: transaction, lock_timeout 5s, statement_timeout 1min
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

-- step 22: transaction, lock_timeout 5s, statement_timeout 1min
begin;
set local lock_timeout = '5s';
set local statement_timeout = '1min';
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Drop table app.usual.
alter table app.many detach partition app.usual;
drop table app.usual;

commit;

-- step 23: transaction, lock_timeout 5s, statement_timeout 0
begin;
set local lock_timeout = '5s';
set local statement_timeout = 0;
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Create index app.usual_code_idx.
create index usual_code_idx on app.heir (code);

commit;

-- decision: drop app.alone
-- decision: drop app.alone_1
-- decision: drop app.gone
-- hazard: builds-index app.events.by_note_too
-- hazard: blocks-writes app.events.by_note_too
-- hazard: builds-index app.events.key
-- hazard: blocks-reads app.events.key
-- hazard: builds-index app.numbers_2.numbers_2_id_idx
-- hazard: builds-index app.twice.another
-- hazard: blocks-reads app.twice.another
-- hazard: builds-index app.twice.one
-- hazard: blocks-writes app.twice.one
-- hazard: builds-index app.twice_1.own
-- hazard: deletes-data app.gone
-- hazard: builds-index app.events.by_kind
-- hazard: blocks-reads app.events.by_kind
-- hazard: builds-index app.events.first
-- hazard: blocks-writes app.events.first
-- hazard: builds-index app.events.renamed
-- hazard: blocks-writes app.events.renamed
-- hazard: builds-index app.events.again
-- hazard: blocks-reads app.events.again
-- hazard: builds-index app.events.once
-- hazard: blocks-reads app.events.once
-- hazard: deletes-data app.alone_1
-- hazard: deletes-data app.alone

-- step 1: transaction, lock_timeout 5s, statement_timeout 1min
begin;
set local lock_timeout = '5s';
set local statement_timeout = '1min';
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Drop index app.by_note_too.
drop index app.by_note_too;

commit;

-- step 2: no transaction, lock_timeout 0, statement_timeout 0
-- done when: select not exists (select from pg_catalog.pg_inherits where inhrelid = pg_catalog.to_regclass('app."left"') and inhparent = pg_catalog.to_regclass('app.events') and not inhdetachpending)
set lock_timeout = 0;
set statement_timeout = 0;
set search_path = pg_catalog, public;
set standard_conforming_strings = on;

-- Detach partition app."left" from app.events while others read and write the table.
alter table app.events detach partition app."left" concurrently;

reset standard_conforming_strings;
reset search_path;
reset statement_timeout;
reset lock_timeout;

-- step 3: transaction, lock_timeout 5s, statement_timeout 1min
begin;
set local lock_timeout = '5s';
set local statement_timeout = '1min';
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Leave what partition app."left" had from app.events to it alone.
do $body$
declare
  command text;
begin
  if exists (select from pg_inherits where inhrelid = 'app."left"'::regclass and inhdetachpending) then
    alter table app.events detach partition app."left" finalize;
  end if;
  create temporary table fluxc_whole (like app.events) partition by list (kind);
  create temporary table fluxc_part partition of pg_temp.fluxc_whole for values in ('f');
  for command in
    select format('alter table %s drop constraint %I', conrelid::regclass, conname)
    from pg_constraint
    where conrelid = 'app."left"'::regclass and contype = 'c'
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
    join (values ('id', 'left_id_not_null'), ('kind', 'left_kind_not_null')) as renamed (of, new) on attribute.attname = renamed.of
    where constrained.conrelid = 'app."left"'::regclass and constrained.contype = 'n' and constrained.coninhcount = 0 and constrained.conname <> renamed.new
  loop
    execute format('alter table %s rename constraint %I to %I', 'app."left"', found.old, found.new);
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

-- Drop index app.alone_kind.
drop index app.alone_kind;

commit;

-- step 5: transaction, lock_timeout 5s, statement_timeout 1min
begin;
set local lock_timeout = '5s';
set local statement_timeout = '1min';
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Drop index app.by_kind.
drop index app.by_kind;

-- Drop index app.by_note.
drop index app.by_note;

-- Drop index app.whole.
drop index app.whole;

-- Drop unique constraint app.events.once.
alter table app.events drop constraint once;

commit;

-- step 6: no transaction, lock_timeout 0, statement_timeout 0
-- done when: select pg_catalog.to_regclass('app.events_1_pkey') is null
set lock_timeout = 0;
set statement_timeout = 0;
set search_path = pg_catalog, public;
set standard_conforming_strings = on;

-- Drop index app.events_1_pkey while others read and write the table.
drop index concurrently app.events_1_pkey;

reset standard_conforming_strings;
reset search_path;
reset statement_timeout;
reset lock_timeout;

-- step 7: transaction, lock_timeout 5s, statement_timeout 1min
begin;
set local lock_timeout = '5s';
set local statement_timeout = '1min';
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Rename the copy of index called in app.events_2 to events_2_note_kind_idx.
do $body$
declare
  command text;
begin
  for command in
    select format('alter index %s rename to %I', copy.indexrelid::regclass, called.name)
    from pg_index as copy
    join pg_class as named on named.oid = copy.indexrelid and named.relispartition
    join pg_class as topmost on topmost.oid = pg_partition_root(copy.indexrelid)
    join (values ('called', 'events_2_note_kind_idx')) as called (topmost, name) on called.topmost = topmost.relname
    where copy.indrelid = 'app.events_2'::regclass and named.relname <> called.name
  loop
    execute command;
  end loop;
end
$body$;

commit;

-- step 8: transaction, lock_timeout 5s, statement_timeout 1min
begin;
set local lock_timeout = '5s';
set local statement_timeout = '1min';
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Drop index app.called.
drop index app.called;

commit;

-- step 9: no transaction, lock_timeout 0, statement_timeout 0
-- done when: select pg_catalog.to_regclass('app.left_id_note_idx') is null
set lock_timeout = 0;
set statement_timeout = 0;
set search_path = pg_catalog, public;
set standard_conforming_strings = on;

-- Drop index app.left_id_note_idx while others read and write the table.
drop index concurrently app.left_id_note_idx;

reset standard_conforming_strings;
reset search_path;
reset statement_timeout;
reset lock_timeout;

-- step 10: no transaction, lock_timeout 0, statement_timeout 0
-- done when: select pg_catalog.to_regclass('app.left_kind_idx') is null
set lock_timeout = 0;
set statement_timeout = 0;
set search_path = pg_catalog, public;
set standard_conforming_strings = on;

-- Drop index app.left_kind_idx while others read and write the table.
drop index concurrently app.left_kind_idx;

reset standard_conforming_strings;
reset search_path;
reset statement_timeout;
reset lock_timeout;

-- step 11: no transaction, lock_timeout 0, statement_timeout 0
-- done when: select pg_catalog.to_regclass('app.left_note_idx') is null
set lock_timeout = 0;
set statement_timeout = 0;
set search_path = pg_catalog, public;
set standard_conforming_strings = on;

-- Drop index app.left_note_idx while others read and write the table.
drop index concurrently app.left_note_idx;

reset standard_conforming_strings;
reset search_path;
reset statement_timeout;
reset lock_timeout;

-- step 12: no transaction, lock_timeout 0, statement_timeout 0
-- done when: select pg_catalog.to_regclass('app.left_note_kind_idx') is null
set lock_timeout = 0;
set statement_timeout = 0;
set search_path = pg_catalog, public;
set standard_conforming_strings = on;

-- Drop index app.left_note_kind_idx while others read and write the table.
drop index concurrently app.left_note_kind_idx;

reset standard_conforming_strings;
reset search_path;
reset statement_timeout;
reset lock_timeout;

-- step 13: no transaction, lock_timeout 0, statement_timeout 0
-- done when: select pg_catalog.to_regclass('app.numbers_1_id_idx') is null
set lock_timeout = 0;
set statement_timeout = 0;
set search_path = pg_catalog, public;
set standard_conforming_strings = on;

-- Drop index app.numbers_1_id_idx while others read and write the table.
drop index concurrently app.numbers_1_id_idx;

reset standard_conforming_strings;
reset search_path;
reset statement_timeout;
reset lock_timeout;

-- step 14: transaction, lock_timeout 5s, statement_timeout 1min
begin;
set local lock_timeout = '5s';
set local statement_timeout = '1min';
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Rename the copy of index of_numbers in app.numbers_1 to numbers_1_id_idx.
do $body$
declare
  command text;
begin
  for command in
    select format('alter index %s rename to %I', copy.indexrelid::regclass, called.name)
    from pg_index as copy
    join pg_class as named on named.oid = copy.indexrelid and named.relispartition
    join pg_class as topmost on topmost.oid = pg_partition_root(copy.indexrelid)
    join (values ('of_numbers', 'numbers_1_id_idx')) as called (topmost, name) on called.topmost = topmost.relname
    where copy.indrelid = 'app.numbers_1'::regclass and named.relname <> called.name
  loop
    execute command;
  end loop;
end
$body$;

commit;

-- step 15: transaction, lock_timeout 5s, statement_timeout 1min
begin;
set local lock_timeout = '5s';
set local statement_timeout = '1min';
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Drop index app.another.
drop index app.another;

commit;

-- step 16: transaction, lock_timeout 5s, statement_timeout 0
begin;
set local lock_timeout = '5s';
set local statement_timeout = 0;
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Create index app.by_note_too.
create index by_note_too on app.events (note) include (id);

-- Attach the parts of primary key app.events.key in events_1.
alter table app.events_1 add constraint events_1_pkey primary key (id, kind);
alter index app.key attach partition app.events_1_pkey;

commit;

-- step 17: transaction, lock_timeout 5s, statement_timeout 1min
begin;
set local lock_timeout = '5s';
set local statement_timeout = '1min';
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Rename the copy of index of_numbers in app.numbers_2 to numbers_2_id_idx1.
do $body$
declare
  command text;
begin
  for command in
    select format('alter index %s rename to %I', copy.indexrelid::regclass, called.name)
    from pg_index as copy
    join pg_class as named on named.oid = copy.indexrelid and named.relispartition
    join pg_class as topmost on topmost.oid = pg_partition_root(copy.indexrelid)
    join (values ('of_numbers', 'numbers_2_id_idx1')) as called (topmost, name) on called.topmost = topmost.relname
    where copy.indrelid = 'app.numbers_2'::regclass and named.relname <> called.name
  loop
    execute command;
  end loop;
end
$body$;

commit;

-- step 18: no transaction, lock_timeout 0, statement_timeout 0
-- done when: select indisvalid from pg_catalog.pg_index where indexrelid = pg_catalog.to_regclass('app.numbers_2_id_idx') and indrelid = pg_catalog.to_regclass('app.numbers_2')
-- cleanup: drop index concurrently app.numbers_2_id_idx
set lock_timeout = 0;
set statement_timeout = 0;
set search_path = pg_catalog, public;
set standard_conforming_strings = on;

-- Create index app.numbers_2_id_idx while others read and write the table.
create index concurrently numbers_2_id_idx on app.numbers_2 (id desc);

reset standard_conforming_strings;
reset search_path;
reset statement_timeout;
reset lock_timeout;

-- step 19: transaction, lock_timeout 5s, statement_timeout 0
begin;
set local lock_timeout = '5s';
set local statement_timeout = 0;
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Create index app.another.
create index another on only app.twice (id);
create index twice_1_id_idx2 on app.twice_1 (id);
alter index app.another attach partition app.twice_1_id_idx2;

-- Attach the parts of index app.one in twice_1.
create index twice_1_id_idx3 on app.twice_1 (id);
alter index app.one attach partition app.twice_1_id_idx3;

commit;

-- step 20: no transaction, lock_timeout 0, statement_timeout 0
-- done when: select indisvalid from pg_catalog.pg_index where indexrelid = pg_catalog.to_regclass('app.own') and indrelid = pg_catalog.to_regclass('app.twice_1')
-- cleanup: drop index concurrently app.own
set lock_timeout = 0;
set statement_timeout = 0;
set search_path = pg_catalog, public;
set standard_conforming_strings = on;

-- Create index app.own while others read and write the table.
create index concurrently own on app.twice_1 (id);

reset standard_conforming_strings;
reset search_path;
reset statement_timeout;
reset lock_timeout;

-- step 21: transaction, lock_timeout 5s, statement_timeout 1min
begin;
set local lock_timeout = '5s';
set local statement_timeout = '1min';
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Drop table app.gone.
alter table app.events detach partition app.gone;
drop table app.gone;

commit;

-- step 22: transaction, lock_timeout 5s, statement_timeout 0
begin;
set local lock_timeout = '5s';
set local statement_timeout = 0;
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Create table app.fresh.
create table app.fresh partition of app.events for values in ('g');

commit;

-- step 23: transaction, lock_timeout 5s, statement_timeout 0
begin;
set local lock_timeout = '5s';
set local statement_timeout = 0;
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Create index app.by_kind.
create index by_kind on only app.events (kind);
create index deep_kind_idx on app.deep (kind);
alter index app.by_kind attach partition app.deep_kind_idx;
create index events_1_kind_idx on app.events_1 (kind);
alter index app.by_kind attach partition app.events_1_kind_idx;
create index fresh_kind_idx on app.fresh (kind);
alter index app.by_kind attach partition app.fresh_kind_idx;

-- Create index app.first.
create index first on only app.events (note, id);
create index deep_note_id_idx3 on app.deep (note, id);
alter index app.first attach partition app.deep_note_id_idx3;
create index events_1_note_id_idx3 on app.events_1 (note, id);
alter index app.first attach partition app.events_1_note_id_idx3;
create index events_2_note_id_idx3 on app.events_2 (note, id);
alter index app.first attach partition app.events_2_note_id_idx3;

-- Create index app.renamed.
create index renamed on only app.events (note, kind);
create index deep_note_kind_idx on app.deep (note, kind);
alter index app.renamed attach partition app.deep_note_kind_idx;
create index second_called on app.events_2 (note, kind);
alter index app.renamed attach partition app.second_called;
create index fresh_note_kind_idx on app.fresh (note, kind);
alter index app.renamed attach partition app.fresh_note_kind_idx;

-- Add unique constraint app.events.again.
alter table only app.events add constraint again unique (kind, id);
alter table app.deep add constraint deep_kind_id_key unique (kind, id);
alter index app.again attach partition app.deep_kind_id_key;
alter table app.events_1 add constraint events_1_kind_id_key unique (kind, id);
alter index app.again attach partition app.events_1_kind_id_key;
alter table app.events_2 add constraint events_2_kind_id_key unique (kind, id);
alter index app.again attach partition app.events_2_kind_id_key;
alter table app.fresh add constraint fresh_kind_id_key unique (kind, id);
alter index app.again attach partition app.fresh_kind_id_key;

-- Add unique constraint app.events.once.
alter table only app.events add constraint once unique (kind, note);
alter table app.deep add constraint deep_kind_note_key unique (kind, note);
alter index app.once attach partition app.deep_kind_note_key;
alter table app.events_1 add constraint events_1_kind_note_key unique (kind, note);
alter index app.once attach partition app.events_1_kind_note_key;
alter table app.events_2 add constraint events_2_kind_note_key unique (kind, note);
alter index app.once attach partition app.events_2_kind_note_key;

commit;

-- step 24: transaction, lock_timeout 5s, statement_timeout 1min
begin;
set local lock_timeout = '5s';
set local statement_timeout = '1min';
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Rename the copy of index renamed in app.events_2 to second_called.
do $body$
declare
  command text;
begin
  for command in
    select format('alter index %s rename to %I', copy.indexrelid::regclass, called.name)
    from pg_index as copy
    join pg_class as named on named.oid = copy.indexrelid and named.relispartition
    join pg_class as topmost on topmost.oid = pg_partition_root(copy.indexrelid)
    join (values ('renamed', 'second_called')) as called (topmost, name) on called.topmost = topmost.relname
    where copy.indrelid = 'app.events_2'::regclass and named.relname <> called.name
  loop
    execute command;
  end loop;
end
$body$;

commit;

-- step 25: transaction, lock_timeout 5s, statement_timeout 1min
begin;
set local lock_timeout = '5s';
set local statement_timeout = '1min';
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Drop table app.alone_1.
drop table app.alone_1;

commit;

-- step 26: transaction, lock_timeout 5s, statement_timeout 1min
begin;
set local lock_timeout = '5s';
set local statement_timeout = '1min';
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Drop table app.alone.
drop table app.alone;

commit;

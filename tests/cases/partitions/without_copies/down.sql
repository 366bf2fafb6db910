-- label: structure only
-- reason: the rows of table app.gone cannot come back
-- reason: the rows of table app.alone_1 cannot come back
-- reason: the rows of table app.alone cannot come back
-- loses: ["app", "fresh"]
-- hazard: deletes-data app.fresh
-- hazard: builds-index app.twice.one
-- hazard: blocks-writes app.twice.one
-- hazard: builds-index app.events.key
-- hazard: blocks-reads app.events.key
-- hazard: builds-index app.twice.another
-- hazard: blocks-writes app.twice.another
-- hazard: builds-index app.numbers_1.numbers_1_id_idx
-- hazard: builds-index app."left".left_note_kind_idx
-- hazard: builds-index app."left".left_note_idx
-- hazard: builds-index app."left".left_kind_idx
-- hazard: builds-index app."left".left_id_note_idx
-- hazard: builds-index app.events.called
-- hazard: blocks-writes app.events.called
-- hazard: builds-index app.events_1.events_1_pkey
-- hazard: builds-index app.events.once
-- hazard: blocks-reads app.events.once
-- hazard: builds-index app.events.whole
-- hazard: blocks-writes app.events.whole
-- hazard: builds-index app.events.by_note
-- hazard: blocks-writes app.events.by_note
-- hazard: builds-index app.events.by_kind
-- hazard: blocks-writes app.events.by_kind
-- hazard: scans-table app."left"
-- hazard: blocks-reads app."left"
-- hazard: builds-index app.events.by_note_too
-- hazard: blocks-writes app.events.by_note_too

-- step 1: undoes 26, transaction, lock_timeout 5s, statement_timeout 0
begin;
set local lock_timeout = '5s';
set local statement_timeout = 0;
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Create table app.alone.
create table app.alone (
  id bigint not null,
  kind text not null
) partition by list (kind);

commit;

-- step 2: undoes 25, transaction, lock_timeout 5s, statement_timeout 0
begin;
set local lock_timeout = '5s';
set local statement_timeout = 0;
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Create table app.alone_1.
create table app.alone_1 partition of app.alone for values in ('a');

commit;

-- step 3: undoes 24, transaction, lock_timeout 5s, statement_timeout 1min
begin;
set local lock_timeout = '5s';
set local statement_timeout = '1min';
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Rename the copy of index renamed in app.events_2 to events_2_note_kind_idx.
do $body$
declare
  command text;
begin
  for command in
    select format('alter index %s rename to %I', copy.indexrelid::regclass, called.name)
    from pg_index as copy
    join pg_class as named on named.oid = copy.indexrelid and named.relispartition
    join pg_class as topmost on topmost.oid = pg_partition_root(copy.indexrelid)
    join (values ('renamed', 'events_2_note_kind_idx')) as called (topmost, name) on called.topmost = topmost.relname
    where copy.indrelid = 'app.events_2'::regclass and named.relname <> called.name
  loop
    execute command;
  end loop;
end
$body$;

commit;

-- step 4: undoes 23, transaction, lock_timeout 5s, statement_timeout 1min
begin;
set local lock_timeout = '5s';
set local statement_timeout = '1min';
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Drop unique constraint app.events.once.
alter table app.events drop constraint once;

-- Drop unique constraint app.events.again.
alter table app.events drop constraint again;

-- Drop index app.renamed.
drop index app.renamed;

-- Drop index app.first.
drop index app.first;

-- Drop index app.by_kind.
drop index app.by_kind;

commit;

-- step 5: undoes 22, transaction, lock_timeout 5s, statement_timeout 1min
begin;
set local lock_timeout = '5s';
set local statement_timeout = '1min';
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Drop table app.fresh.
alter table app.events detach partition app.fresh;
drop table app.fresh;

commit;

-- step 6: undoes 21, transaction, lock_timeout 5s, statement_timeout 0
begin;
set local lock_timeout = '5s';
set local statement_timeout = 0;
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Create table app.gone.
create table app.gone partition of app.events for values in ('e');

commit;

-- step 7: undoes 20, no transaction, lock_timeout 0, statement_timeout 0
-- done when: select pg_catalog.to_regclass('app.own') is null
set lock_timeout = 0;
set statement_timeout = 0;
set search_path = pg_catalog, public;
set standard_conforming_strings = on;

-- Drop index app.own while others read and write the table.
drop index concurrently app.own;

reset standard_conforming_strings;
reset search_path;
reset statement_timeout;
reset lock_timeout;

-- step 8: undoes 19, transaction, lock_timeout 5s, statement_timeout 0
begin;
set local lock_timeout = '5s';
set local statement_timeout = 0;
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Drop index app.one.
drop index app.one;

-- Create index app.one.
create index one on only app.twice (id);
create index twice_2_id_idx3 on app.twice_2 (id);
alter index app.one attach partition app.twice_2_id_idx3;

-- Drop index app.another.
drop index app.another;

commit;

-- step 9: undoes 18, no transaction, lock_timeout 0, statement_timeout 0
-- done when: select pg_catalog.to_regclass('app.numbers_2_id_idx') is null
set lock_timeout = 0;
set statement_timeout = 0;
set search_path = pg_catalog, public;
set standard_conforming_strings = on;

-- Drop index app.numbers_2_id_idx while others read and write the table.
drop index concurrently app.numbers_2_id_idx;

reset standard_conforming_strings;
reset search_path;
reset statement_timeout;
reset lock_timeout;

-- step 10: undoes 17, transaction, lock_timeout 5s, statement_timeout 1min
begin;
set local lock_timeout = '5s';
set local statement_timeout = '1min';
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Rename the copy of index of_numbers in app.numbers_2 to numbers_2_id_idx.
do $body$
declare
  command text;
begin
  for command in
    select format('alter index %s rename to %I', copy.indexrelid::regclass, called.name)
    from pg_index as copy
    join pg_class as named on named.oid = copy.indexrelid and named.relispartition
    join pg_class as topmost on topmost.oid = pg_partition_root(copy.indexrelid)
    join (values ('of_numbers', 'numbers_2_id_idx')) as called (topmost, name) on called.topmost = topmost.relname
    where copy.indrelid = 'app.numbers_2'::regclass and named.relname <> called.name
  loop
    execute command;
  end loop;
end
$body$;

commit;

-- step 11: undoes 16, transaction, lock_timeout 5s, statement_timeout 0
begin;
set local lock_timeout = '5s';
set local statement_timeout = 0;
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Drop primary key app.events.key.
alter table app.events drop constraint key;

-- Add primary key app.events.key.
alter table only app.events add constraint key primary key (id, kind);
alter table app.deep add constraint deep_pkey primary key (id, kind);
alter index app.key attach partition app.deep_pkey;
alter table app.events_2 add constraint second primary key (id, kind);
alter index app.key attach partition app.second;
alter table app.gone add constraint gone_pkey primary key (id, kind);
alter index app.key attach partition app.gone_pkey;

-- Drop index app.by_note_too.
drop index app.by_note_too;

commit;

-- step 12: undoes 15, transaction, lock_timeout 5s, statement_timeout 0
begin;
set local lock_timeout = '5s';
set local statement_timeout = 0;
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Create index app.another.
create index another on app.twice (id);

commit;

-- step 13: undoes 14, transaction, lock_timeout 5s, statement_timeout 1min
begin;
set local lock_timeout = '5s';
set local statement_timeout = '1min';
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Rename the copy of index of_numbers in app.numbers_1 to numbers_1_id_idx1.
do $body$
declare
  command text;
begin
  for command in
    select format('alter index %s rename to %I', copy.indexrelid::regclass, called.name)
    from pg_index as copy
    join pg_class as named on named.oid = copy.indexrelid and named.relispartition
    join pg_class as topmost on topmost.oid = pg_partition_root(copy.indexrelid)
    join (values ('of_numbers', 'numbers_1_id_idx1')) as called (topmost, name) on called.topmost = topmost.relname
    where copy.indrelid = 'app.numbers_1'::regclass and named.relname <> called.name
  loop
    execute command;
  end loop;
end
$body$;

commit;

-- step 14: undoes 13, no transaction, lock_timeout 0, statement_timeout 0
-- done when: select indisvalid from pg_catalog.pg_index where indexrelid = pg_catalog.to_regclass('app.numbers_1_id_idx') and indrelid = pg_catalog.to_regclass('app.numbers_1')
-- cleanup: drop index concurrently app.numbers_1_id_idx
set lock_timeout = 0;
set statement_timeout = 0;
set search_path = pg_catalog, public;
set standard_conforming_strings = on;

-- Create index app.numbers_1_id_idx while others read and write the table.
create index concurrently numbers_1_id_idx on app.numbers_1 (id desc);

reset standard_conforming_strings;
reset search_path;
reset statement_timeout;
reset lock_timeout;

-- step 15: undoes 12, no transaction, lock_timeout 0, statement_timeout 0
-- done when: select indisvalid from pg_catalog.pg_index where indexrelid = pg_catalog.to_regclass('app.left_note_kind_idx') and indrelid = pg_catalog.to_regclass('app."left"')
-- cleanup: drop index concurrently app.left_note_kind_idx
set lock_timeout = 0;
set statement_timeout = 0;
set search_path = pg_catalog, public;
set standard_conforming_strings = on;

-- Create index app.left_note_kind_idx while others read and write the table.
create index concurrently left_note_kind_idx on app."left" (note, kind);

reset standard_conforming_strings;
reset search_path;
reset statement_timeout;
reset lock_timeout;

-- step 16: undoes 11, no transaction, lock_timeout 0, statement_timeout 0
-- done when: select indisvalid from pg_catalog.pg_index where indexrelid = pg_catalog.to_regclass('app.left_note_idx') and indrelid = pg_catalog.to_regclass('app."left"')
-- cleanup: drop index concurrently app.left_note_idx
set lock_timeout = 0;
set statement_timeout = 0;
set search_path = pg_catalog, public;
set standard_conforming_strings = on;

-- Create index app.left_note_idx while others read and write the table.
create index concurrently left_note_idx on app."left" (note);

reset standard_conforming_strings;
reset search_path;
reset statement_timeout;
reset lock_timeout;

-- step 17: undoes 10, no transaction, lock_timeout 0, statement_timeout 0
-- done when: select indisvalid from pg_catalog.pg_index where indexrelid = pg_catalog.to_regclass('app.left_kind_idx') and indrelid = pg_catalog.to_regclass('app."left"')
-- cleanup: drop index concurrently app.left_kind_idx
set lock_timeout = 0;
set statement_timeout = 0;
set search_path = pg_catalog, public;
set standard_conforming_strings = on;

-- Create index app.left_kind_idx while others read and write the table.
create index concurrently left_kind_idx on app."left" (kind);

reset standard_conforming_strings;
reset search_path;
reset statement_timeout;
reset lock_timeout;

-- step 18: undoes 9, no transaction, lock_timeout 0, statement_timeout 0
-- done when: select indisvalid from pg_catalog.pg_index where indexrelid = pg_catalog.to_regclass('app.left_id_note_idx') and indrelid = pg_catalog.to_regclass('app."left"')
-- cleanup: drop index concurrently app.left_id_note_idx
set lock_timeout = 0;
set statement_timeout = 0;
set search_path = pg_catalog, public;
set standard_conforming_strings = on;

-- Create index app.left_id_note_idx while others read and write the table.
create index concurrently left_id_note_idx on app."left" (id, note);

reset standard_conforming_strings;
reset search_path;
reset statement_timeout;
reset lock_timeout;

-- step 19: undoes 8, transaction, lock_timeout 5s, statement_timeout 0
begin;
set local lock_timeout = '5s';
set local statement_timeout = 0;
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Create index app.called.
create index called on only app.events (note, kind);
create index deep_note_kind_idx on app.deep (note, kind);
alter index app.called attach partition app.deep_note_kind_idx;
create index second_called on app.events_2 (note, kind);
alter index app.called attach partition app.second_called;
create index gone_note_kind_idx on app.gone (note, kind);
alter index app.called attach partition app.gone_note_kind_idx;

commit;

-- step 20: undoes 7, transaction, lock_timeout 5s, statement_timeout 1min
begin;
set local lock_timeout = '5s';
set local statement_timeout = '1min';
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Rename the copy of index called in app.events_2 to second_called.
do $body$
declare
  command text;
begin
  for command in
    select format('alter index %s rename to %I', copy.indexrelid::regclass, called.name)
    from pg_index as copy
    join pg_class as named on named.oid = copy.indexrelid and named.relispartition
    join pg_class as topmost on topmost.oid = pg_partition_root(copy.indexrelid)
    join (values ('called', 'second_called')) as called (topmost, name) on called.topmost = topmost.relname
    where copy.indrelid = 'app.events_2'::regclass and named.relname <> called.name
  loop
    execute command;
  end loop;
end
$body$;

commit;

-- step 21: undoes 6, no transaction, lock_timeout 0, statement_timeout 0
-- done when: select indisvalid from pg_catalog.pg_index where indexrelid = pg_catalog.to_regclass('app.events_1_pkey') and indrelid = pg_catalog.to_regclass('app.events_1')
-- cleanup: drop index concurrently app.events_1_pkey
set lock_timeout = 0;
set statement_timeout = 0;
set search_path = pg_catalog, public;
set standard_conforming_strings = on;

-- Create index app.events_1_pkey while others read and write the table.
create unique index concurrently events_1_pkey on app.events_1 (id, kind);

reset standard_conforming_strings;
reset search_path;
reset statement_timeout;
reset lock_timeout;

-- step 22: undoes 5, transaction, lock_timeout 5s, statement_timeout 0
begin;
set local lock_timeout = '5s';
set local statement_timeout = 0;
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Add unique constraint app.events.once.
alter table only app.events add constraint once unique (kind, note);
alter table app.deep add constraint deep_kind_note_key unique (kind, note);
alter index app.once attach partition app.deep_kind_note_key;
alter table app.events_1 add constraint events_1_kind_note_key unique (kind, note);
alter index app.once attach partition app.events_1_kind_note_key;
alter table app.gone add constraint gone_kind_note_key unique (kind, note);
alter index app.once attach partition app.gone_kind_note_key;

-- Create index app.whole.
create index whole on only app.events (id, note);
create index deep_id_note_idx on app.deep (id, note);
alter index app.whole attach partition app.deep_id_note_idx;
create index events_1_id_note_idx on app.events_1 (id, note);
alter index app.whole attach partition app.events_1_id_note_idx;
create index events_2_id_note_idx on app.events_2 (id, note);
alter index app.whole attach partition app.events_2_id_note_idx;
create index gone_id_note_idx on app.gone (id, note);
alter index app.whole attach partition app.gone_id_note_idx;

-- Create index app.by_note.
create index by_note on only app.events (note);
create index deep_note_idx on app.deep (note);
alter index app.by_note attach partition app.deep_note_idx;
create index events_2_note_idx on app.events_2 (note);
alter index app.by_note attach partition app.events_2_note_idx;
create index gone_note_idx on app.gone (note);
alter index app.by_note attach partition app.gone_note_idx;

-- Create index app.by_kind.
create index by_kind on only app.events (kind);
create index deep_kind_idx on only app.deep (kind);
alter index app.by_kind attach partition app.deep_kind_idx;
create index deep_2_kind_idx on app.deep_2 (kind);
alter index app.deep_kind_idx attach partition app.deep_2_kind_idx;
create index events_1_kind_idx on app.events_1 (kind);
alter index app.by_kind attach partition app.events_1_kind_idx;
create index events_2_kind_idx on app.events_2 (kind);
alter index app.by_kind attach partition app.events_2_kind_idx;
create index gone_kind_idx on app.gone (kind);
alter index app.by_kind attach partition app.gone_kind_idx;

commit;

-- step 23: undoes 4, transaction, lock_timeout 5s, statement_timeout 0
begin;
set local lock_timeout = '5s';
set local statement_timeout = 0;
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Create index app.alone_kind.
create index alone_kind on only app.alone (kind);

commit;

-- step 24: undoes 3, transaction, lock_timeout 5s, statement_timeout 0
begin;
set local lock_timeout = '5s';
set local statement_timeout = 0;
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Attach app."left" as partition of app.events.
-- PostgreSQL 18 and later name not-null constraints
do $body$
declare
  found record;
begin
  for found in
    select constrained.conname as old, renamed.new
    from pg_constraint as constrained
    join pg_attribute as attribute on attribute.attrelid = constrained.conrelid and attribute.attnum = constrained.conkey[1]
    join (values ('id', 'events_id_not_null'), ('kind', 'events_kind_not_null')) as renamed (of, new) on attribute.attname = renamed.of
    where constrained.conrelid = 'app."left"'::regclass and constrained.contype = 'n' and constrained.coninhcount = 0 and constrained.conname <> renamed.new
  loop
    execute format('alter table %s rename constraint %I to %I', 'app."left"', found.old, found.new);
  end loop;
end
$body$;
alter table app.events attach partition app."left" for values in ('f');

commit;

-- step 25: undoes 2, transaction, lock_timeout 5s, statement_timeout 1min
begin;
set local lock_timeout = '5s';
set local statement_timeout = '1min';
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Attach app."left" again, where it was only detached.
do $body$
declare
  command text;
begin
  if not exists (select from pg_inherits where inhrelid = 'app."left"'::regclass and not inhdetachpending) then
    if exists (select from pg_inherits where inhrelid = 'app."left"'::regclass and inhdetachpending) then
      alter table app.events detach partition app."left" finalize;
    end if;
    alter table app.events attach partition app."left" for values in ('f');
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
  end if;
end
$body$;

commit;

-- step 26: undoes 1, transaction, lock_timeout 5s, statement_timeout 0
begin;
set local lock_timeout = '5s';
set local statement_timeout = 0;
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Create index app.by_note_too.
create index by_note_too on only app.events (note) include (id);
create index deep_note_id_idx on app.deep (note) include (id);
alter index app.by_note_too attach partition app.deep_note_id_idx;
create index events_1_note_id_idx on app.events_1 (note) include (id);
alter index app.by_note_too attach partition app.events_1_note_id_idx;
create index events_2_note_id_idx on app.events_2 (note) include (id);
alter index app.by_note_too attach partition app.events_2_note_id_idx;

commit;

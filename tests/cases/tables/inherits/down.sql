-- label: exact
-- loses: ["app", "papers", "size"]
-- loses: ["app", "mixed", "size"]
-- loses: ["app", "kinds", "letter"]
-- loses: ["app", "archive"]
-- hazard: scans-table app.own_before.note
-- hazard: blocks-reads app.own_before.note
-- hazard: deletes-data app.papers.size
-- hazard: deletes-data app.mixed.size
-- hazard: builds-index app.letters.letters_id_idx
-- hazard: deletes-data app.kinds.letter
-- hazard: deletes-data app.archive
-- hazard: breaks-clients app.papers.title
-- hazard: breaks-clients app.mixed.title
-- hazard: breaks-clients app.documents

-- step 1: undoes 20, transaction, lock_timeout 5s, statement_timeout 1min
begin;
set local lock_timeout = '5s';
set local statement_timeout = '1min';
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Change what is said of column app.own_partly.note where it is inherited.

-- Change what is said of column app.own_partly.id where it is inherited.
alter table app.own_partly alter column id drop default;

commit;

-- step 2: undoes 19, transaction, lock_timeout 5s, statement_timeout 1min
begin;
set local lock_timeout = '5s';
set local statement_timeout = '1min';
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Change what is said of column app.own_now.note where it is inherited.

-- Change what is said of column app.own_now.id where it is inherited.
alter table app.own_now alter column id drop default;

commit;

-- step 3: undoes 18, transaction, lock_timeout 5s, statement_timeout 0
begin;
set local lock_timeout = '5s';
set local statement_timeout = 0;
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Change what is said of column app.own_before.note where it is inherited.
alter table app.own_before no inherit app.bases;
-- PostgreSQL 18 and later name not-null constraints
do $body$
declare
  found record;
begin
  for found in
    select constrained.conname as old, renamed.new
    from pg_constraint as constrained
    join pg_attribute as attribute on attribute.attrelid = constrained.conrelid and attribute.attnum = constrained.conkey[1]
    join (values ('note', 'own_before_note_not_null')) as renamed (of, new) on attribute.attname = renamed.of
    where constrained.conrelid = 'app.own_before'::regclass and constrained.contype = 'n' and constrained.coninhcount = 0 and constrained.conname <> renamed.new
  loop
    execute format('alter table %s rename constraint %I to %I', 'app.own_before', found.old, found.new);
  end loop;
end
$body$;
alter table app.own_before inherit app.bases;
alter table app.own_before alter column note set not null;

-- Change what is said of column app.own_before.id where it is inherited.
alter table app.own_before no inherit app.bases;
-- PostgreSQL 18 and later name not-null constraints
do $body$
declare
  found record;
begin
  for found in
    select constrained.conname as old, renamed.new
    from pg_constraint as constrained
    join pg_attribute as attribute on attribute.attrelid = constrained.conrelid and attribute.attnum = constrained.conkey[1]
    join (values ('id', 'own_before_id_not_null')) as renamed (of, new) on attribute.attname = renamed.of
    where constrained.conrelid = 'app.own_before'::regclass and constrained.contype = 'n' and constrained.coninhcount = 0 and constrained.conname <> renamed.new
  loop
    execute format('alter table %s rename constraint %I to %I', 'app.own_before', found.old, found.new);
  end loop;
end
$body$;
alter table app.own_before inherit app.bases;
alter table app.own_before alter column id set default 5;

commit;

-- step 4: undoes 17 16, transaction, lock_timeout 5s, statement_timeout 1min
begin;
set local lock_timeout = '5s';
set local statement_timeout = '1min';
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Drop foreign key app.kinds.kinds_letter_fkey.
alter table app.kinds drop constraint kinds_letter_fkey;

commit;

-- step 5: undoes 15, transaction, lock_timeout 5s, statement_timeout 1min
begin;
set local lock_timeout = '5s';
set local statement_timeout = '1min';
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Have table app.mixed no longer inherit from app.papers.
alter table app.mixed no inherit app.papers;
-- PostgreSQL 18 and later name not-null constraints
do $body$
declare
  found record;
begin
  for found in
    select constrained.conname as old, renamed.new
    from pg_constraint as constrained
    join pg_attribute as attribute on attribute.attrelid = constrained.conrelid and attribute.attnum = constrained.conkey[1]
    join (values ('id', 'mixed_id_not_null'), ('name', 'mixed_name_not_null'), ('kind', 'mixed_kind_not_null'), ('size', 'mixed_size_not_null')) as renamed (of, new) on attribute.attname = renamed.of
    where constrained.conrelid = 'app.mixed'::regclass and constrained.contype = 'n' and constrained.coninhcount = 0 and constrained.conname <> renamed.new
  loop
    execute format('alter table %s rename constraint %I to %I', 'app.mixed', found.old, found.new);
  end loop;
end
$body$;

commit;

-- step 6: undoes 14, no transaction, lock_timeout 0, statement_timeout 0
-- done when: select pg_catalog.to_regclass('app.letters_size_idx') is null
set lock_timeout = 0;
set statement_timeout = 0;
set search_path = pg_catalog, public;
set standard_conforming_strings = on;

-- Drop index app.letters_size_idx while others read and write the table.
drop index concurrently app.letters_size_idx;

reset standard_conforming_strings;
reset search_path;
reset statement_timeout;
reset lock_timeout;

-- step 7: undoes 13, transaction, lock_timeout 5s, statement_timeout 1min
begin;
set local lock_timeout = '5s';
set local statement_timeout = '1min';
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Drop column app.papers.size.
alter table app.papers drop column size;

-- Rename primary key app.papers.papers_pkey to documents_pkey.
alter table app.papers rename constraint papers_pkey to documents_pkey;

-- Rename index app.papers_kind_idx to documents_kind_idx.
alter index app.papers_kind_idx rename to documents_kind_idx;

-- Rename foreign key app.papers.papers_kind_fkey to documents_kind_fkey.
alter table app.papers rename constraint papers_kind_fkey to documents_kind_fkey;

-- Rename check app.papers.papers_name_check to documents_title_check.
alter table app.papers rename constraint papers_name_check to documents_title_check;

commit;

-- step 8: undoes 12, transaction, lock_timeout 5s, statement_timeout 1min
begin;
set local lock_timeout = '5s';
set local statement_timeout = '1min';
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Drop column app.mixed.size.
alter table app.mixed drop column size;

-- Rename check app.mixed.papers_name_check to documents_title_check.
alter table app.mixed rename constraint papers_name_check to documents_title_check;

commit;

-- step 9: undoes 11, transaction, lock_timeout 5s, statement_timeout 1min
begin;
set local lock_timeout = '5s';
set local statement_timeout = '1min';
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Drop primary key app.letters.letters_pkey.
alter table app.letters drop constraint letters_pkey;

commit;

-- step 10: undoes 10, no transaction, lock_timeout 0, statement_timeout 0
-- done when: select indisvalid from pg_catalog.pg_index where indexrelid = pg_catalog.to_regclass('app.letters_id_idx') and indrelid = pg_catalog.to_regclass('app.letters')
-- cleanup: drop index concurrently app.letters_id_idx
set lock_timeout = 0;
set statement_timeout = 0;
set search_path = pg_catalog, public;
set standard_conforming_strings = on;

-- Create index app.letters_id_idx while others read and write the table.
create index concurrently letters_id_idx on app.letters (id);

reset standard_conforming_strings;
reset search_path;
reset statement_timeout;
reset lock_timeout;

-- step 11: undoes 9, transaction, lock_timeout 5s, statement_timeout 1min
begin;
set local lock_timeout = '5s';
set local statement_timeout = '1min';
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Rename index app.letters_name_sender_idx to letters_title_sender_idx.
alter index app.letters_name_sender_idx rename to letters_title_sender_idx;

commit;

-- step 12: undoes 8, transaction, lock_timeout 5s, statement_timeout 1min
begin;
set local lock_timeout = '5s';
set local statement_timeout = '1min';
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Rename check app.leaving.papers_title_check to documents_title_check.
alter table app.leaving rename constraint papers_title_check to documents_title_check;

commit;

-- step 13: undoes 7, no transaction, lock_timeout 0, statement_timeout 0
-- done when: select pg_catalog.to_regclass('app.kinds_letter_idx') is null
set lock_timeout = 0;
set statement_timeout = 0;
set search_path = pg_catalog, public;
set standard_conforming_strings = on;

-- Drop index app.kinds_letter_idx while others read and write the table.
drop index concurrently app.kinds_letter_idx;

reset standard_conforming_strings;
reset search_path;
reset statement_timeout;
reset lock_timeout;

-- step 14: undoes 6, transaction, lock_timeout 5s, statement_timeout 1min
begin;
set local lock_timeout = '5s';
set local statement_timeout = '1min';
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Drop column app.kinds.letter.
alter table app.kinds drop column letter;

commit;

-- step 15: undoes 5, transaction, lock_timeout 5s, statement_timeout 1min
begin;
set local lock_timeout = '5s';
set local statement_timeout = '1min';
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Drop table app.archive.
drop table app.archive;

commit;

-- step 16: undoes 4, transaction, lock_timeout 5s, statement_timeout 1min
begin;
set local lock_timeout = '5s';
set local statement_timeout = '1min';
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Have table app.leaving inherit from app.papers.
-- PostgreSQL 18 and later name not-null constraints
do $body$
declare
  found record;
begin
  for found in
    select constrained.conname as old, renamed.new
    from pg_constraint as constrained
    join pg_attribute as attribute on attribute.attrelid = constrained.conrelid and attribute.attnum = constrained.conkey[1]
    join (values ('id', 'papers_id_not_null'), ('name', 'papers_name_not_null'), ('kind', 'papers_kind_not_null')) as renamed (of, new) on attribute.attname = renamed.of
    where constrained.conrelid = 'app.leaving'::regclass and constrained.contype = 'n' and constrained.coninhcount = 0 and constrained.conname <> renamed.new
  loop
    execute format('alter table %s rename constraint %I to %I', 'app.leaving', found.old, found.new);
  end loop;
end
$body$;
alter table app.leaving inherit app.papers;

commit;

-- step 17: undoes 3, transaction, lock_timeout 5s, statement_timeout 1min
begin;
set local lock_timeout = '5s';
set local statement_timeout = '1min';
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Rename column app.papers.name to title.
alter table app.papers rename column name to title;
-- PostgreSQL 18 and later name not-null constraints
do $body$
declare
  found record;
begin
  for found in
    select constrained.conname as old, renamed.new
    from pg_constraint as constrained
    join (values ('papers_name_not_null', 'papers_title_not_null')) as renamed (old, new) on constrained.conname = renamed.old
    where constrained.conrelid = 'app.papers'::regclass and constrained.contype = 'n'
  loop
    execute format('alter table %s rename constraint %I to %I', 'app.papers', found.old, found.new);
  end loop;
end
$body$;

commit;

-- step 18: undoes 2, transaction, lock_timeout 5s, statement_timeout 1min
begin;
set local lock_timeout = '5s';
set local statement_timeout = '1min';
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Rename column app.mixed.name to title.
alter table app.mixed rename column name to title;
-- PostgreSQL 18 and later name not-null constraints
do $body$
declare
  found record;
begin
  for found in
    select constrained.conname as old, renamed.new
    from pg_constraint as constrained
    join (values ('mixed_name_not_null', 'mixed_title_not_null')) as renamed (old, new) on constrained.conname = renamed.old
    where constrained.conrelid = 'app.mixed'::regclass and constrained.contype = 'n'
  loop
    execute format('alter table %s rename constraint %I to %I', 'app.mixed', found.old, found.new);
  end loop;
end
$body$;

commit;

-- step 19: undoes 1, transaction, lock_timeout 5s, statement_timeout 1min
begin;
set local lock_timeout = '5s';
set local statement_timeout = '1min';
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Rename table app.papers to app.documents.
alter table app.papers rename to documents;
-- PostgreSQL 18 and later name not-null constraints
do $body$
declare
  found record;
begin
  for found in
    select constrained.conname as old, renamed.new
    from pg_constraint as constrained
    join (values ('papers_id_not_null', 'documents_id_not_null'), ('papers_title_not_null', 'documents_title_not_null'), ('papers_kind_not_null', 'documents_kind_not_null')) as renamed (old, new) on constrained.conname = renamed.old
    where constrained.conrelid = 'app.documents'::regclass and constrained.contype = 'n'
  loop
    execute format('alter table %s rename constraint %I to %I', 'app.documents', found.old, found.new);
  end loop;
end
$body$;

commit;

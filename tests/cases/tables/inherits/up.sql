-- hazard: breaks-clients app.papers
-- hazard: breaks-clients app.mixed.name
-- hazard: breaks-clients app.papers.name
-- hazard: builds-index app.kinds.kinds_letter_idx
-- hazard: builds-index app.letters.letters_pkey
-- hazard: blocks-reads app.letters.letters_pkey
-- hazard: builds-index app.letters.letters_size_idx
-- hazard: scans-table app.kinds.kinds_letter_fkey

-- step 1: transaction, lock_timeout 5s, statement_timeout 1min
begin;
set local lock_timeout = '5s';
set local statement_timeout = '1min';
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Rename table app.documents to app.papers.
alter table app.documents rename to papers;
-- PostgreSQL 18 and later name not-null constraints
do $body$
declare
  found record;
begin
  for found in
    select constrained.conname as old, renamed.new
    from pg_constraint as constrained
    join (values ('documents_id_not_null', 'papers_id_not_null'), ('documents_title_not_null', 'papers_title_not_null'), ('documents_kind_not_null', 'papers_kind_not_null')) as renamed (old, new) on constrained.conname = renamed.old
    where constrained.conrelid = 'app.papers'::regclass and constrained.contype = 'n'
  loop
    execute format('alter table %s rename constraint %I to %I', 'app.papers', found.old, found.new);
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

-- Rename column app.mixed.title to name.
alter table app.mixed rename column title to name;
-- PostgreSQL 18 and later name not-null constraints
do $body$
declare
  found record;
begin
  for found in
    select constrained.conname as old, renamed.new
    from pg_constraint as constrained
    join (values ('mixed_title_not_null', 'mixed_name_not_null')) as renamed (old, new) on constrained.conname = renamed.old
    where constrained.conrelid = 'app.mixed'::regclass and constrained.contype = 'n'
  loop
    execute format('alter table %s rename constraint %I to %I', 'app.mixed', found.old, found.new);
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

-- Rename column app.papers.title to name.
alter table app.papers rename column title to name;
-- PostgreSQL 18 and later name not-null constraints
do $body$
declare
  found record;
begin
  for found in
    select constrained.conname as old, renamed.new
    from pg_constraint as constrained
    join (values ('papers_title_not_null', 'papers_name_not_null')) as renamed (old, new) on constrained.conname = renamed.old
    where constrained.conrelid = 'app.papers'::regclass and constrained.contype = 'n'
  loop
    execute format('alter table %s rename constraint %I to %I', 'app.papers', found.old, found.new);
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

-- Have table app.leaving no longer inherit from app.papers.
alter table app.leaving no inherit app.papers;
-- PostgreSQL 18 and later name not-null constraints
do $body$
declare
  found record;
begin
  for found in
    select constrained.conname as old, renamed.new
    from pg_constraint as constrained
    join pg_attribute as attribute on attribute.attrelid = constrained.conrelid and attribute.attnum = constrained.conkey[1]
    join (values ('id', 'leaving_id_not_null'), ('name', 'leaving_name_not_null'), ('kind', 'leaving_kind_not_null')) as renamed (of, new) on attribute.attname = renamed.of
    where constrained.conrelid = 'app.leaving'::regclass and constrained.contype = 'n' and constrained.coninhcount = 0 and constrained.conname <> renamed.new
  loop
    execute format('alter table %s rename constraint %I to %I', 'app.leaving', found.old, found.new);
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

-- Create table app.archive.
create table app.archive (
  archived_at timestamp with time zone not null,
  constraint archive_pkey primary key (id)
) inherits (app.letters, app.papers);

commit;

-- step 6: transaction, lock_timeout 5s, statement_timeout 1min
begin;
set local lock_timeout = '5s';
set local statement_timeout = '1min';
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Add column app.kinds.letter.
alter table app.kinds add column letter integer;

commit;

-- step 7: no transaction, lock_timeout 0, statement_timeout 0
-- done when: select indisvalid from pg_catalog.pg_index where indexrelid = pg_catalog.to_regclass('app.kinds_letter_idx') and indrelid = pg_catalog.to_regclass('app.kinds')
-- cleanup: drop index concurrently app.kinds_letter_idx
set lock_timeout = 0;
set statement_timeout = 0;
set search_path = pg_catalog, public;
set standard_conforming_strings = on;

-- Create index app.kinds_letter_idx while others read and write the table.
create index concurrently kinds_letter_idx on app.kinds (letter);

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

-- Rename check app.leaving.documents_title_check to papers_title_check.
alter table app.leaving rename constraint documents_title_check to papers_title_check;

commit;

-- step 9: transaction, lock_timeout 5s, statement_timeout 1min
begin;
set local lock_timeout = '5s';
set local statement_timeout = '1min';
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Rename index app.letters_title_sender_idx to letters_name_sender_idx.
alter index app.letters_title_sender_idx rename to letters_name_sender_idx;

commit;

-- step 10: no transaction, lock_timeout 0, statement_timeout 0
-- done when: select pg_catalog.to_regclass('app.letters_id_idx') is null
set lock_timeout = 0;
set statement_timeout = 0;
set search_path = pg_catalog, public;
set standard_conforming_strings = on;

-- Drop index app.letters_id_idx while others read and write the table.
drop index concurrently app.letters_id_idx;

reset standard_conforming_strings;
reset search_path;
reset statement_timeout;
reset lock_timeout;

-- step 11: transaction, lock_timeout 5s, statement_timeout 0
begin;
set local lock_timeout = '5s';
set local statement_timeout = 0;
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Add primary key app.letters.letters_pkey.
alter table app.letters add constraint letters_pkey primary key (id);

commit;

-- step 12: transaction, lock_timeout 5s, statement_timeout 1min
begin;
set local lock_timeout = '5s';
set local statement_timeout = '1min';
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Rename check app.mixed.documents_title_check to papers_name_check.
alter table app.mixed rename constraint documents_title_check to papers_name_check;

-- Add column app.mixed.size.
alter table app.mixed add column size integer default 0 not null;

commit;

-- step 13: transaction, lock_timeout 5s, statement_timeout 1min
begin;
set local lock_timeout = '5s';
set local statement_timeout = '1min';
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Rename check app.papers.documents_title_check to papers_name_check.
alter table app.papers rename constraint documents_title_check to papers_name_check;

-- Rename foreign key app.papers.documents_kind_fkey to papers_kind_fkey.
alter table app.papers rename constraint documents_kind_fkey to papers_kind_fkey;

-- Rename index app.documents_kind_idx to papers_kind_idx.
alter index app.documents_kind_idx rename to papers_kind_idx;

-- Rename primary key app.papers.documents_pkey to papers_pkey.
alter table app.papers rename constraint documents_pkey to papers_pkey;

-- Add column app.papers.size.
alter table app.papers add column size integer default 0 not null;

commit;

-- step 14: no transaction, lock_timeout 0, statement_timeout 0
-- done when: select indisvalid from pg_catalog.pg_index where indexrelid = pg_catalog.to_regclass('app.letters_size_idx') and indrelid = pg_catalog.to_regclass('app.letters')
-- cleanup: drop index concurrently app.letters_size_idx
set lock_timeout = 0;
set statement_timeout = 0;
set search_path = pg_catalog, public;
set standard_conforming_strings = on;

-- Create index app.letters_size_idx while others read and write the table.
create index concurrently letters_size_idx on app.letters (size);

reset standard_conforming_strings;
reset search_path;
reset statement_timeout;
reset lock_timeout;

-- step 15: transaction, lock_timeout 5s, statement_timeout 1min
begin;
set local lock_timeout = '5s';
set local statement_timeout = '1min';
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Have table app.mixed inherit from app.papers.
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
alter table app.mixed inherit app.papers;

commit;

-- step 16: transaction, lock_timeout 5s, statement_timeout 1min
begin;
set local lock_timeout = '5s';
set local statement_timeout = '1min';
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Add foreign key app.kinds.kinds_letter_fkey, for rows to come.
alter table app.kinds add constraint kinds_letter_fkey foreign key (letter) references app.letters (id) not valid;

commit;

-- step 17: transaction, lock_timeout 5s, statement_timeout 0
begin;
set local lock_timeout = '5s';
set local statement_timeout = 0;
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Validate foreign key app.kinds.kinds_letter_fkey.
alter table app.kinds validate constraint kinds_letter_fkey;

commit;

-- step 18: transaction, lock_timeout 5s, statement_timeout 1min
begin;
set local lock_timeout = '5s';
set local statement_timeout = '1min';
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Change what is said of column app.own_before.id where it is inherited.
alter table app.own_before alter column id drop default;

-- Change what is said of column app.own_before.note where it is inherited.
alter table app.own_before alter column note drop not null;

commit;

-- step 19: transaction, lock_timeout 5s, statement_timeout 1min
begin;
set local lock_timeout = '5s';
set local statement_timeout = '1min';
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Change what is said of column app.own_now.id where it is inherited.
alter table app.own_now no inherit app.bases;
-- PostgreSQL 18 and later name not-null constraints
do $body$
declare
  found record;
begin
  for found in
    select constrained.conname as old, renamed.new
    from pg_constraint as constrained
    join pg_attribute as attribute on attribute.attrelid = constrained.conrelid and attribute.attnum = constrained.conkey[1]
    join (values ('id', 'own_now_id_not_null')) as renamed (of, new) on attribute.attname = renamed.of
    where constrained.conrelid = 'app.own_now'::regclass and constrained.contype = 'n' and constrained.coninhcount = 0 and constrained.conname <> renamed.new
  loop
    execute format('alter table %s rename constraint %I to %I', 'app.own_now', found.old, found.new);
  end loop;
end
$body$;
alter table app.own_now inherit app.bases;
alter table app.own_now alter column id set default 7;

-- Change what is said of column app.own_now.note where it is inherited.
alter table app.own_now no inherit app.bases;
alter table app.own_now inherit app.bases;

commit;

-- step 20: transaction, lock_timeout 5s, statement_timeout 1min
begin;
set local lock_timeout = '5s';
set local statement_timeout = '1min';
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Change what is said of column app.own_partly.id where it is inherited.
alter table app.own_partly alter column id set default 7;

-- Change what is said of column app.own_partly.note where it is inherited.

commit;

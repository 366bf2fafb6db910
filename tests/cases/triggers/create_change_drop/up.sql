-- decision: drop app.old
-- hazard: deletes-data app.old

-- step 1: transaction, lock_timeout 5s, statement_timeout 0
begin;
set local lock_timeout = '5s';
set local statement_timeout = 0;
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Create table app.young.
create table app.young (
  id bigint generated always as identity not null,
  constraint young_pkey primary key (id)
);

-- Create trigger app.young.first.
create trigger first
  before update on app.young
  for each row
  execute function pg_catalog.suppress_redundant_updates_trigger();

commit;

-- step 2: transaction, lock_timeout 5s, statement_timeout 1min
begin;
set local lock_timeout = '5s';
set local statement_timeout = '1min';
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Drop trigger app.people.gone.
drop trigger gone on app.people;

-- Create trigger app.people.fresh.
create trigger fresh
  before update of id on app.people
  for each row
  when (new.id > 0)
  execute function pg_catalog.suppress_redundant_updates_trigger();
alter table app.people enable always trigger fresh;

-- Disable trigger app.people.sometimes.
alter table app.people disable trigger sometimes;

-- Change trigger app.people.words.
create or replace trigger words
  before insert or update of name, id on app.people
  for each row
  when (new.name <> '')
  execute function pg_catalog.tsvector_update_trigger('words', 'pg_catalog.english', 'name');

-- Set the comment of trigger app.people.kept.
comment on trigger kept on app.people is 'Nothing happens where nothing changes.';

commit;

-- step 3: transaction, lock_timeout 5s, statement_timeout 1min
begin;
set local lock_timeout = '5s';
set local statement_timeout = '1min';
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Drop trigger app.old.kept.
drop trigger kept on app.old;

-- Drop table app.old.
drop table app.old;

commit;

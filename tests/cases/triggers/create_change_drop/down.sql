-- label: structure only
-- reason: the rows of table app.old cannot come back
-- loses: ["app", "young"]
-- hazard: deletes-data app.young

-- step 1: undoes 3, transaction, lock_timeout 5s, statement_timeout 0
begin;
set local lock_timeout = '5s';
set local statement_timeout = 0;
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Create table app.old.
create table app.old (
  id bigint generated always as identity not null,
  constraint old_pkey primary key (id)
);

-- Create trigger app.old.kept.
create trigger kept
  before update on app.old
  for each row
  execute function pg_catalog.suppress_redundant_updates_trigger();

commit;

-- step 2: undoes 2, transaction, lock_timeout 5s, statement_timeout 1min
begin;
set local lock_timeout = '5s';
set local statement_timeout = '1min';
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Drop the comment of trigger app.people.kept.
comment on trigger kept on app.people is null;

-- Change trigger app.people.words.
create or replace trigger words
  before insert or update of id, name on app.people
  for each row
  execute function pg_catalog.tsvector_update_trigger('words', 'pg_catalog.simple', 'name');

-- Enable trigger app.people.sometimes.
alter table app.people enable trigger sometimes;

-- Drop trigger app.people.fresh.
drop trigger fresh on app.people;

-- Create trigger app.people.gone.
create trigger gone
  before update on app.people
  for each row
  execute function pg_catalog.suppress_redundant_updates_trigger();

commit;

-- step 3: undoes 1, transaction, lock_timeout 5s, statement_timeout 1min
begin;
set local lock_timeout = '5s';
set local statement_timeout = '1min';
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Drop trigger app.young.first.
drop trigger first on app.young;

-- Drop table app.young.
drop table app.young;

commit;

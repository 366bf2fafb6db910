-- decision: drop app.members.key
-- decision: drop app.notes
-- hazard: deletes-data app.members.key
-- hazard: rewrites-table app.members.id
-- hazard: blocks-reads app.members.id
-- hazard: builds-index app.members.members_pkey
-- hazard: blocks-reads app.members.members_pkey
-- hazard: deletes-data app.notes

-- step 1: transaction, lock_timeout 5s, statement_timeout 0
begin;
set local lock_timeout = '5s';
set local statement_timeout = 0;
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Drop policy app.members.own.
drop policy own on app.members;

-- Drop primary key app.members.members_pkey.
alter table app.members drop constraint members_pkey;

-- Drop column app.members.key.
alter table app.members drop column key;

-- Add column app.members.id.
alter table app.members add column id bigint generated always as identity not null;

-- Add primary key app.members.members_pkey.
alter table app.members add constraint members_pkey primary key (id);

-- Create policy app.members.own.
create policy own on app.members
  using (id > 0 and name <> '');

commit;

-- step 2: transaction, lock_timeout 5s, statement_timeout 0
begin;
set local lock_timeout = '5s';
set local statement_timeout = 0;
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Change publication sent.
alter publication sent set table only app.members;

commit;

-- step 3: transaction, lock_timeout 5s, statement_timeout 1min
begin;
set local lock_timeout = '5s';
set local statement_timeout = '1min';
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Drop table app.notes.
drop table app.notes;

commit;

-- step 4: transaction, lock_timeout 5s, statement_timeout 0
begin;
set local lock_timeout = '5s';
set local statement_timeout = 0;
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Create table app.all_notes.
create table app.all_notes (
  id integer not null,
  body text not null,
  constraint notes_pkey primary key (id)
);

commit;

-- step 5: transaction, lock_timeout 5s, statement_timeout 0
begin;
set local lock_timeout = '5s';
set local statement_timeout = 0;
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Change publication sent.
alter publication sent set table only app.all_notes, only app.members;

commit;

-- step 6: transaction, lock_timeout 5s, statement_timeout 1min
begin;
set local lock_timeout = '5s';
set local statement_timeout = '1min';
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Create view app.notes.
set local search_path = pg_catalog, app, public;
create view app.notes as
select id from app.all_notes;
set local search_path = pg_catalog, public;

commit;

-- label: structure only
-- reason: the values of column app.members.key cannot come back
-- reason: the rows of table app.notes cannot come back
-- loses: ["app", "all_notes"]
-- loses: ["app", "members", "id"]
-- hazard: deletes-data app.all_notes
-- hazard: deletes-data app.members.id
-- hazard: rewrites-table app.members.key
-- hazard: blocks-reads app.members.key
-- hazard: builds-index app.members.members_pkey
-- hazard: blocks-reads app.members.members_pkey

-- step 1: undoes 6, transaction, lock_timeout 5s, statement_timeout 1min
begin;
set local lock_timeout = '5s';
set local statement_timeout = '1min';
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Drop view app.notes.
drop view app.notes;

commit;

-- step 2: undoes 5, transaction, lock_timeout 5s, statement_timeout 0
begin;
set local lock_timeout = '5s';
set local statement_timeout = 0;
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Change publication sent.
alter publication sent set table only app.members;

commit;

-- step 3: undoes 4, transaction, lock_timeout 5s, statement_timeout 1min
begin;
set local lock_timeout = '5s';
set local statement_timeout = '1min';
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Drop table app.all_notes.
drop table app.all_notes;

commit;

-- step 4: undoes 3, transaction, lock_timeout 5s, statement_timeout 1min
begin;
set local lock_timeout = '5s';
set local statement_timeout = '1min';
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Create table app.notes.
create table app.notes (
  id integer not null,
  body text not null,
  whole text generated always as (upper(body)) stored not null,
  constraint notes_pkey primary key (id)
);

commit;

-- step 5: undoes 2, transaction, lock_timeout 5s, statement_timeout 0
begin;
set local lock_timeout = '5s';
set local statement_timeout = 0;
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Change publication sent.
alter publication sent set table only app.members, only app.notes;

commit;

-- step 6: undoes 1, transaction, lock_timeout 5s, statement_timeout 0
begin;
set local lock_timeout = '5s';
set local statement_timeout = 0;
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Drop policy app.members.own.
drop policy own on app.members;

-- Drop primary key app.members.members_pkey.
alter table app.members drop constraint members_pkey;

-- Drop column app.members.id.
alter table app.members drop column id;

-- Add column app.members.key.
alter table app.members add column key bigint generated always as identity (sequence name app.members_id_seq) not null;

-- Add primary key app.members.members_pkey.
alter table app.members add constraint members_pkey primary key (key);

-- Create policy app.members.own.
create policy own on app.members
  using (key > 0 and name <> '');

commit;

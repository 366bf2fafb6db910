-- label: structure only
-- reason: the values of column app.users.name cannot come back
-- reason: the rows of table app.notes cannot come back
-- loses: ["app", "users", "full_name"]
-- loses: ["app", "memos"]
-- hazard: rewrites-table app.status
-- hazard: blocks-reads app.status
-- hazard: deletes-data app.users.full_name
-- hazard: deletes-data app.memos

-- step 1: undoes 4, transaction, lock_timeout 5s, statement_timeout 0
begin;
set local lock_timeout = '5s';
set local statement_timeout = 0;
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Make enum app.status anew in another order of values.
alter type app.status rename to fluxc_aside_ba44da64a0ff;
create type app.status as enum ('new', 'done', 'lost');
alter table app.users alter column status drop default;
alter table app.users alter column status type app.status using status::text::app.status;
alter table app.users alter column status set default 'new';
drop type app.fluxc_aside_ba44da64a0ff;

commit;

-- step 2: undoes 3, transaction, lock_timeout 5s, statement_timeout 0
begin;
set local lock_timeout = '5s';
set local statement_timeout = 0;
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Create table app.notes.
create table app.notes (
  id bigint generated always as identity not null,
  constraint notes_pkey primary key (id)
);

commit;

-- step 3: undoes 2, transaction, lock_timeout 5s, statement_timeout 1min
begin;
set local lock_timeout = '5s';
set local statement_timeout = '1min';
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Drop column app.users.full_name.
alter table app.users drop column full_name;

-- Add column app.users.name.
alter table app.users add column name text;

commit;

-- step 4: undoes 1, transaction, lock_timeout 5s, statement_timeout 1min
begin;
set local lock_timeout = '5s';
set local statement_timeout = '1min';
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Drop table app.memos.
drop table app.memos;

commit;

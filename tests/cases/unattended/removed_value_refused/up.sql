-- decision: assume removed-enum-value app.status.lost
-- decision: assume rename-or-drop app.notes
-- decision: assume rename-or-drop app.users.name
-- hazard: deletes-data app.users.name
-- hazard: deletes-data app.notes
-- hazard: rewrites-table app.status
-- hazard: blocks-reads app.status

-- step 1: transaction, lock_timeout 5s, statement_timeout 0
begin;
set local lock_timeout = '5s';
set local statement_timeout = 0;
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Check that no row has lost of enum app.status.
do $body$
begin
  if exists (select from app.users where status::text in ('lost')) then
    raise exception using
      errcode = 'restrict_violation',
      message = 'app.users.status still holds lost, which enum app.status no longer has',
      hint = 'Change these rows first, then run this again.';
  end if;
end
$body$;

-- Create table app.memos.
create table app.memos (
  id bigint generated always as identity not null,
  constraint memos_pkey primary key (id)
);

commit;

-- step 2: transaction, lock_timeout 5s, statement_timeout 1min
begin;
set local lock_timeout = '5s';
set local statement_timeout = '1min';
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Drop column app.users.name.
-- assumption: column app.users.name was not renamed to app.users.full_name
alter table app.users drop column name;

-- Add column app.users.full_name.
alter table app.users add column full_name text;

commit;

-- step 3: transaction, lock_timeout 5s, statement_timeout 1min
begin;
set local lock_timeout = '5s';
set local statement_timeout = '1min';
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Drop table app.notes.
-- assumption: table app.notes was not renamed to app.memos
drop table app.notes;

commit;

-- step 4: transaction, lock_timeout 5s, statement_timeout 0
begin;
set local lock_timeout = '5s';
set local statement_timeout = 0;
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Make enum app.status anew, without lost.
-- assumption: no row has lost of enum app.status
do $body$
begin
  if exists (select from app.users where status::text in ('lost')) then
    raise exception using
      errcode = 'restrict_violation',
      message = 'app.users.status still holds lost, which enum app.status no longer has',
      hint = 'Change these rows first, then run this again.';
  end if;
end
$body$;
alter type app.status rename to fluxc_aside_ba44da64a0ff;
create type app.status as enum ('new', 'done');
alter table app.users alter column status drop default;
alter table app.users alter column status type app.status using status::text::app.status;
alter table app.users alter column status set default 'new';
drop type app.fluxc_aside_ba44da64a0ff;

commit;

-- label: structure only
-- reason: value waiting, paused of enum app.status in the rows that had it cannot come back
-- hazard: rewrites-table app.status
-- hazard: blocks-reads app.status
-- hazard: breaks-clients app.status

-- step 1: undoes 4, transaction, lock_timeout 5s, statement_timeout 0
begin;
set local lock_timeout = '5s';
set local statement_timeout = 0;
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Make enum app.status anew in another order of values.
alter table app.steps drop constraint steps_status_fkey;
alter table app.tickets drop constraint not_new;
drop index app.tickets_id_idx;
alter type app.status rename to fluxc_aside_ba44da64a0ff;
create type app.status as enum ('new', 'open', 'waiting', 'paused', 'done', 'on hold');
alter table app.states alter column status type app.status using status::text::app.status;
alter table app.steps alter column status type app.status using status::text::app.status;
alter table app.tickets alter column status drop default;
alter table app.tickets alter column status type app.status using status::text::app.status;
alter table app.tickets alter column status set default 'on hold';
alter table app.tickets alter column earlier drop default;
alter table app.tickets alter column earlier type app.status[] using earlier::text[]::app.status[];
alter table app.tickets alter column earlier set default '{new}';
alter table app.tickets alter column maybe type app.status using maybe::text::app.status;
drop type app.fluxc_aside_ba44da64a0ff;
alter table app.tickets add constraint not_new check (status <> 'new');
create index tickets_id_idx on app.tickets (id) where status = 'open';
alter table app.steps add constraint steps_status_fkey foreign key (status) references app.states (status) on delete cascade;

commit;

-- step 2: undoes 3, transaction, lock_timeout 5s, statement_timeout 1min
begin;
set local lock_timeout = '5s';
set local statement_timeout = '1min';
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Set the default of column app.tickets.status.
alter table app.tickets alter column status set default 'waiting';

commit;

-- step 3: undoes 2, transaction, lock_timeout 5s, statement_timeout 0
begin;
set local lock_timeout = '5s';
set local statement_timeout = 0;
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Make enum app.status anew, without on hold: on hold becomes waiting.
alter table app.steps drop constraint steps_status_fkey;
alter table app.tickets drop constraint not_new;
drop index app.tickets_id_idx;
alter type app.status rename to fluxc_aside_ba44da64a0ff;
create type app.status as enum ('new', 'open', 'waiting', 'paused', 'done');
alter table app.states alter column status type app.status using case status::text when 'on hold' then 'waiting' else status::text end::app.status;
alter table app.steps alter column status type app.status using case status::text when 'on hold' then 'waiting' else status::text end::app.status;
alter table app.tickets alter column status drop default;
alter table app.tickets alter column status type app.status using case status::text when 'on hold' then 'waiting' else status::text end::app.status;
alter table app.tickets alter column status set default 'waiting';
alter table app.tickets alter column earlier drop default;
alter table app.tickets alter column earlier type app.status[] using array_replace(earlier::text[], 'on hold', 'waiting')::app.status[];
alter table app.tickets alter column earlier set default '{new}';
alter table app.tickets alter column maybe type app.status using case maybe::text when 'on hold' then 'waiting' else maybe::text end::app.status;
drop type app.fluxc_aside_ba44da64a0ff;
alter table app.tickets add constraint not_new check (status <> 'new');
create index tickets_id_idx on app.tickets (id) where status = 'open';
alter table app.steps add constraint steps_status_fkey foreign key (status) references app.states (status) on delete cascade;

commit;

-- step 4: undoes 1, transaction, lock_timeout 5s, statement_timeout 0
begin;
set local lock_timeout = '5s';
set local statement_timeout = 0;
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Rename value done of enum app.status to closed.
alter type app.status rename value 'done' to 'closed';

commit;

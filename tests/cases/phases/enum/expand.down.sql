-- label: structure only
-- reason: value queued, failed of enum app.state in the rows that had it cannot come back
-- hazard: rewrites-table app.state
-- hazard: blocks-reads app.state

-- step 1: undoes 14 13 12, transaction, lock_timeout 5s, statement_timeout 1min
begin;
set local lock_timeout = '5s';
set local statement_timeout = '1min';
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;
set local client_min_messages = warning;

-- Take nulls in column app.parcels.state_new.
alter table app.parcels drop constraint if exists state_new_not_null;
alter table app.parcels alter column state_new drop not null;

commit;

-- step 2: undoes 11 10, no transaction, lock_timeout 0, statement_timeout 0
-- done when: select pg_catalog.to_regclass('app.letters_state_id_idx_new') is null
set lock_timeout = 0;
set statement_timeout = 0;
set search_path = pg_catalog, public;
set standard_conforming_strings = on;

-- Drop index app.letters_state_id_idx_new while others read and write the table.
drop index concurrently app.letters_state_id_idx_new;

reset standard_conforming_strings;
reset search_path;
reset statement_timeout;
reset lock_timeout;

-- step 3: undoes 9 8, transaction, lock_timeout 5s, statement_timeout 1min
begin;
set local lock_timeout = '5s';
set local statement_timeout = '1min';
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;
set local client_min_messages = warning;

-- Take nulls in column app.letters.state_new.
alter table app.letters drop constraint if exists state_new_not_null;
alter table app.letters alter column state_new drop not null;

commit;

-- step 4: undoes 7 6 5 4, transaction, lock_timeout 5s, statement_timeout 1min
begin;
set local lock_timeout = '5s';
set local statement_timeout = '1min';
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Drop trigger app.parcels.zz_fluxc_parcels_state_new.
drop trigger zz_fluxc_parcels_state_new on app.parcels;

-- Drop column app.parcels.state_new.
alter table app.parcels drop column state_new;

commit;

-- step 5: undoes 3, transaction, lock_timeout 5s, statement_timeout 1min
begin;
set local lock_timeout = '5s';
set local statement_timeout = '1min';
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Drop trigger app.letters.zz_fluxc_letters_state_new.
drop trigger zz_fluxc_letters_state_new on app.letters;

-- Drop trigger app.letters.zz_fluxc_letters_before_new.
drop trigger zz_fluxc_letters_before_new on app.letters;

-- Drop column app.letters.before_new.
alter table app.letters drop column before_new;

-- Drop column app.letters.state_new.
alter table app.letters drop column state_new;

commit;

-- step 6: undoes 2, transaction, lock_timeout 5s, statement_timeout 0
begin;
set local lock_timeout = '5s';
set local statement_timeout = 0;
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Drop function app.zz_fluxc_parcels_state_new().
drop function app.zz_fluxc_parcels_state_new();

-- Drop function app.zz_fluxc_letters_state_new().
drop function app.zz_fluxc_letters_state_new();

-- Drop function app.zz_fluxc_letters_before_new().
drop function app.zz_fluxc_letters_before_new();

-- Drop enum app.state_new.
drop type app.state_new;

commit;

-- step 7: undoes 1, transaction, lock_timeout 5s, statement_timeout 0
begin;
set local lock_timeout = '5s';
set local statement_timeout = 0;
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Make enum app.state anew, without waiting: waiting becomes queued.
drop view app.sent;
alter type app.state rename to fluxc_aside_7aa60c752baa;
create type app.state as enum ('draft', 'queued', 'sent', 'failed');
alter table app.letters alter column state drop default;
alter table app.letters alter column state type app.state using case state::text when 'waiting' then 'queued' else state::text end::app.state;
alter table app.letters alter column state set default 'queued';
alter table app.letters alter column before type app.state using case before::text when 'waiting' then 'queued' else before::text end::app.state;
alter table app.parcels alter column state type app.state using case state::text when 'waiting' then 'queued' else state::text end::app.state;
drop type app.fluxc_aside_7aa60c752baa;
set local search_path = pg_catalog, app, public;
create view app.sent as
select id, state from app.letters;
set local search_path = pg_catalog, public;

commit;

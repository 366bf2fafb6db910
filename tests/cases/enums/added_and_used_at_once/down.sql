-- label: exact
-- loses: ["app", "tickets", "before"]
-- loses: ["app", "logs"]
-- hazard: deletes-data app.tickets.before
-- hazard: deletes-data app.logs
-- hazard: rewrites-table app.state
-- hazard: blocks-reads app.state

-- step 1: undoes 6, no transaction, lock_timeout 0, statement_timeout 0
-- done when: select pg_catalog.to_regclass('app.tickets_id_idx') is null
set lock_timeout = 0;
set statement_timeout = 0;
set search_path = pg_catalog, public;
set standard_conforming_strings = on;

-- Drop index app.tickets_id_idx while others read and write the table.
drop index concurrently app.tickets_id_idx;

reset standard_conforming_strings;
reset search_path;
reset statement_timeout;
reset lock_timeout;

-- step 2: undoes 5 4, transaction, lock_timeout 5s, statement_timeout 1min
begin;
set local lock_timeout = '5s';
set local statement_timeout = '1min';
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Drop check app.tickets.drafts_first.
alter table app.tickets drop constraint drafts_first;

-- Set the default of column app.tickets.status.
alter table app.tickets alter column status set default 'open';

-- Drop column app.tickets.before.
alter table app.tickets drop column before;

commit;

-- step 3: undoes 3, transaction, lock_timeout 5s, statement_timeout 1min
begin;
set local lock_timeout = '5s';
set local statement_timeout = '1min';
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Drop table app.logs.
drop table app.logs;

commit;

-- step 4: undoes 2, transaction, lock_timeout 5s, statement_timeout 0
begin;
set local lock_timeout = '5s';
set local statement_timeout = 0;
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Make enum app.state anew, without draft.
do $body$
begin
  if exists (select from app.tickets where status::text in ('draft')) then
    raise exception using
      errcode = 'restrict_violation',
      message = 'app.tickets.status still holds draft, which enum app.state no longer has',
      hint = 'Change these rows first, then run this again.';
  end if;
end
$body$;
alter type app.state rename to fluxc_aside_7aa60c752baa;
create type app.state as enum ('open', 'closed');
alter table app.tickets alter column status drop default;
alter table app.tickets alter column status type app.state using status::text::app.state;
alter table app.tickets alter column status set default 'open';
drop type app.fluxc_aside_7aa60c752baa;

commit;

-- step 5: undoes 1, transaction, lock_timeout 5s, statement_timeout 0
begin;
set local lock_timeout = '5s';
set local statement_timeout = 0;
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Rename enum app.state to status.
alter type app.state rename to status;

commit;

-- label: structure only
-- reason: value waiting of enum app.status in the rows that had it cannot come back
-- hazard: rewrites-table app.status
-- hazard: blocks-reads app.status

-- step 1: undoes 1, transaction, lock_timeout 5s, statement_timeout 0
begin;
set local lock_timeout = '5s';
set local statement_timeout = 0;
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Make enum app.status anew in another order of values.
alter type app.status rename to fluxc_aside_ba44da64a0ff;
create type app.status as enum ('open', 'waiting', 'paused');
alter table app.states alter column status type app.status using status::text::app.status;
drop type app.fluxc_aside_ba44da64a0ff;

commit;

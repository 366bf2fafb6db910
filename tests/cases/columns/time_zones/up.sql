-- hazard: rewrites-table app.events.seen
-- hazard: blocks-reads app.events.seen

-- step 1: transaction, lock_timeout 5s, statement_timeout 0
begin;
set local lock_timeout = '5s';
set local statement_timeout = 0;
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;
set local timezone = 'UTC';

-- Change the type of column app.events.at from timestamp without time zone to timestamp with time zone.
alter table app.events alter column at type timestamp with time zone;

-- Change the type of column app.events.seen from timestamp without time zone to timestamp with time zone.
alter table app.events alter column seen type timestamp with time zone;

-- Change the type of column app.events.told from timestamp with time zone to timestamp without time zone.
alter table app.events alter column told type timestamp without time zone;

commit;

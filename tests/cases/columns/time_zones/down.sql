-- label: structure only
-- reason: values of column app.events.at as they were before the change of type cannot come back
-- reason: values of column app.events.seen as they were before the change of type cannot come back
-- reason: values of column app.events.told as they were before the change of type cannot come back
-- hazard: rewrites-table app.events.told
-- hazard: blocks-reads app.events.told
-- hazard: rewrites-table app.events.seen
-- hazard: blocks-reads app.events.seen
-- hazard: rewrites-table app.events.at
-- hazard: blocks-reads app.events.at

-- step 1: undoes 1, transaction, lock_timeout 5s, statement_timeout 0
begin;
set local lock_timeout = '5s';
set local statement_timeout = 0;
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;
set local timezone = 'UTC';

-- Change the type of column app.events.told from timestamp without time zone to timestamp with time zone.
alter table app.events alter column told type timestamp with time zone;

-- Change the type of column app.events.seen from timestamp with time zone to timestamp without time zone.
alter table app.events alter column seen type timestamp without time zone;

-- Change the type of column app.events.at from timestamp with time zone to timestamp without time zone.
alter table app.events alter column at type timestamp without time zone;

commit;

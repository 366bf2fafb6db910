-- hazard: scans-table app.t.a
-- hazard: blocks-reads app.t.a
-- hazard: needs-backfill app.t.a
-- hazard: scans-table app.t.b
-- hazard: blocks-reads app.t.b
-- hazard: scans-table app.t.d
-- hazard: blocks-reads app.t.d
-- hazard: needs-backfill app.t.d

-- step 1: transaction, lock_timeout 5s, statement_timeout 0
begin;
set local lock_timeout = '5s';
set local statement_timeout = 0;
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Take nulls in column app.t.c.
alter table app.t alter column c drop not null;

-- Set the default of column app.t.d.
alter table app.t alter column d set default 0;

-- Refuse nulls in column app.t.a.
update app.t set a = 'row ' || id where a is null;
alter table app.t alter column a set not null;

-- Refuse nulls in column app.t.b.
alter table app.t alter column b set not null;

-- Refuse nulls in column app.t.d.
update app.t set d = 0 where d is null;
alter table app.t alter column d set not null;

commit;

-- label: structure only
-- reason: values of column app.t.c as they were before the change of type cannot come back
-- reason: values of column app.t.d as they were before the change of type cannot come back
-- hazard: rewrites-table app.t.d
-- hazard: blocks-reads app.t.d
-- hazard: rewrites-table app.t
-- hazard: blocks-reads app.t

-- step 1: undoes 1, transaction, lock_timeout 5s, statement_timeout 0
begin;
set local lock_timeout = '5s';
set local statement_timeout = 0;
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;
set local timezone = 'UTC';

-- Change the type of column app.t.d from date to timestamp with time zone.
alter table app.t alter column d type timestamp with time zone;

-- Change the type of column app.t.c from numeric(6,1) to numeric(12,2); change the type of column app.t.b from smallint to bigint.
alter table app.t
  alter column c type numeric(12,2),
  alter column b type bigint;

-- Change the type of column app.t.a from character varying(8) to text.
alter table app.t alter column a type text;

commit;

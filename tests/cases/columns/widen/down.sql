-- label: structure only
-- reason: values of column app.t.e as they were before the change of type cannot come back
-- reason: values of column app.t.f as they were before the change of type cannot come back
-- hazard: rewrites-table app.t.f
-- hazard: blocks-reads app.t.f
-- hazard: rewrites-table app.t.e
-- hazard: blocks-reads app.t.e
-- hazard: rewrites-table app.t
-- hazard: blocks-reads app.t

-- step 1: undoes 1, transaction, lock_timeout 5s, statement_timeout 0
begin;
set local lock_timeout = '5s';
set local statement_timeout = 0;
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;
set local timezone = 'UTC';

-- Change the type of column app.t.f from text to character(3).
alter table app.t alter column f type character(3);

-- Change the type of column app.t.e from timestamp with time zone to timestamp without time zone.
alter table app.t alter column e type timestamp without time zone;

-- Change the type of column app.t.d from numeric(12,2) to numeric(8,2); change the type of column app.t.c from bigint to integer; change the type of column app.t.b from text to character varying(20); change the type of column app.t.a from character varying(64) to character varying(20).
alter table app.t
  alter column d type numeric(8,2),
  alter column c type integer,
  alter column b type character varying(20),
  alter column a type character varying(20);

commit;

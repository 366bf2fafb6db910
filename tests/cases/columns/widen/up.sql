-- hazard: rewrites-table app.t.c
-- hazard: blocks-reads app.t.c
-- hazard: rewrites-table app.t.f
-- hazard: blocks-reads app.t.f

-- step 1: transaction, lock_timeout 5s, statement_timeout 0
begin;
set local lock_timeout = '5s';
set local statement_timeout = 0;
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;
set local timezone = 'UTC';

-- Change the type of column app.t.a from character varying(20) to character varying(64).
alter table app.t alter column a type character varying(64);

-- Change the type of column app.t.b from character varying(20) to text.
alter table app.t alter column b type text;

-- Change the type of column app.t.c from integer to bigint.
alter table app.t alter column c type bigint;

-- Change the type of column app.t.d from numeric(8,2) to numeric(12,2).
alter table app.t alter column d type numeric(12,2);

-- Change the type of column app.t.e from timestamp without time zone to timestamp with time zone.
alter table app.t alter column e type timestamp with time zone;

-- Change the type of column app.t.f from character(3) to text.
alter table app.t alter column f type text;

commit;

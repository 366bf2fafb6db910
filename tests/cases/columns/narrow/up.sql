-- hazard: rewrites-table app.t
-- hazard: blocks-reads app.t
-- hazard: rewrites-table app.t.d
-- hazard: blocks-reads app.t.d

-- step 1: transaction, lock_timeout 5s, statement_timeout 0
begin;
set local lock_timeout = '5s';
set local statement_timeout = 0;
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;
set local timezone = 'UTC';

-- Change the type of column app.t.a from text to character varying(8); change the type of column app.t.b from bigint to smallint; change the type of column app.t.c from numeric(12,2) to numeric(6,1).
alter table app.t
  alter column a type character varying(8),
  alter column b type smallint,
  alter column c type numeric(6,1);

-- Change the type of column app.t.d from timestamp with time zone to date.
alter table app.t alter column d type date;

commit;

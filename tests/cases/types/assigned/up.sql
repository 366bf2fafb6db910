-- hazard: rewrites-table app.t.day
-- hazard: blocks-reads app.t.day
-- hazard: rewrites-table app.t.doc
-- hazard: blocks-reads app.t.doc
-- hazard: rewrites-table app.t
-- hazard: blocks-reads app.t

-- step 1: transaction, lock_timeout 5s, statement_timeout 0
begin;
set local lock_timeout = '5s';
set local statement_timeout = 0;
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;
set local timezone = 'UTC';

-- Change the type of column app.t.address from cidr to inet.
alter table app.t alter column address type inet;

-- Change the type of column app.t.at from timestamp(0) without time zone to timestamp(6) without time zone.
alter table app.t alter column at type timestamp(6) without time zone;

-- Change the type of column app.t.day from date to timestamp with time zone.
alter table app.t alter column day type timestamp with time zone;

-- Change the type of column app.t.doc from json to jsonb.
alter table app.t alter column doc type jsonb;

-- Change the type of column app.t.exact from numeric(8,2) to numeric(10,2).
alter table app.t alter column exact type numeric(10,2);

-- Change the type of column app.t.flags from bit(4) to bit varying.
alter table app.t alter column flags type bit varying;

-- Change the type of column app.t.letter from "char" to text; change the type of column app.t.mac from macaddr to macaddr8; change the type of column app.t.numbers from smallint[] to bigint[].
alter table app.t
  alter column letter type text,
  alter column mac type macaddr8,
  alter column numbers type bigint[];

-- Change the type of column app.t.object from regclass to oid.
alter table app.t alter column object type oid;

-- Change the type of column app.t.price from numeric(10,2) to money; change the type of column app.t.range from int4range to text; change the type of column app.t.search from tsvector to character varying(200); change the type of column app.t.shape from polygon to path; change the type of column app.t.span from interval to time without time zone; change the type of column app.t.whole from smallint to bigint.
alter table app.t
  alter column price type money,
  alter column range type text,
  alter column search type character varying(200),
  alter column shape type path,
  alter column span type time without time zone,
  alter column whole type bigint;

commit;

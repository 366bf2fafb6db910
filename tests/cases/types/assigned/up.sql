-- hazard: rewrites-table app.t.day
-- hazard: blocks-reads app.t.day
-- hazard: rewrites-table app.t.doc
-- hazard: blocks-reads app.t.doc
-- hazard: rewrites-table app.t.letter
-- hazard: blocks-reads app.t.letter
-- hazard: rewrites-table app.t.mac
-- hazard: blocks-reads app.t.mac
-- hazard: rewrites-table app.t.numbers
-- hazard: blocks-reads app.t.numbers
-- hazard: rewrites-table app.t.price
-- hazard: blocks-reads app.t.price
-- hazard: rewrites-table app.t.range
-- hazard: blocks-reads app.t.range
-- hazard: rewrites-table app.t.search
-- hazard: blocks-reads app.t.search
-- hazard: rewrites-table app.t.shape
-- hazard: blocks-reads app.t.shape
-- hazard: rewrites-table app.t.span
-- hazard: blocks-reads app.t.span
-- hazard: rewrites-table app.t.whole
-- hazard: blocks-reads app.t.whole

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

-- Change the type of column app.t.letter from "char" to text.
alter table app.t alter column letter type text;

-- Change the type of column app.t.mac from macaddr to macaddr8.
alter table app.t alter column mac type macaddr8;

-- Change the type of column app.t.numbers from smallint[] to bigint[].
alter table app.t alter column numbers type bigint[];

-- Change the type of column app.t.object from regclass to oid.
alter table app.t alter column object type oid;

-- Change the type of column app.t.price from numeric(10,2) to money.
alter table app.t alter column price type money;

-- Change the type of column app.t.range from int4range to text.
alter table app.t alter column range type text;

-- Change the type of column app.t.search from tsvector to character varying(200).
alter table app.t alter column search type character varying(200);

-- Change the type of column app.t.shape from polygon to path.
alter table app.t alter column shape type path;

-- Change the type of column app.t.span from interval to time without time zone.
alter table app.t alter column span type time without time zone;

-- Change the type of column app.t.whole from smallint to bigint.
alter table app.t alter column whole type bigint;

commit;

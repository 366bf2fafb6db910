-- label: structure only
-- reason: values of column app.t.day as they were before the change of type cannot come back
-- reason: values of column app.t.doc as they were before the change of type cannot come back
-- reason: values of column app.t.letter as they were before the change of type cannot come back
-- reason: values of column app.t.object as they were before the change of type cannot come back
-- reason: values of column app.t.price as they were before the change of type cannot come back
-- reason: values of column app.t.shape as they were before the change of type cannot come back
-- reason: values of column app.t.span as they were before the change of type cannot come back
-- hazard: rewrites-table app.t.whole
-- hazard: blocks-reads app.t.whole
-- hazard: rewrites-table app.t.span
-- hazard: blocks-reads app.t.span
-- hazard: rewrites-table app.t.shape
-- hazard: blocks-reads app.t.shape
-- hazard: rewrites-table app.t.search
-- hazard: blocks-reads app.t.search
-- hazard: rewrites-table app.t.range
-- hazard: blocks-reads app.t.range
-- hazard: rewrites-table app.t.price
-- hazard: blocks-reads app.t.price
-- hazard: rewrites-table app.t.numbers
-- hazard: blocks-reads app.t.numbers
-- hazard: rewrites-table app.t.mac
-- hazard: blocks-reads app.t.mac
-- hazard: rewrites-table app.t.letter
-- hazard: blocks-reads app.t.letter
-- hazard: rewrites-table app.t.flags
-- hazard: blocks-reads app.t.flags
-- hazard: rewrites-table app.t.exact
-- hazard: blocks-reads app.t.exact
-- hazard: rewrites-table app.t.doc
-- hazard: blocks-reads app.t.doc
-- hazard: rewrites-table app.t.day
-- hazard: blocks-reads app.t.day
-- hazard: rewrites-table app.t.at
-- hazard: blocks-reads app.t.at
-- hazard: rewrites-table app.t.address
-- hazard: blocks-reads app.t.address

-- step 1: undoes 1, transaction, lock_timeout 5s, statement_timeout 0
begin;
set local lock_timeout = '5s';
set local statement_timeout = 0;
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;
set local timezone = 'UTC';

-- Change the type of column app.t.whole from bigint to smallint.
alter table app.t alter column whole type smallint;

-- Change the type of column app.t.span from time without time zone to interval.
alter table app.t alter column span type interval;

-- Change the type of column app.t.shape from path to polygon.
alter table app.t alter column shape type polygon;

-- Change the type of column app.t.search from character varying(200) to tsvector.
alter table app.t alter column search type tsvector using search::tsvector;

-- Change the type of column app.t.range from text to int4range.
alter table app.t alter column range type int4range using range::int4range;

-- Change the type of column app.t.price from money to numeric(10,2).
alter table app.t alter column price type numeric(10,2);

-- Change the type of column app.t.object from oid to regclass.
alter table app.t alter column object type regclass;

-- Change the type of column app.t.numbers from bigint[] to smallint[].
alter table app.t alter column numbers type smallint[];

-- Change the type of column app.t.mac from macaddr8 to macaddr.
alter table app.t alter column mac type macaddr;

-- Change the type of column app.t.letter from text to "char".
alter table app.t alter column letter type "char";

-- Change the type of column app.t.flags from bit varying to bit(4).
alter table app.t alter column flags type bit(4);

-- Change the type of column app.t.exact from numeric(10,2) to numeric(8,2).
alter table app.t alter column exact type numeric(8,2);

-- Change the type of column app.t.doc from jsonb to json.
alter table app.t alter column doc type json;

-- Change the type of column app.t.day from timestamp with time zone to date.
alter table app.t alter column day type date;

-- Change the type of column app.t.at from timestamp(6) without time zone to timestamp(0) without time zone.
alter table app.t alter column at type timestamp(0) without time zone;

-- Change the type of column app.t.address from inet to cidr.
alter table app.t alter column address type cidr;

commit;

-- label: structure only
-- reason: values of column app.t.day as they were before the change of type cannot come back
-- reason: values of column app.t.doc as they were before the change of type cannot come back
-- reason: values of column app.t.letter as they were before the change of type cannot come back
-- reason: values of column app.t.object as they were before the change of type cannot come back
-- reason: values of column app.t.price as they were before the change of type and values of column app.t.shape as they were before the change of type and values of column app.t.span as they were before the change of type cannot come back
-- hazard: rewrites-table app.t
-- hazard: blocks-reads app.t
-- hazard: rewrites-table app.t.day
-- hazard: blocks-reads app.t.day

-- step 1: undoes 1, transaction, lock_timeout 5s, statement_timeout 0
begin;
set local lock_timeout = '5s';
set local statement_timeout = 0;
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;
set local timezone = 'UTC';

-- Change the type of column app.t.whole from bigint to smallint; change the type of column app.t.span from time without time zone to interval; change the type of column app.t.shape from path to polygon; change the type of column app.t.search from character varying(200) to tsvector; change the type of column app.t.range from text to int4range; change the type of column app.t.price from money to numeric(10,2).
alter table app.t
  alter column whole type smallint,
  alter column span type interval,
  alter column shape type polygon,
  alter column search type tsvector using search::tsvector,
  alter column range type int4range using range::int4range,
  alter column price type numeric(10,2);

-- Change the type of column app.t.object from oid to regclass.
alter table app.t alter column object type regclass;

-- Change the type of column app.t.numbers from bigint[] to smallint[]; change the type of column app.t.mac from macaddr8 to macaddr; change the type of column app.t.letter from text to "char"; change the type of column app.t.flags from bit varying to bit(4); change the type of column app.t.exact from numeric(10,2) to numeric(8,2); change the type of column app.t.doc from jsonb to json.
alter table app.t
  alter column numbers type smallint[],
  alter column mac type macaddr,
  alter column letter type "char",
  alter column flags type bit(4),
  alter column exact type numeric(8,2),
  alter column doc type json;

-- Change the type of column app.t.day from timestamp with time zone to date.
alter table app.t alter column day type date;

-- Change the type of column app.t.at from timestamp(6) without time zone to timestamp(0) without time zone; change the type of column app.t.address from inet to cidr.
alter table app.t
  alter column at type timestamp(0) without time zone,
  alter column address type cidr;

commit;

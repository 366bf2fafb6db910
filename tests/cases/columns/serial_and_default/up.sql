-- hazard: rewrites-table app.t
-- hazard: blocks-reads app.t
-- hazard: scans-table app.t.a
-- hazard: blocks-reads app.t.a

-- step 1: transaction, lock_timeout 5s, statement_timeout 0
begin;
set local lock_timeout = '5s';
set local statement_timeout = 0;
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Drop the default of column app.t.a.
alter table app.t alter column a drop default;

-- Make serial column app.t.b a plain one.
alter table app.t alter column b drop default;
drop sequence app.t_b_seq;

-- Make identity column app.t.c a plain one.
alter table app.t alter column c drop identity;

-- Change the type of column app.t.a from integer to bigint; change the type of column app.t.c from integer to bigint.
alter table app.t
  alter column a type bigint,
  alter column c type bigint;

-- Set the default of column app.t.b.
alter table app.t alter column b set default 4;

-- Set the default of column app.t.c.
alter table app.t alter column c set default 5;

-- Make column app.t.a a serial column.
create sequence app.t_a_seq as bigint owned by app.t.a;
alter table app.t alter column a set default nextval('app.t_a_seq');
select pg_catalog.setval('app.t_a_seq', greatest(max(a) + 1, 1), false) from app.t;

commit;

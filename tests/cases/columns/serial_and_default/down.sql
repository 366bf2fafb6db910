-- label: exact
-- hazard: rewrites-table app.t
-- hazard: blocks-reads app.t
-- hazard: scans-table app.t.c
-- hazard: blocks-reads app.t.c
-- hazard: scans-table app.t.b
-- hazard: blocks-reads app.t.b

-- step 1: undoes 1, transaction, lock_timeout 5s, statement_timeout 0
begin;
set local lock_timeout = '5s';
set local statement_timeout = 0;
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Make serial column app.t.a a plain one.
alter table app.t alter column a drop default;
drop sequence app.t_a_seq;

-- Drop the default of column app.t.c.
alter table app.t alter column c drop default;

-- Drop the default of column app.t.b.
alter table app.t alter column b drop default;

-- Change the type of column app.t.c from bigint to integer; change the type of column app.t.a from bigint to integer.
alter table app.t
  alter column c type integer,
  alter column a type integer;

-- Make column app.t.c an identity column.
alter table app.t alter column c add generated always as identity;
select pg_catalog.setval('app.t_c_seq', greatest(max(c) + 1, 1), false) from app.t;

-- Make column app.t.b a serial column.
create sequence app.t_b_seq as integer owned by app.t.b;
alter table app.t alter column b set default nextval('app.t_b_seq');
select pg_catalog.setval('app.t_b_seq', greatest(max(b) + 1, 1), false) from app.t;

-- Set the default of column app.t.a.
alter table app.t alter column a set default 3;

commit;

-- step 1: transaction, lock_timeout 5s, statement_timeout 1min
begin;
set local lock_timeout = '5s';
set local statement_timeout = '1min';
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Rename unique constraint app.t.two to other.
alter table app.t rename constraint two to other;

-- Rename unique constraint app.t.one to t_a_key.
alter table app.t rename constraint one to t_a_key;

commit;

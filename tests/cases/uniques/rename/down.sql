-- label: exact

-- step 1: undoes 1, transaction, lock_timeout 5s, statement_timeout 1min
begin;
set local lock_timeout = '5s';
set local statement_timeout = '1min';
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Rename unique constraint app.t.t_a_key to one.
alter table app.t rename constraint t_a_key to one;

-- Rename unique constraint app.t.other to two.
alter table app.t rename constraint other to two;

commit;

-- label: exact

-- step 1: undoes 1, transaction, lock_timeout 5s, statement_timeout 0
begin;
set local lock_timeout = '5s';
set local statement_timeout = 0;
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Drop index app.t_odd_idx.
drop index app.t_odd_idx;

-- Drop index app.t_lower_coalesce_idx.
drop index app.t_lower_coalesce_idx;

-- Drop index app.t_c_a_idx.
drop index app.t_c_a_idx;

-- Drop index app.t_a_idx.
drop index app.t_a_idx;

-- Drop index app.t_a_b_idx.
drop index app.t_a_b_idx;

commit;

-- label: exact

-- step 1: undoes 1, transaction, lock_timeout 5s, statement_timeout 1min
begin;
set local lock_timeout = '5s';
set local statement_timeout = '1min';
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- No longer cluster by primary key app.t.t_pkey.
alter table app.t set without cluster;

-- Cluster by index app.t_b_idx.
alter table app.t cluster on t_b_idx;

commit;

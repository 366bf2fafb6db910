-- label: exact

-- step 1: undoes 1, transaction, lock_timeout 5s, statement_timeout 0
begin;
set local lock_timeout = '5s';
set local statement_timeout = 0;
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Drop unique constraint app.t.t_b_key.
alter table app.t drop constraint t_b_key;

-- Drop unique constraint app.t.kept_name.
alter table app.t drop constraint kept_name;

-- Drop unique constraint app.t.fresh.
alter table app.t drop constraint fresh;

-- Add unique constraint app.t.t_a_key.
alter table app.t add constraint t_a_key unique (a);

-- Add unique constraint app.t.kept_name.
alter table app.t add constraint kept_name unique (b, c);

-- Add unique constraint app.t.gone.
alter table app.t add constraint gone unique (c, d);

commit;

-- label: exact

-- step 1: undoes 1, transaction, lock_timeout 5s, statement_timeout 0
begin;
set local lock_timeout = '5s';
set local statement_timeout = 0;
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Drop unique constraint app.t.t_c_d_key.
alter table app.t drop constraint t_c_d_key;

-- Drop unique constraint app.t.t_b_key.
alter table app.t drop constraint t_b_key;

-- Drop primary key app.t.t_pkey.
alter table app.t drop constraint t_pkey;

-- Add primary key app.t.t_pkey.
alter table app.t add constraint t_pkey primary key (a) include (c);

-- Add unique constraint app.t.t_c_d_key.
alter table app.t add constraint t_c_d_key unique (c, d) deferrable;

-- Add unique constraint app.t.t_b_key.
alter table app.t add constraint t_b_key unique nulls not distinct (b);

commit;

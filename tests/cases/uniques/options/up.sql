-- hazard: builds-index app.t.t_pkey
-- hazard: blocks-reads app.t.t_pkey
-- hazard: builds-index app.t.t_b_key
-- hazard: blocks-reads app.t.t_b_key
-- hazard: builds-index app.t.t_c_d_key
-- hazard: blocks-reads app.t.t_c_d_key

-- step 1: transaction, lock_timeout 5s, statement_timeout 0
begin;
set local lock_timeout = '5s';
set local statement_timeout = 0;
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Drop unique constraint app.t.t_b_key.
alter table app.t drop constraint t_b_key;

-- Drop unique constraint app.t.t_c_d_key.
alter table app.t drop constraint t_c_d_key;

-- Drop primary key app.t.t_pkey.
alter table app.t drop constraint t_pkey;

-- Add primary key app.t.t_pkey.
alter table app.t add constraint t_pkey primary key (a) include (c, d) with (fillfactor = '90');
alter table app.t cluster on t_pkey;

-- Add unique constraint app.t.t_b_key.
alter table app.t add constraint t_b_key unique (b);

-- Add unique constraint app.t.t_c_d_key.
alter table app.t add constraint t_c_d_key unique (c, d) with (fillfactor = '60') deferrable initially deferred;

commit;

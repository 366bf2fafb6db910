-- label: exact
-- hazard: builds-index app.t.t_c_d_key
-- hazard: blocks-reads app.t.t_c_d_key
-- hazard: builds-index app.t.t_b_key
-- hazard: blocks-reads app.t.t_b_key
-- hazard: builds-index app.t.t_pkey
-- hazard: blocks-reads app.t.t_pkey

-- step 1: undoes 4 3, transaction, lock_timeout 5s, statement_timeout 0
begin;
set local lock_timeout = '5s';
set local statement_timeout = 0;
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;
set local client_min_messages = warning;

-- Drop unique constraint app.t.t_c_d_key.
alter table app.t drop constraint if exists t_c_d_key;
drop index if exists app.t_c_d_key_new;

-- Add unique constraint app.t.t_c_d_key.
alter table app.t add constraint t_c_d_key unique (c, d) deferrable;

commit;

-- step 2: undoes 2, transaction, lock_timeout 5s, statement_timeout 0
begin;
set local lock_timeout = '5s';
set local statement_timeout = 0;
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;
set local client_min_messages = warning;

-- Drop unique constraint app.t.t_b_key.
alter table app.t drop constraint if exists t_b_key;
drop index if exists app.t_b_key_new;

-- Add unique constraint app.t.t_b_key.
alter table app.t add constraint t_b_key unique nulls not distinct (b);

commit;

-- step 3: undoes 1, transaction, lock_timeout 5s, statement_timeout 0
begin;
set local lock_timeout = '5s';
set local statement_timeout = 0;
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;
set local client_min_messages = warning;

-- Drop primary key app.t.t_pkey.
alter table app.t drop constraint if exists t_pkey;
drop index if exists app.t_pkey_new;

-- Add primary key app.t.t_pkey.
alter table app.t add constraint t_pkey primary key (a) include (c);

commit;

-- hazard: builds-index app.t.t_pkey
-- hazard: blocks-reads app.t.t_pkey
-- hazard: builds-index app.t.t_id_key
-- hazard: blocks-reads app.t.t_id_key
-- hazard: scans-table app.u.u_t_id_fkey
-- hazard: blocks-writes app.u.u_t_id_fkey

-- step 1: transaction, lock_timeout 5s, statement_timeout 0
begin;
set local lock_timeout = '5s';
set local statement_timeout = 0;
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Drop foreign key app.u.u_t_id_fkey.
alter table app.u drop constraint u_t_id_fkey;

commit;

-- step 2: transaction, lock_timeout 5s, statement_timeout 0
begin;
set local lock_timeout = '5s';
set local statement_timeout = 0;
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Drop unique constraint app.t.t_code_key.
alter table app.t drop constraint t_code_key;

-- Drop primary key app.t.t_pkey.
alter table app.t drop constraint t_pkey;

-- Add primary key app.t.t_pkey.
alter table app.t add constraint t_pkey primary key (code);

-- Add unique constraint app.t.t_id_key.
alter table app.t add constraint t_id_key unique (id);

commit;

-- step 3: transaction, lock_timeout 5s, statement_timeout 0
begin;
set local lock_timeout = '5s';
set local statement_timeout = 0;
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Add foreign key app.u.u_t_id_fkey.
alter table app.u add constraint u_t_id_fkey foreign key (t_id) references app.t (id);

commit;

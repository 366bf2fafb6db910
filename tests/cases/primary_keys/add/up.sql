-- hazard: scans-table app.t.a
-- hazard: blocks-reads app.t.a
-- hazard: builds-index app.t.t_pkey
-- hazard: blocks-reads app.t.t_pkey
-- hazard: builds-index app.u.u_pkey
-- hazard: blocks-reads app.u.u_pkey
-- hazard: scans-table app.v.v_u_id_fkey
-- hazard: blocks-writes app.v.v_u_id_fkey

-- step 1: transaction, lock_timeout 5s, statement_timeout 0
begin;
set local lock_timeout = '5s';
set local statement_timeout = 0;
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Drop foreign key app.v.v_u_id_fkey.
alter table app.v drop constraint v_u_id_fkey;

commit;

-- step 2: transaction, lock_timeout 5s, statement_timeout 0
begin;
set local lock_timeout = '5s';
set local statement_timeout = 0;
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Refuse nulls in column app.t.a.
alter table app.t alter column a set not null;

-- Add primary key app.t.t_pkey.
alter table app.t add constraint t_pkey primary key (a, b);

commit;

-- step 3: transaction, lock_timeout 5s, statement_timeout 0
begin;
set local lock_timeout = '5s';
set local statement_timeout = 0;
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Drop unique constraint app.u.u_id_key.
alter table app.u drop constraint u_id_key;

-- Add primary key app.u.u_pkey.
alter table app.u add constraint u_pkey primary key (id);

commit;

-- step 4: transaction, lock_timeout 5s, statement_timeout 0
begin;
set local lock_timeout = '5s';
set local statement_timeout = 0;
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Add foreign key app.v.v_u_id_fkey.
alter table app.v add constraint v_u_id_fkey foreign key (u_id) references app.u (id);

commit;

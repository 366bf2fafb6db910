-- hazard: builds-index app.t.t_pkey
-- hazard: blocks-reads app.t.t_pkey
-- hazard: builds-index app.u.u_tenant_t_id_idx
-- hazard: blocks-writes app.u.u_tenant_t_id_idx
-- hazard: scans-table app.u.u_tenant_t_id_fkey
-- hazard: blocks-writes app.u.u_tenant_t_id_fkey

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

-- Drop primary key app.t.t_pkey.
alter table app.t drop constraint t_pkey;

-- Add primary key app.t.t_pkey.
alter table app.t add constraint t_pkey primary key (tenant, id);

commit;

-- step 3: transaction, lock_timeout 5s, statement_timeout 0
begin;
set local lock_timeout = '5s';
set local statement_timeout = 0;
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Drop index app.u_t_id_idx.
drop index app.u_t_id_idx;

-- Add column app.u.tenant.
alter table app.u add column tenant integer default 1 not null;

-- Create index app.u_tenant_t_id_idx.
create index u_tenant_t_id_idx on app.u (tenant, t_id);

commit;

-- step 4: transaction, lock_timeout 5s, statement_timeout 0
begin;
set local lock_timeout = '5s';
set local statement_timeout = 0;
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Add foreign key app.u.u_tenant_t_id_fkey.
alter table app.u add constraint u_tenant_t_id_fkey foreign key (tenant, t_id) references app.t (tenant, id) on delete cascade;

commit;

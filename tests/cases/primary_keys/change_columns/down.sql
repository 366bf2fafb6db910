-- label: exact
-- loses: ["app", "u", "tenant"]

-- step 1: undoes 4, transaction, lock_timeout 5s, statement_timeout 0
begin;
set local lock_timeout = '5s';
set local statement_timeout = 0;
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Drop foreign key app.u.u_tenant_t_id_fkey.
alter table app.u drop constraint u_tenant_t_id_fkey;

commit;

-- step 2: undoes 3, transaction, lock_timeout 5s, statement_timeout 0
begin;
set local lock_timeout = '5s';
set local statement_timeout = 0;
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Drop index app.u_tenant_t_id_idx.
drop index app.u_tenant_t_id_idx;

-- Drop column app.u.tenant.
alter table app.u drop column tenant;

-- Create index app.u_t_id_idx.
create index u_t_id_idx on app.u (t_id);

commit;

-- step 3: undoes 2, transaction, lock_timeout 5s, statement_timeout 0
begin;
set local lock_timeout = '5s';
set local statement_timeout = 0;
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Drop primary key app.t.t_pkey.
alter table app.t drop constraint t_pkey;

-- Add primary key app.t.t_pkey.
alter table app.t add constraint t_pkey primary key (id);

commit;

-- step 4: undoes 1, transaction, lock_timeout 5s, statement_timeout 0
begin;
set local lock_timeout = '5s';
set local statement_timeout = 0;
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Add foreign key app.u.u_t_id_fkey.
alter table app.u add constraint u_t_id_fkey foreign key (t_id) references app.t (id) on delete cascade;

commit;

-- label: exact

-- step 1: undoes 4, transaction, lock_timeout 5s, statement_timeout 0
begin;
set local lock_timeout = '5s';
set local statement_timeout = 0;
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Drop foreign key app.v.v_u_id_fkey.
alter table app.v drop constraint v_u_id_fkey;

commit;

-- step 2: undoes 3, transaction, lock_timeout 5s, statement_timeout 0
begin;
set local lock_timeout = '5s';
set local statement_timeout = 0;
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Drop primary key app.u.u_pkey.
alter table app.u drop constraint u_pkey;

-- Add unique constraint app.u.u_id_key.
alter table app.u add constraint u_id_key unique (id);

commit;

-- step 3: undoes 2, transaction, lock_timeout 5s, statement_timeout 0
begin;
set local lock_timeout = '5s';
set local statement_timeout = 0;
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Drop primary key app.t.t_pkey.
alter table app.t drop constraint t_pkey;

-- Take nulls in column app.t.a.
alter table app.t alter column a drop not null;

commit;

-- step 4: undoes 1, transaction, lock_timeout 5s, statement_timeout 0
begin;
set local lock_timeout = '5s';
set local statement_timeout = 0;
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Add foreign key app.v.v_u_id_fkey.
alter table app.v add constraint v_u_id_fkey foreign key (u_id) references app.u (id);

commit;

-- hazard: builds-index app.t.t_a_key
-- hazard: blocks-reads app.t.t_a_key
-- hazard: scans-table app.u.u_a_fkey
-- hazard: blocks-writes app.u.u_a_fkey

-- step 1: transaction, lock_timeout 5s, statement_timeout 0
begin;
set local lock_timeout = '5s';
set local statement_timeout = 0;
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Drop foreign key app.u.u_a_fkey.
alter table app.u drop constraint u_a_fkey;

commit;

-- step 2: transaction, lock_timeout 5s, statement_timeout 0
begin;
set local lock_timeout = '5s';
set local statement_timeout = 0;
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Drop index app.t_a_key.
drop index app.t_a_key;

-- Add unique constraint app.t.t_a_key.
alter table app.t add constraint t_a_key unique (a);

commit;

-- step 3: transaction, lock_timeout 5s, statement_timeout 0
begin;
set local lock_timeout = '5s';
set local statement_timeout = 0;
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Add foreign key app.u.u_a_fkey.
alter table app.u add constraint u_a_fkey foreign key (a) references app.t (a);

commit;

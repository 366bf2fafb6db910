-- label: exact

-- step 1: undoes 3, transaction, lock_timeout 5s, statement_timeout 0
begin;
set local lock_timeout = '5s';
set local statement_timeout = 0;
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Drop foreign key app.u.u_a_fkey.
alter table app.u drop constraint u_a_fkey;

commit;

-- step 2: undoes 2, transaction, lock_timeout 5s, statement_timeout 0
begin;
set local lock_timeout = '5s';
set local statement_timeout = 0;
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Drop unique constraint app.t.t_a_key.
alter table app.t drop constraint t_a_key;

-- Create index app.t_a_key.
create unique index t_a_key on app.t (a);

commit;

-- step 3: undoes 1, transaction, lock_timeout 5s, statement_timeout 0
begin;
set local lock_timeout = '5s';
set local statement_timeout = 0;
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Add foreign key app.u.u_a_fkey.
alter table app.u add constraint u_a_fkey foreign key (a) references app.t (a);

commit;

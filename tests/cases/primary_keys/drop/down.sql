-- label: exact

-- step 1: undoes 4, transaction, lock_timeout 5s, statement_timeout 0
begin;
set local lock_timeout = '5s';
set local statement_timeout = 0;
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Refuse nulls in column app.w.a.
alter table app.w alter column a set not null;

-- Add primary key app.w.w_pkey.
alter table app.w add constraint w_pkey primary key (a, b);
comment on constraint w_pkey on app.w is 'Both.';

commit;

-- step 2: undoes 3, transaction, lock_timeout 5s, statement_timeout 0
begin;
set local lock_timeout = '5s';
set local statement_timeout = 0;
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Create index app.u_t_id_idx.
create index u_t_id_idx on app.u (t_id);

commit;

-- step 3: undoes 2, transaction, lock_timeout 5s, statement_timeout 0
begin;
set local lock_timeout = '5s';
set local statement_timeout = 0;
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

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
alter table app.u add constraint u_t_id_fkey foreign key (t_id) references app.t (id);

commit;

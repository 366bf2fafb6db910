-- label: exact

-- step 1: undoes 5 4, transaction, lock_timeout 5s, statement_timeout 0
begin;
set local lock_timeout = '5s';
set local statement_timeout = 0;
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;
set local client_min_messages = warning;

-- Drop unique constraint app.t.t_b_key.
alter table app.t drop constraint if exists t_b_key;
drop index if exists app.t_b_key;

commit;

-- step 2: undoes 3, transaction, lock_timeout 5s, statement_timeout 0
begin;
set local lock_timeout = '5s';
set local statement_timeout = 0;
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;
set local client_min_messages = warning;

-- Drop unique constraint app.t.kept_name.
alter table app.t drop constraint if exists kept_name;
drop index if exists app.kept_name_new;

-- Add unique constraint app.t.kept_name.
alter table app.t add constraint kept_name unique (b, c);

commit;

-- step 3: undoes 2, transaction, lock_timeout 5s, statement_timeout 0
begin;
set local lock_timeout = '5s';
set local statement_timeout = 0;
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;
set local client_min_messages = warning;

-- Drop unique constraint app.t.fresh.
alter table app.t drop constraint if exists fresh;
drop index if exists app.fresh;

commit;

-- step 4: undoes 1, transaction, lock_timeout 5s, statement_timeout 0
begin;
set local lock_timeout = '5s';
set local statement_timeout = 0;
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Add unique constraint app.t.t_a_key.
alter table app.t add constraint t_a_key unique (a);

-- Add unique constraint app.t.gone.
alter table app.t add constraint gone unique (c, d);

commit;

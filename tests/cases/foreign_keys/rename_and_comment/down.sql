-- label: exact

-- step 1: undoes 1, transaction, lock_timeout 5s, statement_timeout 1min
begin;
set local lock_timeout = '5s';
set local statement_timeout = '1min';
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Drop the comment of foreign key app.c.two.
comment on constraint two on app.c is null;

-- Rename foreign key app.c.c_x_fkey to one.
alter table app.c rename constraint c_x_fkey to one;

commit;

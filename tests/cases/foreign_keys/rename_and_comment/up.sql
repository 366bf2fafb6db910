-- step 1: transaction, lock_timeout 5s, statement_timeout 1min
begin;
set local lock_timeout = '5s';
set local statement_timeout = '1min';
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Rename foreign key app.c.one to c_x_fkey.
alter table app.c rename constraint one to c_x_fkey;

-- Set the comment of foreign key app.c.two.
comment on constraint two on app.c is 'Two''s.';

commit;

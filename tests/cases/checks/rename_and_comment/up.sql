-- step 1: transaction, lock_timeout 5s, statement_timeout 1min
begin;
set local lock_timeout = '5s';
set local statement_timeout = '1min';
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Rename check app.t.one to uno.
alter table app.t rename constraint one to uno;

-- Set the comment of check app.t.two.
comment on constraint two on app.t is 'Two''s.';

commit;

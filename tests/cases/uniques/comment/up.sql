-- step 1: transaction, lock_timeout 5s, statement_timeout 1min
begin;
set local lock_timeout = '5s';
set local statement_timeout = '1min';
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Set the comment of unique constraint app.t.one.
comment on constraint one on app.t is 'One.';

-- Drop the comment of unique constraint app.t.two.
comment on constraint two on app.t is null;

commit;

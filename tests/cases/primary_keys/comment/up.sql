-- step 1: transaction, lock_timeout 5s, statement_timeout 1min
begin;
set local lock_timeout = '5s';
set local statement_timeout = '1min';
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Set the comment of primary key app.t.t_pkey.
comment on constraint t_pkey on app.t is 'The key''s own.';

commit;

-- label: exact
-- hazard: breaks-clients old_app

-- step 1: undoes 1, transaction, lock_timeout 5s, statement_timeout 0
begin;
set local lock_timeout = '5s';
set local statement_timeout = 0;
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Set the comment of namespace app.
comment on schema app is 'The application.';

-- Rename namespace app to old_app.
alter schema app rename to old_app;

commit;

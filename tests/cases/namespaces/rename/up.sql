-- hazard: breaks-clients app

-- step 1: transaction, lock_timeout 5s, statement_timeout 0
begin;
set local lock_timeout = '5s';
set local statement_timeout = 0;
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Rename namespace old_app to app.
alter schema old_app rename to app;

-- Set the comment of namespace app.
comment on schema app is 'The application, renamed.';

commit;

-- phase: expand

-- step 1: transaction, lock_timeout 5s, statement_timeout 0
begin;
set local lock_timeout = '5s';
set local statement_timeout = 0;
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Create view app.persons.
set local search_path = pg_catalog, app, public;
create view app.persons with (security_invoker = 'true') as
select id, name, born from app.people;
set local search_path = pg_catalog, public;

commit;

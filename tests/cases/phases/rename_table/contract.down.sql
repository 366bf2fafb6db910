-- label: exact
-- hazard: breaks-clients app.people

-- step 1: undoes 1, transaction, lock_timeout 5s, statement_timeout 1min
begin;
set local lock_timeout = '5s';
set local statement_timeout = '1min';
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Drop view app.grown.
drop view app.grown;

-- Rename unique constraint app.persons.persons_name_key to people_name_key.
alter table app.persons rename constraint persons_name_key to people_name_key;

-- Rename primary key app.persons.persons_pkey to people_pkey.
alter table app.persons rename constraint persons_pkey to people_pkey;

-- Rename index app.persons_born_idx to people_born_idx.
alter index app.persons_born_idx rename to people_born_idx;

-- Rename table app.persons to app.people.
alter table app.persons rename to people;
alter sequence app.persons_id_seq rename to people_id_seq;
-- PostgreSQL 18 and later name not-null constraints
do $body$
declare
  found record;
begin
  for found in
    select constrained.conname as old, renamed.new
    from pg_constraint as constrained
    join (values ('persons_id_not_null', 'people_id_not_null'), ('persons_name_not_null', 'people_name_not_null')) as renamed (old, new) on constrained.conname = renamed.old
    where constrained.conrelid = 'app.people'::regclass and constrained.contype = 'n'
  loop
    execute format('alter table %s rename constraint %I to %I', 'app.people', found.old, found.new);
  end loop;
end
$body$;

-- Create view app.persons.
set local search_path = pg_catalog, app, public;
create view app.persons with (security_invoker = 'true') as
select id, name, born from app.people;
set local search_path = pg_catalog, public;

-- Create view app.grown.
set local search_path = pg_catalog, app, public;
create view app.grown as
select id, name from app.people where born < '2000-01-01';
set local search_path = pg_catalog, public;

commit;

-- label: exact
-- hazard: breaks-clients app.persons
-- hazard: breaks-clients app.people

-- step 1: undoes 2, transaction, lock_timeout 5s, statement_timeout 1min
begin;
set local lock_timeout = '5s';
set local statement_timeout = '1min';
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Rename unique constraint core.persons.persons_code_key to people_code_key.
alter table core.persons rename constraint persons_code_key to people_code_key;

-- Rename primary key core.persons.persons_pkey to people_pkey.
alter table core.persons rename constraint persons_pkey to people_pkey;

-- Rename index core.persons_mood_idx to people_mood_idx.
alter index core.persons_mood_idx rename to people_mood_idx;

-- Rename table core.persons to app.persons.
alter table core.persons set schema app;

commit;

-- step 2: undoes 1, transaction, lock_timeout 5s, statement_timeout 1min
begin;
set local lock_timeout = '5s';
set local statement_timeout = '1min';
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

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
    join (values ('persons_id_not_null', 'people_id_not_null'), ('persons_mood_not_null', 'people_mood_not_null'), ('persons_code_not_null', 'people_code_not_null')) as renamed (old, new) on constrained.conname = renamed.old
    where constrained.conrelid = 'app.people'::regclass and constrained.contype = 'n'
  loop
    execute format('alter table %s rename constraint %I to %I', 'app.people', found.old, found.new);
  end loop;
end
$body$;

commit;

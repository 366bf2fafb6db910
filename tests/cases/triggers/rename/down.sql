-- label: exact
-- hazard: breaks-clients app.persons.name
-- hazard: breaks-clients app.people

-- step 1: undoes 1, transaction, lock_timeout 5s, statement_timeout 1min
begin;
set local lock_timeout = '5s';
set local statement_timeout = '1min';
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Drop the comment of trigger app.persons.young.
comment on trigger young on app.persons is null;

-- Rename primary key app.persons.persons_pkey to people_pkey.
alter table app.persons rename constraint persons_pkey to people_pkey;

-- Rename trigger app.persons.young to old.
alter trigger young on app.persons rename to old;

-- Rename column app.persons.title to name.
alter table app.persons rename column title to name;
-- PostgreSQL 18 and later name not-null constraints
do $body$
declare
  found record;
begin
  for found in
    select constrained.conname as old, renamed.new
    from pg_constraint as constrained
    join (values ('persons_title_not_null', 'persons_name_not_null')) as renamed (old, new) on constrained.conname = renamed.old
    where constrained.conrelid = 'app.persons'::regclass and constrained.contype = 'n'
  loop
    execute format('alter table %s rename constraint %I to %I', 'app.persons', found.old, found.new);
  end loop;
end
$body$;

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

commit;

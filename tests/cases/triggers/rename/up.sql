-- hazard: breaks-clients app.persons
-- hazard: breaks-clients app.persons.title

-- step 1: transaction, lock_timeout 5s, statement_timeout 1min
begin;
set local lock_timeout = '5s';
set local statement_timeout = '1min';
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Rename table app.people to app.persons.
alter table app.people rename to persons;
alter sequence app.people_id_seq rename to persons_id_seq;
-- PostgreSQL 18 and later name not-null constraints
do $body$
declare
  found record;
begin
  for found in
    select constrained.conname as old, renamed.new
    from pg_constraint as constrained
    join (values ('people_id_not_null', 'persons_id_not_null'), ('people_name_not_null', 'persons_name_not_null')) as renamed (old, new) on constrained.conname = renamed.old
    where constrained.conrelid = 'app.persons'::regclass and constrained.contype = 'n'
  loop
    execute format('alter table %s rename constraint %I to %I', 'app.persons', found.old, found.new);
  end loop;
end
$body$;

-- Rename column app.persons.name to title.
alter table app.persons rename column name to title;
-- PostgreSQL 18 and later name not-null constraints
do $body$
declare
  found record;
begin
  for found in
    select constrained.conname as old, renamed.new
    from pg_constraint as constrained
    join (values ('persons_name_not_null', 'persons_title_not_null')) as renamed (old, new) on constrained.conname = renamed.old
    where constrained.conrelid = 'app.persons'::regclass and constrained.contype = 'n'
  loop
    execute format('alter table %s rename constraint %I to %I', 'app.persons', found.old, found.new);
  end loop;
end
$body$;

-- Rename trigger app.persons.old to young.
alter trigger old on app.persons rename to young;

-- Rename primary key app.persons.people_pkey to persons_pkey.
alter table app.persons rename constraint people_pkey to persons_pkey;

-- Set the comment of trigger app.persons.young.
comment on trigger young on app.persons is 'Renamed along.';

commit;

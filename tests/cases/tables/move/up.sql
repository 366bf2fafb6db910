-- hazard: breaks-clients app.persons
-- hazard: breaks-clients core.persons

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
    join (values ('people_id_not_null', 'persons_id_not_null'), ('people_mood_not_null', 'persons_mood_not_null'), ('people_code_not_null', 'persons_code_not_null')) as renamed (old, new) on constrained.conname = renamed.old
    where constrained.conrelid = 'app.persons'::regclass and constrained.contype = 'n'
  loop
    execute format('alter table %s rename constraint %I to %I', 'app.persons', found.old, found.new);
  end loop;
end
$body$;

commit;

-- step 2: transaction, lock_timeout 5s, statement_timeout 1min
begin;
set local lock_timeout = '5s';
set local statement_timeout = '1min';
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Rename table app.persons to core.persons.
alter table app.persons set schema core;

-- Rename index core.people_mood_idx to persons_mood_idx.
alter index core.people_mood_idx rename to persons_mood_idx;

-- Rename primary key core.persons.people_pkey to persons_pkey.
alter table core.persons rename constraint people_pkey to persons_pkey;

-- Rename unique constraint core.persons.people_code_key to persons_code_key.
alter table core.persons rename constraint people_code_key to persons_code_key;

commit;

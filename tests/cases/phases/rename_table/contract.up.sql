-- phase: contract
-- hazard: breaks-clients app.persons

-- step 1: transaction, lock_timeout 5s, statement_timeout 1min
begin;
set local lock_timeout = '5s';
set local statement_timeout = '1min';
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Drop view app.grown.
drop view app.grown;

-- Drop view app.persons.
drop view app.persons;

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

-- Rename index app.people_born_idx to persons_born_idx.
alter index app.people_born_idx rename to persons_born_idx;

-- Rename primary key app.persons.people_pkey to persons_pkey.
alter table app.persons rename constraint people_pkey to persons_pkey;

-- Rename unique constraint app.persons.people_name_key to persons_name_key.
alter table app.persons rename constraint people_name_key to persons_name_key;

-- Create view app.grown.
set local search_path = pg_catalog, app, public;
create view app.grown as
select id, name from app.persons where born < '2000-01-01';
set local search_path = pg_catalog, public;

commit;

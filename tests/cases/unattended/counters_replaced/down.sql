-- label: structure only
-- reason: values of column app.jobs.id as they were before the change of type cannot come back
-- reason: the rows of table app.users cannot come back
-- reason: where sequence app.jobs_id_seq had counted to cannot come back
-- loses: ["app", "people"]
-- hazard: deletes-data app.people
-- hazard: rewrites-table app.jobs.id
-- hazard: blocks-reads app.jobs.id

-- step 1: undoes 5, transaction, lock_timeout 5s, statement_timeout 1min
begin;
set local lock_timeout = '5s';
set local statement_timeout = '1min';
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Make serial column app.jobs.id a plain one.
alter table app.jobs alter column id drop default;
drop sequence app.jobs_id_seq;

commit;

-- step 2: undoes 4, transaction, lock_timeout 5s, statement_timeout 0
begin;
set local lock_timeout = '5s';
set local statement_timeout = 0;
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Create sequence app.jobs_id_seq.
create sequence app.jobs_id_seq;

commit;

-- step 3: undoes 3, transaction, lock_timeout 5s, statement_timeout 1min
begin;
set local lock_timeout = '5s';
set local statement_timeout = '1min';
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Drop index app.by_name.
drop index app.by_name;

-- Let sequence app.counter go with no column.
alter sequence app.counter owned by none;

-- Drop table app.people.
drop table app.people;

commit;

-- step 4: undoes 2, transaction, lock_timeout 5s, statement_timeout 0
begin;
set local lock_timeout = '5s';
set local statement_timeout = 0;
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Create table app.users.
create table app.users (
  id bigint default nextval('app.counter'::regclass) not null,
  name text not null,
  constraint main primary key (id)
);

-- Create index app.by_name.
create index by_name on app.users (name);

-- Let sequence app.counter go with column app.users.id.
alter sequence app.counter owned by app.users.id;

commit;

-- step 5: undoes 1, transaction, lock_timeout 5s, statement_timeout 0
begin;
set local lock_timeout = '5s';
set local statement_timeout = 0;
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Change the type of column app.jobs.id from bigint to character varying(30).
alter table app.jobs alter column id type character varying(30);

-- Let sequence app.jobs_id_seq go with column app.jobs.id.
alter sequence app.jobs_id_seq owned by app.jobs.id;

-- Set the default of column app.jobs.id.
alter table app.jobs alter column id set default nextval('app.jobs_id_seq');

commit;

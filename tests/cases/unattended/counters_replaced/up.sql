-- decision: assume rename-or-drop app.users
-- decision: assume type-needs-using app.jobs.id
-- hazard: rewrites-table app.jobs.id
-- hazard: blocks-reads app.jobs.id
-- hazard: deletes-data app.users
-- hazard: deletes-data app.jobs_id_seq
-- hazard: scans-table app.jobs.id

-- step 1: transaction, lock_timeout 5s, statement_timeout 0
begin;
set local lock_timeout = '5s';
set local statement_timeout = 0;
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Drop the default of column app.jobs.id.
alter table app.jobs alter column id drop default;

-- Let sequence app.jobs_id_seq go with no column.
alter sequence app.jobs_id_seq owned by none;

-- Change the type of column app.jobs.id from character varying(30) to bigint.
-- assumption: every value of column app.jobs.id reads as bigint
lock table app.jobs in access exclusive mode;
do $body$
begin
  perform count(id::bigint) from app.jobs;
exception
  when data_exception then
    raise exception using
      errcode = 'restrict_violation',
      message = 'column app.jobs.id has values that do not read as bigint',
      detail = sqlerrm,
      hint = 'Change these rows, or say `using` for the column and build again.';
end
$body$;
alter table app.jobs alter column id type bigint using id::bigint;

commit;

-- step 2: transaction, lock_timeout 5s, statement_timeout 1min
begin;
set local lock_timeout = '5s';
set local statement_timeout = '1min';
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Let sequence app.counter go with no column.
alter sequence app.counter owned by none;

-- Drop table app.users.
-- assumption: table app.users was not renamed to app.people
drop table app.users;

commit;

-- step 3: transaction, lock_timeout 5s, statement_timeout 0
begin;
set local lock_timeout = '5s';
set local statement_timeout = 0;
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Create table app.people.
create table app.people (
  id bigint default nextval('app.counter'::regclass) not null,
  name text not null,
  constraint main primary key (id)
);

-- Let sequence app.counter go with column app.people.id.
alter sequence app.counter owned by app.people.id;

-- Create index app.by_name.
create index by_name on app.people (name);

commit;

-- step 4: transaction, lock_timeout 5s, statement_timeout 0
begin;
set local lock_timeout = '5s';
set local statement_timeout = 0;
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Drop sequence app.jobs_id_seq.
drop sequence app.jobs_id_seq;

commit;

-- step 5: transaction, lock_timeout 5s, statement_timeout 0
begin;
set local lock_timeout = '5s';
set local statement_timeout = 0;
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Make column app.jobs.id a serial column.
create sequence app.jobs_id_seq as bigint owned by app.jobs.id;
alter table app.jobs alter column id set default nextval('app.jobs_id_seq');
select pg_catalog.setval('app.jobs_id_seq', greatest(max(id) + 1, 1), false) from app.jobs;

commit;

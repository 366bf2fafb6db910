-- label: structure only
-- reason: the rows of table app.a cannot come back
-- loses: ["app", "z"]
-- hazard: deletes-data app.z

-- step 1: undoes 4, transaction, lock_timeout 5s, statement_timeout 0
begin;
set local lock_timeout = '5s';
set local statement_timeout = 0;
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Create table app.a.
create table app.a (
  id integer not null,
  constraint a_pkey primary key (id)
);

commit;

-- step 2: undoes 3 2, no transaction, lock_timeout 5s, statement_timeout 1min
-- done when: select null::boolean
set lock_timeout = '5s';
set statement_timeout = '1min';
set search_path = pg_catalog, public;
set standard_conforming_strings = on;

-- Put foreign key app.c.c_ref_fkey back while others read and write the table.
alter table app.c drop constraint c_ref_fkey, add constraint c_ref_fkey foreign key (ref) references app.a (id) on delete cascade not valid;
alter table app.c validate constraint c_ref_fkey;

reset standard_conforming_strings;
reset search_path;
reset statement_timeout;
reset lock_timeout;

-- step 3: undoes 1, transaction, lock_timeout 5s, statement_timeout 1min
begin;
set local lock_timeout = '5s';
set local statement_timeout = '1min';
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Drop table app.z.
drop table app.z;

commit;

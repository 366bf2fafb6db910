-- label: structure only
-- reason: the rows of table app.users cannot come back
-- loses: ["app", "people"]
-- hazard: deletes-data app.people

-- step 1: undoes 4, transaction, lock_timeout 5s, statement_timeout 0
begin;
set local lock_timeout = '5s';
set local statement_timeout = 0;
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Create table app.users.
create table app.users (
  id bigint not null,
  constraint users_pkey primary key (id)
);

commit;

-- step 2: undoes 3 2, no transaction, lock_timeout 5s, statement_timeout 1min
-- done when: select null::boolean
set lock_timeout = '5s';
set statement_timeout = '1min';
set search_path = pg_catalog, public;
set standard_conforming_strings = on;

-- Put foreign key app.visits.visits_user_id_fkey back while others read and write the table.
alter table app.visits drop constraint visits_user_id_fkey, add constraint visits_user_id_fkey foreign key (user_id) references app.users (id) not valid;
alter table app.visits validate constraint visits_user_id_fkey;

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

-- Drop table app.people.
drop table app.people;

commit;

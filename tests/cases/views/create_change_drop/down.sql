-- label: exact
-- loses: ["app", "users", "score"]
-- hazard: changes-access app.writable_users.name
-- hazard: changes-access app.optional_users.name
-- hazard: changes-access app.optional_users.id
-- hazard: deletes-data app.users.score

-- step 1: undoes 11, transaction, lock_timeout 5s, statement_timeout 1min
begin;
set local lock_timeout = '5s';
set local statement_timeout = '1min';
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Set who may do what with column app.writable_users.name.
revoke select (name), update (name) on table app.writable_users from app_reader;

commit;

-- step 2: undoes 10, transaction, lock_timeout 5s, statement_timeout 1min
begin;
set local lock_timeout = '5s';
set local statement_timeout = '1min';
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Drop view app.writable_users.
drop view app.writable_users;

commit;

-- step 3: undoes 9, transaction, lock_timeout 5s, statement_timeout 1min
begin;
set local lock_timeout = '5s';
set local statement_timeout = '1min';
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Change the comments of the columns of view app.optional_users.
comment on column app.optional_users.name is null;
comment on column app.optional_users.id is 'The id.';

-- Change the column defaults of view app.optional_users.
alter view app.optional_users alter column id drop default;
set local search_path = pg_catalog, app, public;
alter view app.optional_users alter column name set default 'none';
set local search_path = pg_catalog, public;

commit;

-- step 4: undoes 8, transaction, lock_timeout 5s, statement_timeout 1min
begin;
set local lock_timeout = '5s';
set local statement_timeout = '1min';
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Set who may do what with column app.optional_users.name.
revoke select (name) on table app.optional_users from public;
grant select (name) on table app.optional_users to app_reader;

commit;

-- step 5: undoes 7, transaction, lock_timeout 5s, statement_timeout 1min
begin;
set local lock_timeout = '5s';
set local statement_timeout = '1min';
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Change the options of view app.optional_users.
alter view app.optional_users set (security_barrier = 'on');
alter view app.optional_users reset (check_option);

commit;

-- step 6: undoes 6, transaction, lock_timeout 5s, statement_timeout 1min
begin;
set local lock_timeout = '5s';
set local statement_timeout = '1min';
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Drop view app.named_users.
drop view app.named_users;

-- Create view app.named_users.
set local search_path = pg_catalog, app, public;
create view app.named_users as
select id, name from users;
set local search_path = pg_catalog, public;

commit;

-- step 7: undoes 5, transaction, lock_timeout 5s, statement_timeout 1min
begin;
set local lock_timeout = '5s';
set local statement_timeout = '1min';
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Change the query of view app.active_users.
set local search_path = pg_catalog, app, public;
create or replace view app.active_users as
select id, name   -- who can sign in
from users
where active;
set local search_path = pg_catalog, public;

commit;

-- step 8: undoes 4, transaction, lock_timeout 5s, statement_timeout 1min
begin;
set local lock_timeout = '5s';
set local statement_timeout = '1min';
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Create rule gone on app.optional_users.
set local search_path = pg_catalog, app, public;
create rule gone as on delete to app.optional_users do instead nothing;
set local search_path = pg_catalog, public;

commit;

-- step 9: undoes 3, transaction, lock_timeout 5s, statement_timeout 1min
begin;
set local lock_timeout = '5s';
set local statement_timeout = '1min';
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Set who may do what with column app.optional_users.id.
grant select (id) on table app.optional_users to app_reader;

commit;

-- step 10: undoes 2, transaction, lock_timeout 5s, statement_timeout 0
begin;
set local lock_timeout = '5s';
set local statement_timeout = 0;
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Create view app.gone_users.
set local search_path = pg_catalog, app, public;
create view app.gone_users as
select id from users;
set local search_path = pg_catalog, public;

commit;

-- step 11: undoes 1, transaction, lock_timeout 5s, statement_timeout 1min
begin;
set local lock_timeout = '5s';
set local statement_timeout = '1min';
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Drop view app.all_users.
drop view app.all_users;

-- Drop column app.users.score.
alter table app.users drop column score;

-- Create view app.all_users.
set local search_path = pg_catalog, app, public;
create view app.all_users as
select * from users;
set local search_path = pg_catalog, public;

commit;

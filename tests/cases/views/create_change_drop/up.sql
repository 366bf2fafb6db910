-- hazard: changes-access app.optional_users.id
-- hazard: changes-access app.optional_users.name
-- hazard: changes-access app.writable_users.name

-- step 1: transaction, lock_timeout 5s, statement_timeout 1min
begin;
set local lock_timeout = '5s';
set local statement_timeout = '1min';
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Drop view app.all_users.
drop view app.all_users;

-- Add column app.users.score.
alter table app.users add column score integer default 0 not null;

-- Create view app.all_users.
set local search_path = pg_catalog, app, public;
create view app.all_users as
select * from users;
set local search_path = pg_catalog, public;
comment on view app.all_users is 'Everybody.';

commit;

-- step 2: transaction, lock_timeout 5s, statement_timeout 1min
begin;
set local lock_timeout = '5s';
set local statement_timeout = '1min';
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Drop view app.gone_users.
drop view app.gone_users;

commit;

-- step 3: transaction, lock_timeout 5s, statement_timeout 1min
begin;
set local lock_timeout = '5s';
set local statement_timeout = '1min';
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Set who may do what with column app.optional_users.id.
revoke select (id) on table app.optional_users from app_reader;

commit;

-- step 4: transaction, lock_timeout 5s, statement_timeout 1min
begin;
set local lock_timeout = '5s';
set local statement_timeout = '1min';
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Drop rule gone on app.optional_users.
drop rule gone on app.optional_users;

commit;

-- step 5: transaction, lock_timeout 5s, statement_timeout 1min
begin;
set local lock_timeout = '5s';
set local statement_timeout = '1min';
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Change the query of view app.active_users.
set local search_path = pg_catalog, app, public;
create or replace view app.active_users as
select id, name
from users
where active and name <> '';
set local search_path = pg_catalog, public;

commit;

-- step 6: transaction, lock_timeout 5s, statement_timeout 1min
begin;
set local lock_timeout = '5s';
set local statement_timeout = '1min';
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Change the query of view app.named_users.
set local search_path = pg_catalog, app, public;
create or replace view app.named_users as
select id, name, email from users;
set local search_path = pg_catalog, public;

commit;

-- step 7: transaction, lock_timeout 5s, statement_timeout 1min
begin;
set local lock_timeout = '5s';
set local statement_timeout = '1min';
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Change the options of view app.optional_users.
alter view app.optional_users set (check_option = 'local', security_barrier = 'off');

commit;

-- step 8: transaction, lock_timeout 5s, statement_timeout 1min
begin;
set local lock_timeout = '5s';
set local statement_timeout = '1min';
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Set who may do what with column app.optional_users.name.
revoke select (name) on table app.optional_users from app_reader;
grant select (name) on table app.optional_users to public;

commit;

-- step 9: transaction, lock_timeout 5s, statement_timeout 1min
begin;
set local lock_timeout = '5s';
set local statement_timeout = '1min';
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Change the column defaults of view app.optional_users.
alter view app.optional_users alter column name drop default;
set local search_path = pg_catalog, app, public;
alter view app.optional_users alter column id set default 1;
set local search_path = pg_catalog, public;

-- Change the comments of the columns of view app.optional_users.
comment on column app.optional_users.id is null;
comment on column app.optional_users.name is 'Who it is.';

commit;

-- step 10: transaction, lock_timeout 5s, statement_timeout 0
begin;
set local lock_timeout = '5s';
set local statement_timeout = 0;
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Create view app.writable_users.
set local search_path = pg_catalog, app, public;
create view app.writable_users with (check_option = 'cascaded', security_barrier = 'true') as
select u.id, u.name from users u where active;
alter view app.writable_users alter column name set default 'nobody';
set local search_path = pg_catalog, public;
comment on view app.writable_users is 'Those who may be changed.';
comment on column app.writable_users.id is 'The number.';
comment on column app.writable_users.name is 'The name.';

commit;

-- step 11: transaction, lock_timeout 5s, statement_timeout 0
begin;
set local lock_timeout = '5s';
set local statement_timeout = 0;
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Set who may do what with column app.writable_users.name.
grant select (name), update (name) on table app.writable_users to app_reader;

commit;

-- step 1: transaction, lock_timeout 5s, statement_timeout 1min
begin;
set local lock_timeout = '5s';
set local statement_timeout = '1min';
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Rename rule earlier_rule on app.users to later_rule.
alter rule earlier_rule on app.users rename to later_rule;

-- Drop rule gone_rule on app.users.
drop rule gone_rule on app.users;

commit;

-- step 2: transaction, lock_timeout 5s, statement_timeout 1min
begin;
set local lock_timeout = '5s';
set local statement_timeout = '1min';
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Create rule add_name on app.names.
set local search_path = pg_catalog, app, public;
create rule add_name as on insert to app.names do instead insert into users (id, name) values (0, new.name);
set local search_path = pg_catalog, public;

commit;

-- step 3: transaction, lock_timeout 5s, statement_timeout 1min
begin;
set local lock_timeout = '5s';
set local statement_timeout = '1min';
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Change rule log_names on app.users.
set local search_path = pg_catalog, app, public;
create or replace rule log_names as on update to app.users where new.name <> old.name do (insert into log (what) values (old.name)   -- what it was
;
insert into log (what) values (new.name));
set local search_path = pg_catalog, public;

-- Set the comment of rule log_names on app.users.
comment on rule log_names on app.users is 'Both names.';

-- Change in which sessions rule keep_users on app.users fires.
alter table app.users disable rule keep_users;

commit;

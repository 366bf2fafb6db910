-- label: exact

-- step 1: undoes 3, transaction, lock_timeout 5s, statement_timeout 1min
begin;
set local lock_timeout = '5s';
set local statement_timeout = '1min';
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Change in which sessions rule keep_users on app.users fires.
alter table app.users enable rule keep_users;

-- Drop the comment of rule log_names on app.users.
comment on rule log_names on app.users is null;

-- Change rule log_names on app.users.
set local search_path = pg_catalog, app, public;
create or replace rule log_names as on update to app.users where new.name <> old.name do insert into log (what) values (old.name);
set local search_path = pg_catalog, public;

commit;

-- step 2: undoes 2, transaction, lock_timeout 5s, statement_timeout 1min
begin;
set local lock_timeout = '5s';
set local statement_timeout = '1min';
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Drop rule add_name on app.names.
drop rule add_name on app.names;

commit;

-- step 3: undoes 1, transaction, lock_timeout 5s, statement_timeout 1min
begin;
set local lock_timeout = '5s';
set local statement_timeout = '1min';
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Create rule gone_rule on app.users.
set local search_path = pg_catalog, app, public;
create rule gone_rule as on insert to app.users do notify users;
set local search_path = pg_catalog, public;

-- Rename rule later_rule on app.users to earlier_rule.
alter rule later_rule on app.users rename to earlier_rule;

commit;

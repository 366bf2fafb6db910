-- label: exact
-- loses: ["app", "people", "made_at"]
-- loses: ["app", "people", "token"]
-- hazard: deletes-data app.people.made_at
-- hazard: deletes-data app.people.token

-- step 1: undoes 5 4 3, transaction, lock_timeout 5s, statement_timeout 1min
begin;
set local lock_timeout = '5s';
set local statement_timeout = '1min';
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;
set local client_min_messages = warning;

-- Take nulls in column app.people.token.
alter table app.people drop constraint if exists token_not_null;
alter table app.people alter column token drop not null;

commit;

-- step 2: undoes 2 1, transaction, lock_timeout 5s, statement_timeout 1min
begin;
set local lock_timeout = '5s';
set local statement_timeout = '1min';
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Drop column app.people.made_at.
alter table app.people drop column made_at;

-- Drop column app.people.token.
alter table app.people drop column token;

commit;

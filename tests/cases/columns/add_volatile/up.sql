-- hazard: rewrites-table app.people.token
-- hazard: blocks-reads app.people.token

-- step 1: transaction, lock_timeout 5s, statement_timeout 0
begin;
set local lock_timeout = '5s';
set local statement_timeout = 0;
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Add column app.people.token.
alter table app.people add column token uuid default gen_random_uuid() not null;

-- Add column app.people.made_at.
alter table app.people add column made_at timestamp with time zone default now() not null;

commit;

-- label: structure only
-- reason: the values of column app.people.age cannot come back
-- reason: the values of column app.people.counter cannot come back
-- reason: the values of column app.people.name cannot come back

-- step 1: undoes 1, transaction, lock_timeout 5s, statement_timeout 0
begin;
set local lock_timeout = '5s';
set local statement_timeout = 0;
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Add column app.people.name.
alter table app.people add column name text;

-- Add column app.people.counter.
alter table app.people add column counter bigserial not null;

-- Add column app.people.age.
alter table app.people add column age integer default 7 not null;

-- Add check app.people.grown.
alter table app.people add constraint grown check (age > 0);

-- Create index app.people_kept_idx.
create index people_kept_idx on app.people (kept) where age > 3;

commit;

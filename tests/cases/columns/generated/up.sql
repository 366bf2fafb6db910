-- hazard: breaks-clients app.people.surname
-- hazard: deletes-data app.people.plain
-- hazard: rewrites-table app.people
-- hazard: blocks-reads app.people
-- hazard: rewrites-table app.people.surname
-- hazard: blocks-reads app.people.surname
-- hazard: rewrites-table app.people.whole
-- hazard: blocks-reads app.people.whole
-- hazard: builds-index app.people.people_whole_key
-- hazard: blocks-reads app.people.people_whole_key
-- hazard: builds-index app.people.people_lower_idx
-- hazard: blocks-reads app.people.people_lower_idx

-- step 1: transaction, lock_timeout 5s, statement_timeout 0
begin;
set local lock_timeout = '5s';
set local statement_timeout = 0;
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Rename column app.people.last to surname.
alter table app.people rename column last to surname;
-- PostgreSQL 18 and later name not-null constraints
do $body$
declare
  found record;
begin
  for found in
    select constrained.conname as old, renamed.new
    from pg_constraint as constrained
    join (values ('people_last_not_null', 'people_surname_not_null')) as renamed (old, new) on constrained.conname = renamed.old
    where constrained.conrelid = 'app.people'::regclass and constrained.contype = 'n'
  loop
    execute format('alter table %s rename constraint %I to %I', 'app.people', found.old, found.new);
  end loop;
end
$body$;

-- Drop index app.people_lower_idx.
drop index app.people_lower_idx;

-- Drop unique constraint app.people.people_whole_key.
alter table app.people drop constraint people_whole_key;

-- Make generated column app.people.kept a plain one.
alter table app.people alter column kept drop expression;

-- Drop column app.people.doubled.
alter table app.people drop column doubled;

-- Drop column app.people.plain.
alter table app.people drop column plain;

-- Drop column app.people.whole.
alter table app.people drop column whole;

-- Add column app.people.initials; add column app.people.doubled; add column app.people.plain.
alter table app.people
  add column initials text generated always as (left(first, 1)) stored not null,
  add column doubled bigint generated always as (amount * 3) stored not null,
  add column plain integer generated always as (amount + 1) stored not null;
comment on column app.people.doubled is 'Three times.';

commit;

-- step 2: transaction, lock_timeout 5s, statement_timeout 1min
begin;
set local lock_timeout = '5s';
set local statement_timeout = '1min';
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Take nulls in column app.people.kept.
alter table app.people alter column kept drop not null;

commit;

-- step 3: transaction, lock_timeout 5s, statement_timeout 0
begin;
set local lock_timeout = '5s';
set local statement_timeout = 0;
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Change the type of column app.people.surname from text to character varying(80).
alter table app.people alter column surname type character varying(80);

-- Add column app.people.whole.
alter table app.people add column whole text generated always as (first || ' ' || surname) stored not null;

-- Add unique constraint app.people.people_whole_key.
alter table app.people add constraint people_whole_key unique (whole);

-- Create index app.people_lower_idx.
create index people_lower_idx on app.people ((lower(whole)));

commit;

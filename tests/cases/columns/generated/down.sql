-- label: structure only
-- reason: values of column app.people.kept that were written since cannot come back
-- reason: the values of column app.people.plain cannot come back
-- loses: ["app", "people", "kept"]
-- hazard: scans-table app.people.kept
-- hazard: rewrites-table app.people.whole
-- hazard: blocks-reads app.people.whole
-- hazard: rewrites-table app.people.doubled
-- hazard: blocks-reads app.people.doubled
-- hazard: deletes-data app.people.kept
-- hazard: rewrites-table app.people.kept
-- hazard: blocks-reads app.people.kept
-- hazard: builds-index app.people.people_whole_key
-- hazard: blocks-reads app.people.people_whole_key
-- hazard: builds-index app.people.people_lower_idx
-- hazard: blocks-writes app.people.people_lower_idx
-- hazard: breaks-clients app.people.last

-- step 1: undoes 3, transaction, lock_timeout 5s, statement_timeout 1min
begin;
set local lock_timeout = '5s';
set local statement_timeout = '1min';
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Drop index app.people_lower_idx.
drop index app.people_lower_idx;

-- Drop unique constraint app.people.people_whole_key.
alter table app.people drop constraint people_whole_key;

-- Drop column app.people.whole.
alter table app.people drop column whole;

-- Change the type of column app.people.surname from character varying(80) to text.
alter table app.people alter column surname type text;

commit;

-- step 2: undoes 2, no transaction, lock_timeout 5s, statement_timeout 1min
-- done when: select case when attnotnull then true when exists (select from pg_catalog.pg_constraint where conrelid = attrelid and conname = 'kept_not_null') then false end from pg_catalog.pg_attribute where attrelid = pg_catalog.to_regclass('app.people') and attname = 'kept'
-- cleanup: set lock_timeout = '5s'; alter table app.people drop constraint kept_not_null; reset lock_timeout
set lock_timeout = '5s';
set statement_timeout = '1min';
set search_path = pg_catalog, public;
set standard_conforming_strings = on;

-- Refuse nulls in column app.people.kept while others read and write the table.
alter table app.people add constraint kept_not_null check (kept is not null) not valid;
set statement_timeout = 0;
alter table app.people validate constraint kept_not_null;
set statement_timeout = '1min';
alter table app.people alter column kept set not null, drop constraint kept_not_null;

reset standard_conforming_strings;
reset search_path;
reset statement_timeout;
reset lock_timeout;

-- step 3: undoes 1, transaction, lock_timeout 5s, statement_timeout 0
begin;
set local lock_timeout = '5s';
set local statement_timeout = 0;
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Drop column app.people.plain.
alter table app.people drop column plain;

-- Drop column app.people.doubled.
alter table app.people drop column doubled;

-- Drop column app.people.initials.
alter table app.people drop column initials;

-- Add column app.people.whole.
alter table app.people add column whole text generated always as (first || ' ' || surname) stored not null;

-- Add column app.people.plain.
alter table app.people add column plain integer;

-- Add column app.people.doubled.
alter table app.people add column doubled bigint generated always as (amount * 2) stored not null;

-- Drop column app.people.kept.
alter table app.people drop column kept;

-- Add column app.people.kept.
alter table app.people add column kept text generated always as (upper(first)) stored not null;

-- Add unique constraint app.people.people_whole_key.
alter table app.people add constraint people_whole_key unique (whole);

-- Create index app.people_lower_idx.
create index people_lower_idx on app.people ((lower(whole)));

-- Rename column app.people.surname to last.
alter table app.people rename column surname to last;
-- PostgreSQL 18 and later name not-null constraints
do $body$
declare
  found record;
begin
  for found in
    select constrained.conname as old, renamed.new
    from pg_constraint as constrained
    join (values ('people_surname_not_null', 'people_last_not_null')) as renamed (old, new) on constrained.conname = renamed.old
    where constrained.conrelid = 'app.people'::regclass and constrained.contype = 'n'
  loop
    execute format('alter table %s rename constraint %I to %I', 'app.people', found.old, found.new);
  end loop;
end
$body$;

commit;

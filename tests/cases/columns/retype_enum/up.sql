-- hazard: rewrites-table app.t
-- hazard: blocks-reads app.t
-- hazard: builds-index app.t.t_to_enum_idx
-- hazard: blocks-reads app.t.t_to_enum_idx
-- hazard: scans-table app.t.known

-- step 1: transaction, lock_timeout 5s, statement_timeout 0
begin;
set local lock_timeout = '5s';
set local statement_timeout = 0;
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Drop index app.t_to_enum_idx.
drop index app.t_to_enum_idx;

-- Drop check app.t.known.
alter table app.t drop constraint known;

-- Drop the default of column app.t.from_enum.
alter table app.t alter column from_enum drop default;

-- Drop the default of column app.t.to_enum.
alter table app.t alter column to_enum drop default;

-- Change the type of column app.t.from_enum from app.mood to text; change the type of column app.t.many from text to app.mood[]; change the type of column app.t.to_enum from text to app.mood.
alter table app.t
  alter column from_enum type text,
  alter column many type app.mood[] using many::app.mood[],
  alter column to_enum type app.mood using to_enum::app.mood;

-- Set the default of column app.t.from_enum.
alter table app.t alter column from_enum set default 'wild';

-- Set the default of column app.t.to_enum.
alter table app.t alter column to_enum set default 'calm';

-- Create index app.t_to_enum_idx.
create index t_to_enum_idx on app.t (to_enum) where from_enum = 'wild';

-- Add check app.t.known, for rows to come.
alter table app.t add constraint known check (to_enum <> 'wild' or many is null) not valid;

commit;

-- step 2: transaction, lock_timeout 5s, statement_timeout 0
begin;
set local lock_timeout = '5s';
set local statement_timeout = 0;
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Validate check app.t.known.
alter table app.t validate constraint known;

commit;

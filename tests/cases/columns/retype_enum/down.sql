-- label: structure only
-- reason: values of column app.t.many as they were before the change of type and values of column app.t.to_enum as they were before the change of type cannot come back
-- hazard: rewrites-table app.t
-- hazard: blocks-reads app.t
-- hazard: scans-table app.t.known
-- hazard: blocks-reads app.t.known
-- hazard: builds-index app.t.t_to_enum_idx
-- hazard: blocks-writes app.t.t_to_enum_idx

-- step 1: undoes 2 1, transaction, lock_timeout 5s, statement_timeout 0
begin;
set local lock_timeout = '5s';
set local statement_timeout = 0;
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Drop check app.t.known.
alter table app.t drop constraint known;

-- Drop index app.t_to_enum_idx.
drop index app.t_to_enum_idx;

-- Drop the default of column app.t.to_enum.
alter table app.t alter column to_enum drop default;

-- Drop the default of column app.t.from_enum.
alter table app.t alter column from_enum drop default;

-- Change the type of column app.t.to_enum from app.mood to text; change the type of column app.t.many from app.mood[] to text; change the type of column app.t.from_enum from text to app.mood.
alter table app.t
  alter column to_enum type text,
  alter column many type text,
  alter column from_enum type app.mood using from_enum::app.mood;

-- Set the default of column app.t.to_enum.
alter table app.t alter column to_enum set default 'calm';

-- Set the default of column app.t.from_enum.
alter table app.t alter column from_enum set default 'wild';

-- Add check app.t.known.
alter table app.t add constraint known check (to_enum <> 'x');

-- Create index app.t_to_enum_idx.
create index t_to_enum_idx on app.t (to_enum) where from_enum = 'wild';

commit;

-- label: structure only
-- reason: the values of column app.documents.old cannot come back
-- hazard: rewrites-table app.members.level
-- hazard: blocks-reads app.members.level
-- hazard: rewrites-table app.documents.level
-- hazard: blocks-reads app.documents.level

-- step 1: undoes 1, transaction, lock_timeout 5s, statement_timeout 0
begin;
set local lock_timeout = '5s';
set local statement_timeout = 0;
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Drop policy app.documents.looked_up.
drop policy looked_up on app.documents;

-- Change the type of column app.members.level from bigint to integer.
alter table app.members alter column level type integer;

-- Add column app.documents.old.
alter table app.documents add column old text;

-- Change policy app.documents.old.
alter policy old on app.documents
  using (old is null);

-- Drop policy app.documents.levels.
drop policy levels on app.documents;

-- Change the type of column app.documents.level from bigint to integer.
alter table app.documents alter column level type integer;

-- Create policy app.documents.looked_up.
set local search_path = pg_catalog, app, public;
create policy looked_up on app.documents
  using (exists (select from members where members.level > 2));
set local search_path = pg_catalog, public;

-- Create policy app.documents.levels.
create policy levels on app.documents
  using (level > 1);

commit;

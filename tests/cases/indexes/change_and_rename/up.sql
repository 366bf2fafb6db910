-- hazard: builds-index app.t.one
-- hazard: blocks-writes app.t.one

-- step 1: transaction, lock_timeout 5s, statement_timeout 0
begin;
set local lock_timeout = '5s';
set local statement_timeout = 0;
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Rename index app.four to vier.
alter index app.four rename to vier;

-- Rename index app.two to zwei.
alter index app.two rename to zwei;

-- Drop index app.one.
drop index app.one;

-- Create index app.one.
create index one on app.t (a desc);

-- Set the comment of index app.three.
comment on index app.three is 'Three''s.';

-- Set the comment of index app.vier.
comment on index app.vier is 'Vier.';

commit;

-- label: exact

-- step 1: undoes 1, transaction, lock_timeout 5s, statement_timeout 0
begin;
set local lock_timeout = '5s';
set local statement_timeout = 0;
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Set the comment of index app.vier.
comment on index app.vier is 'Four.';

-- Drop the comment of index app.three.
comment on index app.three is null;

-- Drop index app.one.
drop index app.one;

-- Create index app.one.
create index one on app.t (a);

-- Rename index app.zwei to two.
alter index app.zwei rename to two;

-- Rename index app.vier to four.
alter index app.vier rename to four;

commit;

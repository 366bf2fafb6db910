-- hazard: rewrites-table app.t.n
-- hazard: blocks-reads app.t.n
-- hazard: builds-index app.t.t_lower_idx
-- hazard: blocks-reads app.t.t_lower_idx
-- hazard: builds-index app.t.t_x_idx
-- hazard: blocks-reads app.t.t_x_idx
-- hazard: scans-table app.t

-- step 1: transaction, lock_timeout 5s, statement_timeout 0
begin;
set local lock_timeout = '5s';
set local statement_timeout = 0;
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Drop index app.t_lower_idx.
drop index app.t_lower_idx;

-- Drop index app.t_x_idx.
drop index app.t_x_idx;

-- Drop check app.t.few.
alter table app.t drop constraint few;

-- Drop check app.t.short.
alter table app.t drop constraint short;

-- Drop the default of column app.t.a.
alter table app.t alter column a drop default;

-- Drop the default of column app.t.n.
alter table app.t alter column n drop default;

-- Change the type of column app.t.a from character varying(20) to text.
alter table app.t alter column a type text;

-- Change the type of column app.t.n from integer to bigint.
alter table app.t alter column n type bigint;

-- Set the default of column app.t.a.
alter table app.t alter column a set default 'x';

-- Set the default of column app.t.n.
alter table app.t alter column n set default 1;

-- Create index app.t_lower_idx.
create unique index t_lower_idx on app.t ((lower(a)));

-- Create index app.t_x_idx.
create index t_x_idx on app.t (n) where a = 'x';
comment on index app.t_x_idx is 'The {{ x }} ones.';

-- Add check app.t.few, for rows to come.
alter table app.t add constraint few check (n < 10) not valid;

-- Add check app.t.short, for rows to come.
alter table app.t add constraint short check (a in ('x', 'y')) not valid;
comment on constraint short on app.t is 'One of two.';

commit;

-- step 2: transaction, lock_timeout 5s, statement_timeout 0
begin;
set local lock_timeout = '5s';
set local statement_timeout = 0;
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Check the rows of table app.t: few, short.
alter table app.t validate constraint few, validate constraint short;

commit;

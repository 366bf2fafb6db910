-- label: exact
-- hazard: rewrites-table app.t
-- hazard: blocks-reads app.t
-- hazard: scans-table app.t.short
-- hazard: blocks-reads app.t.short
-- hazard: scans-table app.t.few
-- hazard: blocks-reads app.t.few
-- hazard: builds-index app.t.t_x_idx
-- hazard: blocks-writes app.t.t_x_idx
-- hazard: builds-index app.t.t_lower_idx
-- hazard: blocks-writes app.t.t_lower_idx

-- step 1: undoes 2 1, transaction, lock_timeout 5s, statement_timeout 0
begin;
set local lock_timeout = '5s';
set local statement_timeout = 0;
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Drop check app.t.short.
alter table app.t drop constraint short;

-- Drop check app.t.few.
alter table app.t drop constraint few;

-- Drop index app.t_x_idx.
drop index app.t_x_idx;

-- Drop index app.t_lower_idx.
drop index app.t_lower_idx;

-- Drop the default of column app.t.n.
alter table app.t alter column n drop default;

-- Drop the default of column app.t.a.
alter table app.t alter column a drop default;

-- Change the type of column app.t.n from bigint to integer; change the type of column app.t.a from text to character varying(20).
alter table app.t
  alter column n type integer,
  alter column a type character varying(20);

-- Set the default of column app.t.n.
alter table app.t alter column n set default 1;

-- Set the default of column app.t.a.
alter table app.t alter column a set default 'x';

-- Add check app.t.short.
alter table app.t add constraint short check (a in ('x', 'y'));
comment on constraint short on app.t is 'One of two.';

-- Add check app.t.few.
alter table app.t add constraint few check (n < 10);

-- Create index app.t_x_idx.
create index t_x_idx on app.t (n) where a = 'x';
comment on index app.t_x_idx is 'The {{ x }} ones.';

-- Create index app.t_lower_idx.
create unique index t_lower_idx on app.t ((lower(a)));

commit;

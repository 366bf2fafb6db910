-- label: exact

-- step 1: undoes 1, transaction, lock_timeout 5s, statement_timeout 1min
begin;
set local lock_timeout = '5s';
set local statement_timeout = '1min';
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Drop the default of column app.t.set.
alter table app.t alter column set drop default;

-- Set the default of column app.t."json".
alter table app.t alter column "json" set default '{}';

-- Set the default of column app.t.changed.
alter table app.t alter column changed set default 'a';

-- Set the default of column app.t.dropped.
alter table app.t alter column dropped set default now();

commit;

-- step 1: transaction, lock_timeout 5s, statement_timeout 1min
begin;
set local lock_timeout = '5s';
set local statement_timeout = '1min';
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Drop the default of column app.t.dropped.
alter table app.t alter column dropped drop default;

-- Set the default of column app.t.changed.
alter table app.t alter column changed set default 'it''s';

-- Set the default of column app.t."json".
alter table app.t alter column "json" set default '{"a": [1, "it''s"]}';

-- Set the default of column app.t.set.
alter table app.t alter column set set default 1 + 1;

commit;

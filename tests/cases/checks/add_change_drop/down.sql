-- label: exact

-- step 1: undoes 2 1, transaction, lock_timeout 5s, statement_timeout 0
begin;
set local lock_timeout = '5s';
set local statement_timeout = 0;
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Drop check app.t.fresh.
alter table app.t drop constraint fresh;

-- Drop check app.t.changed.
alter table app.t drop constraint changed;

-- Add check app.t.t_c_check.
alter table app.t add constraint t_c_check check (c > 0);

-- Add check app.t.gone.
alter table app.t add constraint gone check (b > 0);

-- Add check app.t.changed.
alter table app.t add constraint changed check (a > 0);

commit;

-- hazard: builds-index app.t.fresh
-- hazard: blocks-reads app.t.fresh
-- hazard: builds-index app.t.kept_name
-- hazard: blocks-reads app.t.kept_name
-- hazard: builds-index app.t.t_b_key
-- hazard: blocks-reads app.t.t_b_key

-- step 1: transaction, lock_timeout 5s, statement_timeout 0
begin;
set local lock_timeout = '5s';
set local statement_timeout = 0;
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Drop unique constraint app.t.gone.
alter table app.t drop constraint gone;

-- Drop unique constraint app.t.kept_name.
alter table app.t drop constraint kept_name;

-- Drop unique constraint app.t.t_a_key.
alter table app.t drop constraint t_a_key;

-- Add unique constraint app.t.fresh.
alter table app.t add constraint fresh unique (d);
comment on constraint fresh on app.t is 'D once.';

-- Add unique constraint app.t.kept_name.
alter table app.t add constraint kept_name unique (b, d);

-- Add unique constraint app.t.t_b_key.
alter table app.t add constraint t_b_key unique (b);

commit;

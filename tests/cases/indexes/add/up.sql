-- hazard: builds-index app.t.t_a_b_idx
-- hazard: blocks-writes app.t.t_a_b_idx
-- hazard: builds-index app.t.t_a_idx
-- hazard: blocks-writes app.t.t_a_idx
-- hazard: builds-index app.t.t_c_a_idx
-- hazard: blocks-writes app.t.t_c_a_idx
-- hazard: builds-index app.t.t_lower_coalesce_idx
-- hazard: blocks-writes app.t.t_lower_coalesce_idx
-- hazard: builds-index app.t.t_odd_idx
-- hazard: blocks-writes app.t.t_odd_idx

-- step 1: transaction, lock_timeout 5s, statement_timeout 0
begin;
set local lock_timeout = '5s';
set local statement_timeout = 0;
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Create index app.t_a_b_idx.
create unique index t_a_b_idx on app.t (a, b);
comment on index app.t_a_b_idx is 'Once {{ each }}.';

-- Create index app.t_a_idx.
create index t_a_idx on app.t (a);

-- Create index app.t_c_a_idx.
create index t_c_a_idx on app.t (c desc nulls last, a) where b <> 'it''s';

-- Create index app.t_lower_coalesce_idx.
create index t_lower_coalesce_idx on app.t ((lower(a)), (coalesce(c, 0)) desc);

-- Create index app.t_odd_idx.
create index t_odd_idx on app.t (c nulls first, ((a || b)));

commit;

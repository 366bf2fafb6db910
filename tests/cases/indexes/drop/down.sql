-- label: exact

-- step 1: undoes 1, transaction, lock_timeout 5s, statement_timeout 0
begin;
set local lock_timeout = '5s';
set local statement_timeout = 0;
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Create index app.t_lower_idx.
create unique index t_lower_idx on app.t ((lower(a))) where b is not null;
comment on index app.t_lower_idx is 'Lower.';

-- Create index app.t_a_idx.
create index t_a_idx on app.t (a);

commit;

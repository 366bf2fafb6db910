-- hazard: builds-index app.t.t_a_b_idx
-- hazard: builds-index app.t.t_a_idx
-- hazard: builds-index app.t.t_c_a_idx
-- hazard: builds-index app.t.t_lower_coalesce_idx
-- hazard: builds-index app.t.t_odd_idx

-- step 1: no transaction, lock_timeout 0, statement_timeout 0
-- done when: select indisvalid from pg_catalog.pg_index where indexrelid = pg_catalog.to_regclass('app.t_a_b_idx') and indrelid = pg_catalog.to_regclass('app.t')
-- cleanup: drop index concurrently app.t_a_b_idx
set lock_timeout = 0;
set statement_timeout = 0;
set search_path = pg_catalog, public;
set standard_conforming_strings = on;

-- Create index app.t_a_b_idx while others read and write the table.
create unique index concurrently t_a_b_idx on app.t (a, b);

reset standard_conforming_strings;
reset search_path;
reset statement_timeout;
reset lock_timeout;

-- step 2: no transaction, lock_timeout 0, statement_timeout 0
-- done when: select indisvalid from pg_catalog.pg_index where indexrelid = pg_catalog.to_regclass('app.t_a_idx') and indrelid = pg_catalog.to_regclass('app.t')
-- cleanup: drop index concurrently app.t_a_idx
set lock_timeout = 0;
set statement_timeout = 0;
set search_path = pg_catalog, public;
set standard_conforming_strings = on;

-- Create index app.t_a_idx while others read and write the table.
create index concurrently t_a_idx on app.t (a);

reset standard_conforming_strings;
reset search_path;
reset statement_timeout;
reset lock_timeout;

-- step 3: no transaction, lock_timeout 0, statement_timeout 0
-- done when: select indisvalid from pg_catalog.pg_index where indexrelid = pg_catalog.to_regclass('app.t_c_a_idx') and indrelid = pg_catalog.to_regclass('app.t')
-- cleanup: drop index concurrently app.t_c_a_idx
set lock_timeout = 0;
set statement_timeout = 0;
set search_path = pg_catalog, public;
set standard_conforming_strings = on;

-- Create index app.t_c_a_idx while others read and write the table.
create index concurrently t_c_a_idx on app.t (c desc nulls last, a) where b <> 'it''s';

reset standard_conforming_strings;
reset search_path;
reset statement_timeout;
reset lock_timeout;

-- step 4: no transaction, lock_timeout 0, statement_timeout 0
-- done when: select indisvalid from pg_catalog.pg_index where indexrelid = pg_catalog.to_regclass('app.t_lower_coalesce_idx') and indrelid = pg_catalog.to_regclass('app.t')
-- cleanup: drop index concurrently app.t_lower_coalesce_idx
set lock_timeout = 0;
set statement_timeout = 0;
set search_path = pg_catalog, public;
set standard_conforming_strings = on;

-- Create index app.t_lower_coalesce_idx while others read and write the table.
create index concurrently t_lower_coalesce_idx on app.t ((lower(a)), (coalesce(c, 0)) desc);

reset standard_conforming_strings;
reset search_path;
reset statement_timeout;
reset lock_timeout;

-- step 5: no transaction, lock_timeout 0, statement_timeout 0
-- done when: select indisvalid from pg_catalog.pg_index where indexrelid = pg_catalog.to_regclass('app.t_odd_idx') and indrelid = pg_catalog.to_regclass('app.t')
-- cleanup: drop index concurrently app.t_odd_idx
set lock_timeout = 0;
set statement_timeout = 0;
set search_path = pg_catalog, public;
set standard_conforming_strings = on;

-- Create index app.t_odd_idx while others read and write the table.
create index concurrently t_odd_idx on app.t (c nulls first, ((a || b)));

reset standard_conforming_strings;
reset search_path;
reset statement_timeout;
reset lock_timeout;

-- step 6: transaction, lock_timeout 5s, statement_timeout 1min
begin;
set local lock_timeout = '5s';
set local statement_timeout = '1min';
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Set the comment of index app.t_a_b_idx.
comment on index app.t_a_b_idx is 'Once {{ each }}.';

commit;

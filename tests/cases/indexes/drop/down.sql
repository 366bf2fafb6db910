-- label: exact
-- hazard: builds-index app.t.t_lower_idx
-- hazard: builds-index app.t.t_a_idx

-- step 1: undoes 2, no transaction, lock_timeout 0, statement_timeout 0
-- done when: select indisvalid from pg_catalog.pg_index where indexrelid = pg_catalog.to_regclass('app.t_lower_idx') and indrelid = pg_catalog.to_regclass('app.t')
-- cleanup: drop index concurrently app.t_lower_idx
set lock_timeout = 0;
set statement_timeout = 0;
set search_path = pg_catalog, public;
set standard_conforming_strings = on;

-- Create index app.t_lower_idx while others read and write the table.
create unique index concurrently t_lower_idx on app.t ((lower(a))) where b is not null;
comment on index app.t_lower_idx is 'Lower.';

reset standard_conforming_strings;
reset search_path;
reset statement_timeout;
reset lock_timeout;

-- step 2: undoes 1, no transaction, lock_timeout 0, statement_timeout 0
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

-- label: exact
-- hazard: builds-index app.b.b_a_id_idx

-- step 1: undoes 2, no transaction, lock_timeout 0, statement_timeout 0
-- done when: select pg_catalog.to_regclass('app.b_a_id_n_idx') is null
set lock_timeout = 0;
set statement_timeout = 0;
set search_path = pg_catalog, public;
set standard_conforming_strings = on;

-- Drop index app.b_a_id_n_idx while others read and write the table.
drop index concurrently app.b_a_id_n_idx;

reset standard_conforming_strings;
reset search_path;
reset statement_timeout;
reset lock_timeout;

-- step 2: undoes 1, no transaction, lock_timeout 0, statement_timeout 0
-- done when: select indisvalid from pg_catalog.pg_index where indexrelid = pg_catalog.to_regclass('app.b_a_id_idx') and indrelid = pg_catalog.to_regclass('app.b')
-- cleanup: drop index concurrently app.b_a_id_idx
set lock_timeout = 0;
set statement_timeout = 0;
set search_path = pg_catalog, public;
set standard_conforming_strings = on;

-- Create index app.b_a_id_idx while others read and write the table.
create index concurrently b_a_id_idx on app.b (a_id);

reset standard_conforming_strings;
reset search_path;
reset statement_timeout;
reset lock_timeout;

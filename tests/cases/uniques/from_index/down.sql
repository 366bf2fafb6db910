-- label: exact
-- hazard: builds-index app.t.t_a_key
-- hazard: scans-table app.u.u_a_fkey
-- hazard: blocks-writes app.u.u_a_fkey

-- step 1: undoes 6 5, transaction, lock_timeout 5s, statement_timeout 1min
begin;
set local lock_timeout = '5s';
set local statement_timeout = '1min';
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Drop foreign key app.u.u_a_fkey.
alter table app.u drop constraint u_a_fkey;

commit;

-- step 2: undoes 4 3, transaction, lock_timeout 5s, statement_timeout 1min
begin;
set local lock_timeout = '5s';
set local statement_timeout = '1min';
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;
set local client_min_messages = warning;

-- Drop unique constraint app.t.t_a_key.
alter table app.t drop constraint if exists t_a_key;
drop index if exists app.t_a_key;

commit;

-- step 3: undoes 2, no transaction, lock_timeout 0, statement_timeout 0
-- done when: select indisvalid from pg_catalog.pg_index where indexrelid = pg_catalog.to_regclass('app.t_a_key') and indrelid = pg_catalog.to_regclass('app.t')
-- cleanup: drop index concurrently app.t_a_key
set lock_timeout = 0;
set statement_timeout = 0;
set search_path = pg_catalog, public;
set standard_conforming_strings = on;

-- Create index app.t_a_key while others read and write the table.
create unique index concurrently t_a_key on app.t (a);

reset standard_conforming_strings;
reset search_path;
reset statement_timeout;
reset lock_timeout;

-- step 4: undoes 1, transaction, lock_timeout 5s, statement_timeout 0
begin;
set local lock_timeout = '5s';
set local statement_timeout = 0;
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Add foreign key app.u.u_a_fkey.
alter table app.u add constraint u_a_fkey foreign key (a) references app.t (a);

commit;

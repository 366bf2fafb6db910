-- hazard: builds-index app.b.b_x_y_idx
-- hazard: scans-table app.b.b_other_fkey
-- hazard: scans-table app.b.b_x_y_fkey

-- step 1: transaction, lock_timeout 5s, statement_timeout 1min
begin;
set local lock_timeout = '5s';
set local statement_timeout = '1min';
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Add foreign key app.b.b_other_fkey, for rows to come.
alter table app.b add constraint b_other_fkey foreign key (z, y) references app.a (x, y) not valid;
comment on constraint b_other_fkey on app.b is 'The other way.';

commit;

-- step 2: transaction, lock_timeout 5s, statement_timeout 1min
begin;
set local lock_timeout = '5s';
set local statement_timeout = '1min';
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Add foreign key app.b.b_x_y_fkey, for rows to come.
alter table app.b add constraint b_x_y_fkey foreign key (x, y) references app.a (x, y) not valid;

commit;

-- step 3: no transaction, lock_timeout 0, statement_timeout 0
-- done when: select indisvalid from pg_catalog.pg_index where indexrelid = pg_catalog.to_regclass('app.b_x_y_idx') and indrelid = pg_catalog.to_regclass('app.b')
-- cleanup: drop index concurrently app.b_x_y_idx
set lock_timeout = 0;
set statement_timeout = 0;
set search_path = pg_catalog, public;
set standard_conforming_strings = on;

-- Create index app.b_x_y_idx while others read and write the table.
create index concurrently b_x_y_idx on app.b (x, y);

reset standard_conforming_strings;
reset search_path;
reset statement_timeout;
reset lock_timeout;

-- step 4: transaction, lock_timeout 5s, statement_timeout 0
begin;
set local lock_timeout = '5s';
set local statement_timeout = 0;
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Validate foreign key app.b.b_other_fkey.
alter table app.b validate constraint b_other_fkey;

commit;

-- step 5: transaction, lock_timeout 5s, statement_timeout 0
begin;
set local lock_timeout = '5s';
set local statement_timeout = 0;
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Validate foreign key app.b.b_x_y_fkey.
alter table app.b validate constraint b_x_y_fkey;

commit;

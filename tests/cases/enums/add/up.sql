-- hazard: scans-table app.t.not_e
-- hazard: builds-index app.t.t_more_idx

-- step 1: transaction, lock_timeout 5s, statement_timeout 0
begin;
set local lock_timeout = '5s';
set local statement_timeout = 0;
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Add to enum app.mood: a, c, c2, e, f.
alter type app.mood add value 'a' before 'b';
alter type app.mood add value 'c' before 'd';
alter type app.mood add value 'c2' before 'd';
alter type app.mood add value 'e';
alter type app.mood add value 'f';

commit;

-- step 2: transaction, lock_timeout 5s, statement_timeout 1min
begin;
set local lock_timeout = '5s';
set local statement_timeout = '1min';
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Add column app.t.new.
alter table app.t add column new app.mood[] default array['a']::app.mood[] not null;

-- Set the default of column app.t.mood.
alter table app.t alter column mood set default 'c2';

-- Set the default of column app.t.more.
alter table app.t alter column more set default 'f';

-- Add check app.t.not_e, for rows to come.
alter table app.t add constraint not_e check (mood <> 'e') not valid;

commit;

-- step 3: transaction, lock_timeout 5s, statement_timeout 0
begin;
set local lock_timeout = '5s';
set local statement_timeout = 0;
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Validate check app.t.not_e.
alter table app.t validate constraint not_e;

commit;

-- step 4: no transaction, lock_timeout 0, statement_timeout 0
-- done when: select indisvalid from pg_catalog.pg_index where indexrelid = pg_catalog.to_regclass('app.t_more_idx') and indrelid = pg_catalog.to_regclass('app.t')
-- cleanup: drop index concurrently app.t_more_idx
set lock_timeout = 0;
set statement_timeout = 0;
set search_path = pg_catalog, public;
set standard_conforming_strings = on;

-- Create index app.t_more_idx while others read and write the table.
create index concurrently t_more_idx on app.t (more) where mood > 'c';

reset standard_conforming_strings;
reset search_path;
reset statement_timeout;
reset lock_timeout;

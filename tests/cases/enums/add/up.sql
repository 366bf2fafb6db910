-- hazard: scans-table app.t.not_e
-- hazard: blocks-reads app.t.not_e
-- hazard: builds-index app.t.t_more_idx
-- hazard: blocks-writes app.t.t_more_idx

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

-- step 2: transaction, lock_timeout 5s, statement_timeout 0
begin;
set local lock_timeout = '5s';
set local statement_timeout = 0;
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Add column app.t.new.
alter table app.t add column new app.mood[] default array['a']::app.mood[] not null;

-- Set the default of column app.t.mood.
alter table app.t alter column mood set default 'c2';

-- Set the default of column app.t.more.
alter table app.t alter column more set default 'f';

-- Add check app.t.not_e.
alter table app.t add constraint not_e check (mood <> 'e');

-- Create index app.t_more_idx.
create index t_more_idx on app.t (more) where mood > 'c';

commit;

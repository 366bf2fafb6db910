-- hazard: changes-access app.odd
-- hazard: changes-access app.off
-- hazard: changes-access app."on"

-- step 1: transaction, lock_timeout 5s, statement_timeout 0
begin;
set local lock_timeout = '5s';
set local statement_timeout = 0;
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Create table app.new.
create table app.new (
  id integer not null,
  constraint new_pkey primary key (id)
);
alter table app.new enable row level security;
alter table app.new force row level security;

commit;

-- step 2: transaction, lock_timeout 5s, statement_timeout 1min
begin;
set local lock_timeout = '5s';
set local statement_timeout = '1min';
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Change the row security of table app.odd.
alter table app.odd enable row level security;
alter table app.odd no force row level security;

commit;

-- step 3: transaction, lock_timeout 5s, statement_timeout 1min
begin;
set local lock_timeout = '5s';
set local statement_timeout = '1min';
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Change the row security of table app.off.
alter table app.off enable row level security;
alter table app.off force row level security;

commit;

-- step 4: transaction, lock_timeout 5s, statement_timeout 1min
begin;
set local lock_timeout = '5s';
set local statement_timeout = '1min';
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Change the row security of table app."on".
alter table app."on" disable row level security;

commit;

-- step 1: transaction, lock_timeout 5s, statement_timeout 0
begin;
set local lock_timeout = '5s';
set local statement_timeout = 0;
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Create enum app.mood.
create type app.mood as enum ('calm', 'it''s', 'say "hi"', 'back\slash');
comment on type app.mood is 'How one feels.';

commit;

-- step 2: transaction, lock_timeout 5s, statement_timeout 1min
begin;
set local lock_timeout = '5s';
set local statement_timeout = '1min';
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Add column app.t.mood.
alter table app.t add column mood app.mood default 'it''s' not null;

-- Add column app.t.moods.
alter table app.t add column moods app.mood[] default '{calm}' not null;

commit;

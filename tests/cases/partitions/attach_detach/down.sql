-- label: exact

-- step 1: undoes 4, transaction, lock_timeout 5s, statement_timeout 0
begin;
set local lock_timeout = '5s';
set local statement_timeout = 0;
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Rename foreign key app.events_2024.events_2024_who_fkey to events_who_fkey.
alter table app.events_2024 rename constraint events_2024_who_fkey to events_who_fkey;

commit;

-- step 2: undoes 3, transaction, lock_timeout 5s, statement_timeout 0
begin;
set local lock_timeout = '5s';
set local statement_timeout = 0;
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Detach partition app.alone from app.events.
alter table app.events detach partition app.alone;
alter table app.alone rename constraint alone_pkey to alone_key;
alter index app.alone_note_id_idx rename to own_note;

commit;

-- step 3: undoes 2, transaction, lock_timeout 5s, statement_timeout 0
begin;
set local lock_timeout = '5s';
set local statement_timeout = 0;
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Change which rows of app.events go to app.events_2023.
alter table app.events detach partition app.events_2023;
alter table app.events attach partition app.events_2023 for values from ('2023-01-01') to ('2024-01-01');

commit;

-- step 4: undoes 1, transaction, lock_timeout 5s, statement_timeout 0
begin;
set local lock_timeout = '5s';
set local statement_timeout = 0;
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Attach app.events_2024 as partition of app.events.
alter table app.events attach partition app.events_2024 for values from ('2024-01-01') to ('2025-01-01');

commit;

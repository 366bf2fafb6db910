-- label: exact
-- hazard: builds-index app.rooms.rooms_id_during_key
-- hazard: blocks-reads app.rooms.rooms_id_during_key
-- hazard: scans-table app.stays.stays_room_during_fkey
-- hazard: blocks-writes app.stays.stays_room_during_fkey

-- step 1: undoes 4 3, transaction, lock_timeout 5s, statement_timeout 1min
begin;
set local lock_timeout = '5s';
set local statement_timeout = '1min';
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Drop foreign key app.stays.stays_room_during_fkey.
alter table app.stays drop constraint stays_room_during_fkey;

commit;

-- step 2: undoes 2, transaction, lock_timeout 5s, statement_timeout 0
begin;
set local lock_timeout = '5s';
set local statement_timeout = 0;
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Drop primary key app.rooms.rooms_pkey.
alter table app.rooms drop constraint rooms_pkey;

-- Add unique constraint app.rooms.rooms_id_during_key.
alter table app.rooms add constraint rooms_id_during_key unique (id, during without overlaps);

commit;

-- step 3: undoes 1, transaction, lock_timeout 5s, statement_timeout 0
begin;
set local lock_timeout = '5s';
set local statement_timeout = 0;
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Add foreign key app.stays.stays_room_during_fkey.
alter table app.stays add constraint stays_room_during_fkey foreign key (room, period during) references app.rooms (id, period during);

commit;

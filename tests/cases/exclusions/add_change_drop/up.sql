-- hazard: builds-index app.bookings.no_overlap
-- hazard: blocks-reads app.bookings.no_overlap
-- hazard: builds-index app.bookings.same_label
-- hazard: blocks-reads app.bookings.same_label

-- step 1: transaction, lock_timeout 5s, statement_timeout 0
begin;
set local lock_timeout = '5s';
set local statement_timeout = 0;
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Drop exclusion constraint app.bookings.bookings_during_excl.
alter table app.bookings drop constraint bookings_during_excl;

-- Add column app.bookings.label.
alter table app.bookings add column label text default '' not null;

-- Add exclusion constraint app.bookings.no_overlap.
alter table app.bookings add constraint no_overlap exclude using gist (room with =, during with &&) where (active) deferrable;

-- Add exclusion constraint app.bookings.same_label.
alter table app.bookings add constraint same_label exclude using btree ((lower(label)) with =) with (fillfactor = '80');

commit;

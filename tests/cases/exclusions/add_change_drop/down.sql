-- label: exact
-- loses: ["app", "bookings", "label"]
-- hazard: deletes-data app.bookings.label
-- hazard: builds-index app.bookings.bookings_during_excl
-- hazard: blocks-reads app.bookings.bookings_during_excl

-- step 1: undoes 1, transaction, lock_timeout 5s, statement_timeout 0
begin;
set local lock_timeout = '5s';
set local statement_timeout = 0;
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Drop exclusion constraint app.bookings.same_label.
alter table app.bookings drop constraint same_label;

-- Drop exclusion constraint app.bookings.no_overlap.
alter table app.bookings drop constraint no_overlap;

-- Drop column app.bookings.label.
alter table app.bookings drop column label;

-- Add exclusion constraint app.bookings.bookings_during_excl.
alter table app.bookings add constraint bookings_during_excl exclude using gist (during with &&);
comment on constraint bookings_during_excl on app.bookings is 'One at a time.';

commit;

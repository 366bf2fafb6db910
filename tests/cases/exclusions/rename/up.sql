-- hazard: breaks-clients app.reservations
-- hazard: breaks-clients app.reservations.place

-- step 1: transaction, lock_timeout 5s, statement_timeout 1min
begin;
set local lock_timeout = '5s';
set local statement_timeout = '1min';
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Rename table app.bookings to app.reservations.
alter table app.bookings rename to reservations;
-- PostgreSQL 18 and later name not-null constraints
do $body$
declare
  found record;
begin
  for found in
    select constrained.conname as old, renamed.new
    from pg_constraint as constrained
    join (values ('bookings_room_not_null', 'reservations_room_not_null'), ('bookings_during_not_null', 'reservations_during_not_null')) as renamed (old, new) on constrained.conname = renamed.old
    where constrained.conrelid = 'app.reservations'::regclass and constrained.contype = 'n'
  loop
    execute format('alter table %s rename constraint %I to %I', 'app.reservations', found.old, found.new);
  end loop;
end
$body$;

-- Rename column app.reservations.room to place.
alter table app.reservations rename column room to place;
-- PostgreSQL 18 and later name not-null constraints
do $body$
declare
  found record;
begin
  for found in
    select constrained.conname as old, renamed.new
    from pg_constraint as constrained
    join (values ('reservations_room_not_null', 'reservations_place_not_null')) as renamed (old, new) on constrained.conname = renamed.old
    where constrained.conrelid = 'app.reservations'::regclass and constrained.contype = 'n'
  loop
    execute format('alter table %s rename constraint %I to %I', 'app.reservations', found.old, found.new);
  end loop;
end
$body$;

-- Rename exclusion constraint app.reservations.bookings_room_during_excl to reservations_place_during_excl.
alter table app.reservations rename constraint bookings_room_during_excl to reservations_place_during_excl;

commit;

-- label: exact
-- hazard: breaks-clients app.reservations.room
-- hazard: breaks-clients app.bookings

-- step 1: undoes 1, transaction, lock_timeout 5s, statement_timeout 1min
begin;
set local lock_timeout = '5s';
set local statement_timeout = '1min';
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Rename exclusion constraint app.reservations.reservations_place_during_excl to bookings_room_during_excl.
alter table app.reservations rename constraint reservations_place_during_excl to bookings_room_during_excl;

-- Rename column app.reservations.place to room.
alter table app.reservations rename column place to room;
-- PostgreSQL 18 and later name not-null constraints
do $body$
declare
  found record;
begin
  for found in
    select constrained.conname as old, renamed.new
    from pg_constraint as constrained
    join (values ('reservations_place_not_null', 'reservations_room_not_null')) as renamed (old, new) on constrained.conname = renamed.old
    where constrained.conrelid = 'app.reservations'::regclass and constrained.contype = 'n'
  loop
    execute format('alter table %s rename constraint %I to %I', 'app.reservations', found.old, found.new);
  end loop;
end
$body$;

-- Rename table app.reservations to app.bookings.
alter table app.reservations rename to bookings;
-- PostgreSQL 18 and later name not-null constraints
do $body$
declare
  found record;
begin
  for found in
    select constrained.conname as old, renamed.new
    from pg_constraint as constrained
    join (values ('reservations_room_not_null', 'bookings_room_not_null'), ('reservations_during_not_null', 'bookings_during_not_null')) as renamed (old, new) on constrained.conname = renamed.old
    where constrained.conrelid = 'app.bookings'::regclass and constrained.contype = 'n'
  loop
    execute format('alter table %s rename constraint %I to %I', 'app.bookings', found.old, found.new);
  end loop;
end
$body$;

commit;

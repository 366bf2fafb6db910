-- label: exact
-- loses: ["other", "cities_sub_small"]
-- loses: ["app", "mentions"]
-- loses: ["app", "measured_0"]
-- loses: ["app", "measured"]
-- loses: ["app", "events_rest"]
-- loses: ["app", "events_2025_0"]
-- loses: ["app", "events_2025"]
-- loses: ["app", "events_2024"]
-- loses: ["app", "events"]
-- loses: ["app", "kinds"]
-- loses: ["app", "hashed_1"]
-- loses: ["app", "hashed_0"]
-- loses: ["app", "hashed"]
-- loses: ["app", "cities_sub"]
-- loses: ["app", "cities_ab"]
-- loses: ["app", "cities"]
-- hazard: deletes-data other.cities_sub_small
-- hazard: deletes-data app.mentions
-- hazard: deletes-data app.measured_0
-- hazard: deletes-data app.measured
-- hazard: deletes-data app.events_rest
-- hazard: deletes-data app.events_2025_0
-- hazard: deletes-data app.events_2025
-- hazard: deletes-data app.events_2024
-- hazard: deletes-data app.events
-- hazard: deletes-data app.kinds
-- hazard: deletes-data app.hashed_1
-- hazard: deletes-data app.hashed_0
-- hazard: deletes-data app.hashed
-- hazard: deletes-data app.cities_sub
-- hazard: deletes-data app.cities_ab
-- hazard: deletes-data app.cities

-- step 1: undoes 1, transaction, lock_timeout 5s, statement_timeout 1min
begin;
set local lock_timeout = '5s';
set local statement_timeout = '1min';
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Drop index app.events_2025_late.
drop index app.events_2025_late;

-- Drop index app.events_region_idx.
drop index app.events_region_idx;

-- Drop index app.events_kind_idx.
drop index app.events_kind_idx;

-- Drop table other.cities_sub_small.
drop table other.cities_sub_small;

-- Drop index app.mentions_at_region_event_idx.
drop index app.mentions_at_region_event_idx;

-- Drop table app.mentions.
drop table app.mentions;

-- Drop table app.measured_0.
drop table app.measured_0;

-- Drop table app.measured.
drop table app.measured;

-- Drop table app.events_rest.
drop table app.events_rest;

-- Drop table app.events_2025_0.
drop table app.events_2025_0;

-- Drop table app.events_2025.
drop table app.events_2025;

-- Drop table app.events_2024.
drop table app.events_2024;

-- Drop table app.events.
drop table app.events;

-- Drop table app.kinds.
drop table app.kinds;

-- Drop table app.hashed_1.
drop table app.hashed_1;

-- Drop table app.hashed_0.
drop table app.hashed_0;

-- Drop table app.hashed.
drop table app.hashed;

-- Drop table app.cities_sub.
drop table app.cities_sub;

-- Drop table app.cities_ab.
drop table app.cities_ab;

-- Drop table app.cities.
drop table app.cities;

-- Drop namespace other.
drop schema other;

commit;

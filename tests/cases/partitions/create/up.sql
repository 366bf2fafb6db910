-- step 1: transaction, lock_timeout 5s, statement_timeout 0
begin;
set local lock_timeout = '5s';
set local statement_timeout = 0;
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Create namespace other.
create schema other;

-- Create table app.cities.
create table app.cities (
  name text not null,
  area integer not null
) partition by list ((upper(name)) collate "C" text_pattern_ops);

-- Create table app.cities_ab.
create table app.cities_ab partition of app.cities for values in ('A', 'B');

-- Create table app.cities_sub.
create table app.cities_sub partition of app.cities for values in (null, 'c;') partition by range (area, name);

-- Create table app.hashed.
create table app.hashed (
  id bigint not null,
  constraint hashed_pkey primary key (id)
) partition by hash (id);

-- Create table app.hashed_0.
create table app.hashed_0 partition of app.hashed for values with (modulus 2, remainder 0);

-- Create table app.hashed_1.
create table app.hashed_1 partition of app.hashed for values with (modulus 2, remainder 1);

-- Create table app.kinds.
create table app.kinds (
  id integer not null,
  constraint kinds_pkey primary key (id)
);

-- Create table app.events.
create table app.events (
  id bigint generated always as identity not null,
  region text not null,
  created_at timestamp with time zone not null,
  kind integer,
  constraint events_created_at_region_id_key unique (created_at, region, id),
  constraint events_region_check check (region <> ''),
  constraint events_kind_fkey foreign key (kind) references app.kinds (id)
) partition by range (created_at);

-- Create table app.events_2024.
create table app.events_2024 partition of app.events for values from ('2024-01-01 00:00:00+00') to ('2025-01-01 00:00:00+00');

-- Create table app.events_2025.
create table app.events_2025 partition of app.events (
  constraint events_2025_id_check check (id > 0)
) for values from ('2025-01-01 00:00:00+00') to (maxvalue) partition by hash (id, region);
comment on table app.events_2025 is 'Not in the default.';

-- Create table app.events_2025_0.
create unlogged table app.events_2025_0 partition of app.events_2025 for values with (modulus 1, remainder 0) with (fillfactor = '70');
comment on table app.events_2025_0 is 'Lost in a crash.';

-- Create table app.events_rest.
create table app.events_rest partition of app.events default;

-- Create table app.measured.
create table app.measured (
  id bigint not null,
  name text not null
) partition by hash (id, (lower(name)) collate "C");

-- Create table app.measured_0.
create table app.measured_0 partition of app.measured for values with (modulus 1, remainder 0);

-- Create table app.mentions.
create table app.mentions (
  id bigint not null,
  event bigint not null,
  at timestamp with time zone not null,
  region text not null,
  constraint mentions_pkey primary key (id),
  constraint mentions_at_region_event_fkey foreign key (at, region, event) references app.events (created_at, region, id)
);

-- Create index app.mentions_at_region_event_idx.
create index mentions_at_region_event_idx on app.mentions (at, region, event);

-- Create table other.cities_sub_small.
create table other.cities_sub_small partition of app.cities_sub for values from (minvalue, minvalue) to (10, 'm');

-- Create index app.events_kind_idx.
create index events_kind_idx on app.events (kind);

-- Create index app.events_region_idx.
create index events_region_idx on app.events (region);

-- Create index app.events_2025_late.
create index events_2025_late on app.events_2025 (region) where id > 10;

commit;

-- label: structure only
-- reason: what `fluxc roll` has detached or dropped of app.events meanwhile cannot come back
-- loses: ["app", "events", "more"]
-- hazard: deletes-data app.visits
-- hazard: deletes-data app.events.more

-- step 1: undoes 3, transaction, lock_timeout 5s, statement_timeout 1min
begin;
set local lock_timeout = '5s';
set local statement_timeout = '1min';
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Leave app.visits_2026, app.visits_2027 to the rule of app.visits: every week, 2 ahead, the last 8 kept, older ones dropped.

commit;

-- step 2: undoes 2, transaction, lock_timeout 5s, statement_timeout 1min
begin;
set local lock_timeout = '5s';
set local statement_timeout = '1min';
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Have `fluxc roll` make partitions of app.readings: every month, 3 ahead.

commit;

-- step 3: undoes 1, transaction, lock_timeout 5s, statement_timeout 1min
begin;
set local lock_timeout = '5s';
set local statement_timeout = '1min';
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Drop column app.events.more.
alter table app.events drop column more;

-- Have app.events the partitions app.events_2024, app.events_2025, app.events_2025_views, app.events_others, where they are not there.
do $body$
begin
  if pg_catalog.to_regclass('app.events_2024') is null then
create table app.events_2024 partition of app.events for values from ('2024-01-01 00:00:00+00') to ('2025-01-01 00:00:00+00');
  end if;
end
$body$;
do $body$
begin
  if pg_catalog.to_regclass('app.events_2025') is null then
create table app.events_2025 partition of app.events for values from ('2025-01-01 00:00:00+00') to ('2026-01-01 00:00:00+00') partition by list (kind);
create index events_2025_kind_at_idx on app.events_2025 (kind, at);
  end if;
end
$body$;
do $body$
begin
  if pg_catalog.to_regclass('app.events_2025_views') is null then
create table app.events_2025_views partition of app.events_2025 for values in ('view');
  end if;
end
$body$;
do $body$
begin
  if pg_catalog.to_regclass('app.events_others') is null then
create table app.events_others partition of app.events_2025 default;
  end if;
end
$body$;

commit;

-- hazard: deletes-data app.readings

-- step 1: transaction, lock_timeout 5s, statement_timeout 1min
begin;
set local lock_timeout = '5s';
set local statement_timeout = '1min';
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Leave app.events_2024, app.events_2025, app.events_2025_views, app.events_others to the rule of app.events: every quarter, 3 ahead, the last 12 kept, older ones detached.

-- Add column app.events.more.
alter table app.events add column more text;

commit;

-- step 2: transaction, lock_timeout 5s, statement_timeout 1min
begin;
set local lock_timeout = '5s';
set local statement_timeout = '1min';
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Have `fluxc roll` make partitions of app.readings: every day, 14 ahead, the last 90 kept, older ones dropped.

commit;

-- step 3: transaction, lock_timeout 5s, statement_timeout 1min
begin;
set local lock_timeout = '5s';
set local statement_timeout = '1min';
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Have app.visits the partitions app.visits_2026, app.visits_2027, where they are not there.
do $body$
begin
  if pg_catalog.to_regclass('app.visits_2026') is null then
create table app.visits_2026 partition of app.visits for values from ('2026-01-01') to ('2027-01-01');
  end if;
end
$body$;
do $body_$
begin
  if pg_catalog.to_regclass('app.visits_2027') is null then
create table app.visits_2027 partition of app.visits for values from ('2027-01-01') to ('2028-01-01');
comment on table app.visits_2027 is 'It''s $body$ of the year.';
create index visits_2027_kind_idx on app.visits_2027 (kind);
grant select on table app.visits_2027 to public;
  end if;
end
$body_$;

commit;

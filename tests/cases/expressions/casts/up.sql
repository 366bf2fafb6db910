-- hazard: scans-table app.t
-- hazard: builds-index app.t.t_odd_idx

-- step 1: transaction, lock_timeout 5s, statement_timeout 1min
begin;
set local lock_timeout = '5s';
set local statement_timeout = '1min';
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Add column app.t.quote.
alter table app.t add column quote text default 'it''s' not null;

-- Add column app.t.dollar.
alter table app.t add column dollar text default $$it's; -- no comment$$ not null;

-- Add column app.t.tagged.
alter table app.t add column tagged text default $a$ $$ $a$ not null;

-- Add column app.t.escape.
alter table app.t add column escape text default E'tab\there' not null;

-- Add column app.t.template.
alter table app.t add column template text default '{{ x }} {% raw %} {# #}' not null;

-- Add column app.t.percent.
alter table app.t add column percent text default '100 %s %% %(x)s' not null;

-- Add column app.t.short.
alter table app.t add column short app.mood default 'wild'::app.mood not null;

-- Add column app.t.qualified.
alter table app.t add column qualified app.mood default 'wild'::app.mood not null;

-- Add column app.t.casted.
alter table app.t add column casted text default cast('wild' as app.mood)::text not null;

-- Add column app.t."array".
alter table app.t add column "array" text[] default array['a', $$b$$] not null;

-- Add column app.t."json".
alter table app.t add column "json" jsonb default '{"a": "{{ x }}"}' not null;

-- Add column app.t."interval".
alter table app.t add column "interval" interval default interval '1 day 2 hours' not null;

-- Add column app.t.at.
alter table app.t add column at timestamp with time zone default ('2020-01-01 12:00+00'::timestamptz at time zone 'utc')::timestamp not null;

-- Add column app.t."case".
alter table app.t add column "case" text default case when 1 < 2 then 'a' else $$b$$ end not null;

-- Add check app.t.tame, for rows to come.
alter table app.t add constraint tame check (qualified <> 'calm'::app.mood or (short::text) ~ '^\w+$') not valid;

-- Add check app.t.words, for rows to come.
alter table app.t add constraint words check (quote similar to '%(a|b)%' or quote like '_%' escape '!') not valid;

commit;

-- step 2: transaction, lock_timeout 5s, statement_timeout 0
begin;
set local lock_timeout = '5s';
set local statement_timeout = 0;
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Check the rows of table app.t: tame, words.
alter table app.t validate constraint tame, validate constraint words;

commit;

-- step 3: no transaction, lock_timeout 0, statement_timeout 0
-- done when: select indisvalid from pg_catalog.pg_index where indexrelid = pg_catalog.to_regclass('app.t_odd_idx') and indrelid = pg_catalog.to_regclass('app.t')
-- cleanup: drop index concurrently app.t_odd_idx
set lock_timeout = 0;
set statement_timeout = 0;
set search_path = pg_catalog, public;
set standard_conforming_strings = on;

-- Create index app.t_odd_idx while others read and write the table.
create index concurrently t_odd_idx on app.t (((quote || dollar))) where qualified in ('calm', 'wild'::app.mood);

reset standard_conforming_strings;
reset search_path;
reset statement_timeout;
reset lock_timeout;

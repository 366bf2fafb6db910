-- hazard: scans-table app.t.tame
-- hazard: blocks-reads app.t.tame
-- hazard: scans-table app.t.words
-- hazard: blocks-reads app.t.words
-- hazard: builds-index app.t.t_odd_idx
-- hazard: blocks-writes app.t.t_odd_idx

-- step 1: transaction, lock_timeout 5s, statement_timeout 0
begin;
set local lock_timeout = '5s';
set local statement_timeout = 0;
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

-- Add check app.t.tame.
alter table app.t add constraint tame check (qualified <> 'calm'::app.mood or (short::text) ~ '^\w+$');

-- Add check app.t.words.
alter table app.t add constraint words check (quote similar to '%(a|b)%' or quote like '_%' escape '!');

-- Create index app.t_odd_idx.
create index t_odd_idx on app.t (((quote || dollar))) where qualified in ('calm', 'wild'::app.mood);

commit;

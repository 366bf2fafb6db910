-- phase: expand
-- hazard: needs-backfill app.goods."Price_new"
-- hazard: needs-backfill app.goods.data_new
-- hazard: needs-backfill app.goods.hue_new
-- hazard: needs-backfill app.goods.label_new
-- hazard: needs-backfill app.goods.weight_new
-- hazard: scans-table app.goods
-- hazard: builds-index app.goods.goods_by_price_new
-- hazard: builds-index app.goods.goods_label_key_new
-- hazard: builds-index app.goods.goods_label_key_old
-- hazard: builds-index app.goods.goods_weight_idx_new
-- hazard: scans-table app.goods."Price_new"
-- hazard: scans-table app.goods.data_new
-- hazard: scans-table app.goods.hue_new
-- hazard: scans-table app.goods.label_new
-- hazard: scans-table app.goods.weight_new
-- hazard: scans-table app.goods.priced

-- step 1: transaction, lock_timeout 5s, statement_timeout 0
begin;
set local lock_timeout = '5s';
set local statement_timeout = 0;
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;
set local check_function_bodies = off;

-- Create function app."zz_fluxc_goods_Price_new"().
create function app."zz_fluxc_goods_Price_new"()
  returns trigger
  language plpgsql
  as $body$
#variable_conflict use_column
begin
  if tg_op = 'UPDATE' and pg_catalog.current_setting('fluxc.filling', true) = 'app.goods."Price_new"' then
    new := old;
    new."Price_new" := new."Price";
    return new;
  end if;
  if tg_op = 'INSERT' then
    new."Price_new" := new."Price";
  elsif new."Price"::text collate "C" is distinct from old."Price"::text then
    new."Price_new" := new."Price";
  end if;
  return new;
end
$body$;

-- Create function app.zz_fluxc_goods_data_new().
create function app.zz_fluxc_goods_data_new()
  returns trigger
  language plpgsql
  as $body$
#variable_conflict use_column
begin
  if tg_op = 'UPDATE' and pg_catalog.current_setting('fluxc.filling', true) = 'app.goods.data_new' then
    new := old;
    new.data_new := new.data;
    return new;
  end if;
  if tg_op = 'INSERT' then
    new.data_new := new.data;
  elsif new.data::text collate "C" is distinct from old.data::text then
    new.data_new := new.data;
  end if;
  return new;
end
$body$;

-- Create function app.zz_fluxc_goods_hue_new().
create function app.zz_fluxc_goods_hue_new()
  returns trigger
  language plpgsql
  as $body$
#variable_conflict use_column
begin
  if tg_op = 'UPDATE' and pg_catalog.current_setting('fluxc.filling', true) = 'app.goods.hue_new' then
    new := old;
    new.hue_new := (select hue::app.colour from (select (new).*) as goods);
    return new;
  end if;
  if tg_op = 'INSERT' then
    new.hue_new := (select hue::app.colour from (select (new).*) as goods);
  elsif new.hue is distinct from old.hue then
    new.hue_new := (select hue::app.colour from (select (new).*) as goods);
  end if;
  return new;
end
$body$;

-- Create function app.zz_fluxc_goods_label_new().
create function app.zz_fluxc_goods_label_new()
  returns trigger
  language plpgsql
  as $body$
#variable_conflict use_column
begin
  if tg_op = 'UPDATE' and pg_catalog.current_setting('fluxc.filling', true) = 'app.goods.label_new' then
    new := old;
    new.label_new := new.label;
    return new;
  end if;
  if tg_op = 'INSERT' then
    new.label_new := new.label;
  elsif new.label is distinct from old.label then
    new.label_new := new.label;
  end if;
  return new;
end
$body$;

-- Create function app.zz_fluxc_goods_weight_new().
create function app.zz_fluxc_goods_weight_new()
  returns trigger
  language plpgsql
  as $body$
#variable_conflict use_column
begin
  if tg_op = 'UPDATE' and pg_catalog.current_setting('fluxc.filling', true) = 'app.goods.weight_new' then
    new := old;
    new.weight_new := (select coalesce(weight::integer, 0) from (select (new).*) as goods);
    return new;
  end if;
  if tg_op = 'INSERT' then
    new.weight_new := (select coalesce(weight::integer, 0) from (select (new).*) as goods);
  elsif new.weight is distinct from old.weight then
    new.weight_new := (select coalesce(weight::integer, 0) from (select (new).*) as goods);
  end if;
  return new;
end
$body$;

commit;

-- step 2: transaction, lock_timeout 5s, statement_timeout 1min
begin;
set local lock_timeout = '5s';
set local statement_timeout = '1min';
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Add column app.goods."Price_new".
alter table app.goods add column "Price_new" numeric(12,4);

-- Add column app.goods.data_new.
alter table app.goods add column data_new jsonb;
comment on column app.goods.data_new is 'What is known.';

-- Add column app.goods.hue_new.
alter table app.goods add column hue_new app.colour;

-- Add column app.goods.label_new.
alter table app.goods add column label_new character varying(20);

-- Add column app.goods.weight_new.
alter table app.goods add column weight_new integer;

-- Create trigger app.goods."zz_fluxc_goods_Price_new".
create trigger "zz_fluxc_goods_Price_new"
  before insert or update on app.goods
  for each row
  execute function app."zz_fluxc_goods_Price_new"();

-- Create trigger app.goods.zz_fluxc_goods_data_new.
create trigger zz_fluxc_goods_data_new
  before insert or update on app.goods
  for each row
  execute function app.zz_fluxc_goods_data_new();

-- Create trigger app.goods.zz_fluxc_goods_hue_new.
create trigger zz_fluxc_goods_hue_new
  before insert or update on app.goods
  for each row
  execute function app.zz_fluxc_goods_hue_new();

-- Create trigger app.goods.zz_fluxc_goods_label_new.
create trigger zz_fluxc_goods_label_new
  before insert or update on app.goods
  for each row
  execute function app.zz_fluxc_goods_label_new();

-- Create trigger app.goods.zz_fluxc_goods_weight_new.
create trigger zz_fluxc_goods_weight_new
  before insert or update on app.goods
  for each row
  execute function app.zz_fluxc_goods_weight_new();

commit;

-- step 3: no transaction, lock_timeout 0, statement_timeout 0
-- done when: select not exists (select from app.goods where "Price_new" is null and ("Price") is not null)
set lock_timeout = 0;
set statement_timeout = 0;
set search_path = pg_catalog, public;
set standard_conforming_strings = on;

-- Fill the nulls of column app.goods."Price_new", some pages at a time.
do $body$
-- app.goods."Price_new", where it is null
#variable_conflict use_column
<<fluxc>>
declare
  pages constant bigint := 100;
  page bigint := 0;
  last bigint := (
    select pg_catalog.max(pg_catalog.pg_relation_size(part)) / pg_catalog.current_setting('block_size')::bigint
    from (
      select 'app.goods'::regclass union all select relid from pg_catalog.pg_partition_tree('app.goods')
    ) as parts (part)
  );
begin
  while page <= last loop
    perform pg_catalog.set_config('fluxc.filling', 'app.goods."Price_new"', true);
    update app.goods set "Price_new" = "Price"
    where "Price_new" is null and ("Price") is not null
      and ctid >= pg_catalog.format('(%s,0)', fluxc.page)::pg_catalog.tid and ctid < pg_catalog.format('(%s,0)', fluxc.page + fluxc.pages)::pg_catalog.tid;
    commit;
    perform pg_catalog.pg_sleep(nullif(pg_catalog.current_setting('fluxc.pause', true), '')::double precision);
    page := page + pages;
  end loop;
end
$body$;

reset standard_conforming_strings;
reset search_path;
reset statement_timeout;
reset lock_timeout;

-- step 4: no transaction, lock_timeout 0, statement_timeout 0
-- done when: select not exists (select from app.goods where data_new is null and (data) is not null)
set lock_timeout = 0;
set statement_timeout = 0;
set search_path = pg_catalog, public;
set standard_conforming_strings = on;

-- Fill the nulls of column app.goods.data_new, some pages at a time.
do $body$
-- app.goods.data_new, where it is null
#variable_conflict use_column
<<fluxc>>
declare
  pages constant bigint := 100;
  page bigint := 0;
  last bigint := (
    select pg_catalog.max(pg_catalog.pg_relation_size(part)) / pg_catalog.current_setting('block_size')::bigint
    from (
      select 'app.goods'::regclass union all select relid from pg_catalog.pg_partition_tree('app.goods')
    ) as parts (part)
  );
begin
  while page <= last loop
    perform pg_catalog.set_config('fluxc.filling', 'app.goods.data_new', true);
    update app.goods set data_new = data
    where data_new is null and (data) is not null
      and ctid >= pg_catalog.format('(%s,0)', fluxc.page)::pg_catalog.tid and ctid < pg_catalog.format('(%s,0)', fluxc.page + fluxc.pages)::pg_catalog.tid;
    commit;
    perform pg_catalog.pg_sleep(nullif(pg_catalog.current_setting('fluxc.pause', true), '')::double precision);
    page := page + pages;
  end loop;
end
$body$;

reset standard_conforming_strings;
reset search_path;
reset statement_timeout;
reset lock_timeout;

-- step 5: no transaction, lock_timeout 0, statement_timeout 0
-- done when: select not exists (select from app.goods where hue_new is null and (hue::app.colour) is not null)
set lock_timeout = 0;
set statement_timeout = 0;
set search_path = pg_catalog, public;
set standard_conforming_strings = on;

-- Fill the nulls of column app.goods.hue_new, some pages at a time.
do $body$
-- app.goods.hue_new, where it is null
#variable_conflict use_column
<<fluxc>>
declare
  pages constant bigint := 100;
  page bigint := 0;
  last bigint := (
    select pg_catalog.max(pg_catalog.pg_relation_size(part)) / pg_catalog.current_setting('block_size')::bigint
    from (
      select 'app.goods'::regclass union all select relid from pg_catalog.pg_partition_tree('app.goods')
    ) as parts (part)
  );
begin
  while page <= last loop
    perform pg_catalog.set_config('fluxc.filling', 'app.goods.hue_new', true);
    update app.goods set hue_new = hue::app.colour
    where hue_new is null and (hue::app.colour) is not null
      and ctid >= pg_catalog.format('(%s,0)', fluxc.page)::pg_catalog.tid and ctid < pg_catalog.format('(%s,0)', fluxc.page + fluxc.pages)::pg_catalog.tid;
    commit;
    perform pg_catalog.pg_sleep(nullif(pg_catalog.current_setting('fluxc.pause', true), '')::double precision);
    page := page + pages;
  end loop;
end
$body$;

reset standard_conforming_strings;
reset search_path;
reset statement_timeout;
reset lock_timeout;

-- step 6: no transaction, lock_timeout 0, statement_timeout 0
-- done when: select not exists (select from app.goods where label_new is null and (label) is not null)
set lock_timeout = 0;
set statement_timeout = 0;
set search_path = pg_catalog, public;
set standard_conforming_strings = on;

-- Fill the nulls of column app.goods.label_new, some pages at a time.
do $body$
-- app.goods.label_new, where it is null
#variable_conflict use_column
<<fluxc>>
declare
  pages constant bigint := 100;
  page bigint := 0;
  last bigint := (
    select pg_catalog.max(pg_catalog.pg_relation_size(part)) / pg_catalog.current_setting('block_size')::bigint
    from (
      select 'app.goods'::regclass union all select relid from pg_catalog.pg_partition_tree('app.goods')
    ) as parts (part)
  );
begin
  while page <= last loop
    perform pg_catalog.set_config('fluxc.filling', 'app.goods.label_new', true);
    update app.goods set label_new = label
    where label_new is null and (label) is not null
      and ctid >= pg_catalog.format('(%s,0)', fluxc.page)::pg_catalog.tid and ctid < pg_catalog.format('(%s,0)', fluxc.page + fluxc.pages)::pg_catalog.tid;
    commit;
    perform pg_catalog.pg_sleep(nullif(pg_catalog.current_setting('fluxc.pause', true), '')::double precision);
    page := page + pages;
  end loop;
end
$body$;

reset standard_conforming_strings;
reset search_path;
reset statement_timeout;
reset lock_timeout;

-- step 7: no transaction, lock_timeout 0, statement_timeout 0
-- done when: select not exists (select from app.goods where weight_new is null and (coalesce(weight::integer, 0)) is not null)
set lock_timeout = 0;
set statement_timeout = 0;
set search_path = pg_catalog, public;
set standard_conforming_strings = on;

-- Fill the nulls of column app.goods.weight_new, some pages at a time.
do $body$
-- app.goods.weight_new, where it is null
#variable_conflict use_column
<<fluxc>>
declare
  pages constant bigint := 100;
  page bigint := 0;
  last bigint := (
    select pg_catalog.max(pg_catalog.pg_relation_size(part)) / pg_catalog.current_setting('block_size')::bigint
    from (
      select 'app.goods'::regclass union all select relid from pg_catalog.pg_partition_tree('app.goods')
    ) as parts (part)
  );
begin
  while page <= last loop
    perform pg_catalog.set_config('fluxc.filling', 'app.goods.weight_new', true);
    update app.goods set weight_new = coalesce(weight::integer, 0)
    where weight_new is null and (coalesce(weight::integer, 0)) is not null
      and ctid >= pg_catalog.format('(%s,0)', fluxc.page)::pg_catalog.tid and ctid < pg_catalog.format('(%s,0)', fluxc.page + fluxc.pages)::pg_catalog.tid;
    commit;
    perform pg_catalog.pg_sleep(nullif(pg_catalog.current_setting('fluxc.pause', true), '')::double precision);
    page := page + pages;
  end loop;
end
$body$;

reset standard_conforming_strings;
reset search_path;
reset statement_timeout;
reset lock_timeout;

-- step 8: transaction, lock_timeout 5s, statement_timeout 1min
begin;
set local lock_timeout = '5s';
set local statement_timeout = '1min';
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Refuse nulls in column app.goods."Price_new", of rows to come.
alter table app.goods add constraint "Price_new_not_null" check ("Price_new" is not null) not valid;

-- Refuse nulls in column app.goods.hue_new, of rows to come.
alter table app.goods add constraint hue_new_not_null check (hue_new is not null) not valid;

-- Refuse nulls in column app.goods.label_new, of rows to come.
alter table app.goods add constraint label_new_not_null check (label_new is not null) not valid;

-- Refuse nulls in column app.goods.weight_new, of rows to come.
alter table app.goods add constraint weight_new_not_null check (weight_new is not null) not valid;

commit;

-- step 9: transaction, lock_timeout 5s, statement_timeout 0
begin;
set local lock_timeout = '5s';
set local statement_timeout = 0;
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Check the rows of table app.goods: Price_new_not_null, hue_new_not_null, label_new_not_null, weight_new_not_null.
alter table app.goods validate constraint "Price_new_not_null", validate constraint hue_new_not_null, validate constraint label_new_not_null, validate constraint weight_new_not_null;

commit;

-- step 10: no transaction, lock_timeout 0, statement_timeout 0
-- done when: select indisvalid from pg_catalog.pg_index where indexrelid = pg_catalog.to_regclass('app.goods_by_price_new') and indrelid = pg_catalog.to_regclass('app.goods')
-- cleanup: drop index concurrently app.goods_by_price_new
set lock_timeout = 0;
set statement_timeout = 0;
set search_path = pg_catalog, public;
set standard_conforming_strings = on;

-- Create index app.goods_by_price_new while others read and write the table.
create index concurrently goods_by_price_new on app.goods (id, "Price_new" desc);

reset standard_conforming_strings;
reset search_path;
reset statement_timeout;
reset lock_timeout;

-- step 11: no transaction, lock_timeout 0, statement_timeout 0
-- done when: select indisvalid from pg_catalog.pg_index where indexrelid = pg_catalog.to_regclass('app.goods_label_key_new') and indrelid = pg_catalog.to_regclass('app.goods')
-- cleanup: drop index concurrently app.goods_label_key_new
set lock_timeout = 0;
set statement_timeout = 0;
set search_path = pg_catalog, public;
set standard_conforming_strings = on;

-- Create index app.goods_label_key_new while others read and write the table.
create unique index concurrently goods_label_key_new on app.goods (label_new);

reset standard_conforming_strings;
reset search_path;
reset statement_timeout;
reset lock_timeout;

-- step 12: no transaction, lock_timeout 0, statement_timeout 0
-- done when: select indisvalid from pg_catalog.pg_index where indexrelid = pg_catalog.to_regclass('app.goods_label_key_old') and indrelid = pg_catalog.to_regclass('app.goods')
-- cleanup: drop index concurrently app.goods_label_key_old
set lock_timeout = 0;
set statement_timeout = 0;
set search_path = pg_catalog, public;
set standard_conforming_strings = on;

-- Create index app.goods_label_key_old while others read and write the table.
create unique index concurrently goods_label_key_old on app.goods (label);

reset standard_conforming_strings;
reset search_path;
reset statement_timeout;
reset lock_timeout;

-- step 13: no transaction, lock_timeout 0, statement_timeout 0
-- done when: select indisvalid from pg_catalog.pg_index where indexrelid = pg_catalog.to_regclass('app.goods_weight_idx_new') and indrelid = pg_catalog.to_regclass('app.goods')
-- cleanup: drop index concurrently app.goods_weight_idx_new
set lock_timeout = 0;
set statement_timeout = 0;
set search_path = pg_catalog, public;
set standard_conforming_strings = on;

-- Create index app.goods_weight_idx_new while others read and write the table.
create index concurrently goods_weight_idx_new on app.goods (weight_new) where weight_new is not null;

reset standard_conforming_strings;
reset search_path;
reset statement_timeout;
reset lock_timeout;

-- step 14: transaction, lock_timeout 5s, statement_timeout 1min
begin;
set local lock_timeout = '5s';
set local statement_timeout = '1min';
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Refuse nulls in column app.goods."Price_new".
alter table app.goods alter column "Price_new" set not null;
alter table app.goods drop constraint "Price_new_not_null";

-- Refuse nulls in column app.goods.hue_new.
alter table app.goods alter column hue_new set not null;
alter table app.goods drop constraint hue_new_not_null;

-- Refuse nulls in column app.goods.label_new.
alter table app.goods alter column label_new set not null;
alter table app.goods drop constraint label_new_not_null;

-- Refuse nulls in column app.goods.weight_new.
alter table app.goods alter column weight_new set not null;
alter table app.goods drop constraint weight_new_not_null;

commit;

-- step 15: transaction, lock_timeout 5s, statement_timeout 0
begin;
set local lock_timeout = '5s';
set local statement_timeout = 0;
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Check that column app.goods."Price_new" is in step in every row.
do $body$
#variable_conflict use_column
begin
  if exists (select from app.goods where "Price_new"::text is distinct from ("Price"::numeric(12,4))::text collate "C") then
    raise exception using
      errcode = 'object_not_in_prerequisite_state',
      message = 'column app.goods."Price_new" is not in step with "Price"::numeric(12,4) in every row',
      hint = 'Find out who disabled its trigger, and set the rows right.';
  end if;
end
$body$;

commit;

-- step 16: transaction, lock_timeout 5s, statement_timeout 0
begin;
set local lock_timeout = '5s';
set local statement_timeout = 0;
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Check that column app.goods.data_new is in step in every row.
do $body$
#variable_conflict use_column
begin
  if exists (select from app.goods where data_new::text is distinct from (data::jsonb)::text collate "C") then
    raise exception using
      errcode = 'object_not_in_prerequisite_state',
      message = 'column app.goods.data_new is not in step with data::jsonb in every row',
      hint = 'Find out who disabled its trigger, and set the rows right.';
  end if;
end
$body$;

commit;

-- step 17: transaction, lock_timeout 5s, statement_timeout 0
begin;
set local lock_timeout = '5s';
set local statement_timeout = 0;
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Check that column app.goods.hue_new is in step in every row.
do $body$
#variable_conflict use_column
begin
  if exists (select from app.goods where hue_new::text is distinct from (hue::app.colour)::text collate "C") then
    raise exception using
      errcode = 'object_not_in_prerequisite_state',
      message = 'column app.goods.hue_new is not in step with hue::app.colour in every row',
      hint = 'Find out who disabled its trigger, and set the rows right.';
  end if;
end
$body$;

commit;

-- step 18: transaction, lock_timeout 5s, statement_timeout 0
begin;
set local lock_timeout = '5s';
set local statement_timeout = 0;
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Check that column app.goods.label_new is in step in every row.
do $body$
#variable_conflict use_column
begin
  if exists (select from app.goods where label_new::text is distinct from (label::character varying(20))::text collate "C") then
    raise exception using
      errcode = 'object_not_in_prerequisite_state',
      message = 'column app.goods.label_new is not in step with label::character varying(20) in every row',
      hint = 'Find out who disabled its trigger, and set the rows right.';
  end if;
end
$body$;

commit;

-- step 19: transaction, lock_timeout 5s, statement_timeout 0
begin;
set local lock_timeout = '5s';
set local statement_timeout = 0;
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Check that column app.goods.weight_new is in step in every row.
do $body$
#variable_conflict use_column
begin
  if exists (select from app.goods where weight_new::text is distinct from (coalesce(weight::integer, 0))::text collate "C") then
    raise exception using
      errcode = 'object_not_in_prerequisite_state',
      message = 'column app.goods.weight_new is not in step with coalesce(weight::integer, 0) in every row',
      hint = 'Find out who disabled its trigger, and set the rows right.';
  end if;
end
$body$;

commit;

-- step 20: transaction, lock_timeout 5s, statement_timeout 0
begin;
set local lock_timeout = '5s';
set local statement_timeout = 0;
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;
set local check_function_bodies = off;

-- Create function app."zz_fluxc_goods_Price_old"().
create function app."zz_fluxc_goods_Price_old"()
  returns trigger
  language plpgsql
  as $body$
#variable_conflict use_column
begin
  if tg_op = 'UPDATE' and pg_catalog.current_setting('fluxc.filling', true) = 'app.goods."Price_old"' then
    new := old;
    new."Price_old" := new."Price";
    return new;
  end if;
  if tg_op = 'INSERT' then
    new."Price_old" := new."Price";
  elsif new."Price"::text collate "C" is distinct from old."Price"::text then
    new."Price_old" := new."Price";
  end if;
  return new;
end
$body$;

-- Create function app.zz_fluxc_goods_data_old().
create function app.zz_fluxc_goods_data_old()
  returns trigger
  language plpgsql
  as $body$
#variable_conflict use_column
begin
  if tg_op = 'UPDATE' and pg_catalog.current_setting('fluxc.filling', true) = 'app.goods.data_old' then
    new := old;
    new.data_old := new.data;
    return new;
  end if;
  if tg_op = 'INSERT' then
    new.data_old := new.data;
  elsif new.data is distinct from old.data then
    new.data_old := new.data;
  end if;
  return new;
end
$body$;

-- Create function app.zz_fluxc_goods_hue_old().
create function app.zz_fluxc_goods_hue_old()
  returns trigger
  language plpgsql
  as $body$
#variable_conflict use_column
begin
  if tg_op = 'UPDATE' and pg_catalog.current_setting('fluxc.filling', true) = 'app.goods.hue_old' then
    new := old;
    new.hue_old := new.hue;
    return new;
  end if;
  if tg_op = 'INSERT' then
    new.hue_old := new.hue;
  elsif new.hue::text collate "C" is distinct from old.hue::text then
    new.hue_old := new.hue;
  end if;
  return new;
end
$body$;

-- Create function app.zz_fluxc_goods_label_old().
create function app.zz_fluxc_goods_label_old()
  returns trigger
  language plpgsql
  as $body$
#variable_conflict use_column
begin
  if tg_op = 'UPDATE' and pg_catalog.current_setting('fluxc.filling', true) = 'app.goods.label_old' then
    new := old;
    new.label_old := new.label;
    return new;
  end if;
  if tg_op = 'INSERT' then
    new.label_old := new.label;
  elsif new.label is distinct from old.label then
    new.label_old := new.label;
  end if;
  return new;
end
$body$;

-- Create function app.zz_fluxc_goods_weight_old().
create function app.zz_fluxc_goods_weight_old()
  returns trigger
  language plpgsql
  as $body$
#variable_conflict use_column
begin
  if tg_op = 'UPDATE' and pg_catalog.current_setting('fluxc.filling', true) = 'app.goods.weight_old' then
    new := old;
    new.weight_old := new.weight;
    return new;
  end if;
  if tg_op = 'INSERT' then
    new.weight_old := new.weight;
  elsif new.weight is distinct from old.weight then
    new.weight_old := new.weight;
  end if;
  return new;
end
$body$;

commit;

-- step 21: transaction, lock_timeout 5s, statement_timeout 1min
begin;
set local lock_timeout = '5s';
set local statement_timeout = '1min';
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Put columns of other types into the places of app.goods."Price" (numeric(8,2) to numeric(12,4)), app.goods.data (json to jsonb), app.goods.hue (text to app.colour), app.goods.label (text to character varying(20)), app.goods.weight (text to integer).
alter table app.goods drop constraint priced;
drop trigger "zz_fluxc_goods_Price_new" on app.goods;
drop trigger zz_fluxc_goods_data_new on app.goods;
drop trigger zz_fluxc_goods_hue_new on app.goods;
drop trigger zz_fluxc_goods_label_new on app.goods;
drop trigger zz_fluxc_goods_weight_new on app.goods;
alter table app.goods drop constraint goods_label_key;
alter table app.goods rename column "Price" to "Price_old";
alter table app.goods rename column "Price_new" to "Price";
alter table app.goods rename column data to data_old;
alter table app.goods rename column data_new to data;
alter table app.goods rename column hue to hue_old;
alter table app.goods rename column hue_new to hue;
alter table app.goods rename column label to label_old;
alter table app.goods rename column label_new to label;
alter table app.goods rename column weight to weight_old;
alter table app.goods rename column weight_new to weight;
-- PostgreSQL 18 and later name not-null constraints
do $body$
declare
  found record;
begin
  for found in
    select constrained.conname as old, renamed.new
    from pg_constraint as constrained
    join (values ('goods_Price_not_null', 'goods_Price_old_not_null')) as renamed (old, new) on constrained.conname = renamed.old
    where constrained.conrelid = 'app.goods'::regclass and constrained.contype = 'n'
  loop
    execute format('alter table %s rename constraint %I to %I', 'app.goods', found.old, found.new);
  end loop;
end
$body$;
-- PostgreSQL 18 and later name not-null constraints
do $body$
declare
  found record;
begin
  for found in
    select constrained.conname as old, renamed.new
    from pg_constraint as constrained
    join (values ('goods_Price_new_not_null', 'goods_Price_not_null')) as renamed (old, new) on constrained.conname = renamed.old
    where constrained.conrelid = 'app.goods'::regclass and constrained.contype = 'n'
  loop
    execute format('alter table %s rename constraint %I to %I', 'app.goods', found.old, found.new);
  end loop;
end
$body$;
-- PostgreSQL 18 and later name not-null constraints
do $body$
declare
  found record;
begin
  for found in
    select constrained.conname as old, renamed.new
    from pg_constraint as constrained
    join (values ('goods_hue_not_null', 'goods_hue_old_not_null')) as renamed (old, new) on constrained.conname = renamed.old
    where constrained.conrelid = 'app.goods'::regclass and constrained.contype = 'n'
  loop
    execute format('alter table %s rename constraint %I to %I', 'app.goods', found.old, found.new);
  end loop;
end
$body$;
-- PostgreSQL 18 and later name not-null constraints
do $body$
declare
  found record;
begin
  for found in
    select constrained.conname as old, renamed.new
    from pg_constraint as constrained
    join (values ('goods_hue_new_not_null', 'goods_hue_not_null')) as renamed (old, new) on constrained.conname = renamed.old
    where constrained.conrelid = 'app.goods'::regclass and constrained.contype = 'n'
  loop
    execute format('alter table %s rename constraint %I to %I', 'app.goods', found.old, found.new);
  end loop;
end
$body$;
-- PostgreSQL 18 and later name not-null constraints
do $body$
declare
  found record;
begin
  for found in
    select constrained.conname as old, renamed.new
    from pg_constraint as constrained
    join (values ('goods_label_not_null', 'goods_label_old_not_null')) as renamed (old, new) on constrained.conname = renamed.old
    where constrained.conrelid = 'app.goods'::regclass and constrained.contype = 'n'
  loop
    execute format('alter table %s rename constraint %I to %I', 'app.goods', found.old, found.new);
  end loop;
end
$body$;
-- PostgreSQL 18 and later name not-null constraints
do $body$
declare
  found record;
begin
  for found in
    select constrained.conname as old, renamed.new
    from pg_constraint as constrained
    join (values ('goods_label_new_not_null', 'goods_label_not_null')) as renamed (old, new) on constrained.conname = renamed.old
    where constrained.conrelid = 'app.goods'::regclass and constrained.contype = 'n'
  loop
    execute format('alter table %s rename constraint %I to %I', 'app.goods', found.old, found.new);
  end loop;
end
$body$;
-- PostgreSQL 18 and later name not-null constraints
do $body$
declare
  found record;
begin
  for found in
    select constrained.conname as old, renamed.new
    from pg_constraint as constrained
    join (values ('goods_weight_new_not_null', 'goods_weight_not_null')) as renamed (old, new) on constrained.conname = renamed.old
    where constrained.conrelid = 'app.goods'::regclass and constrained.contype = 'n'
  loop
    execute format('alter table %s rename constraint %I to %I', 'app.goods', found.old, found.new);
  end loop;
end
$body$;
alter index app.goods_weight_idx rename to goods_weight_idx_old;
alter index app.goods_weight_idx_new rename to goods_weight_idx;
alter index app.goods_by_price rename to goods_by_price_old;
alter index app.goods_by_price_new rename to goods_by_price;
alter table app.goods add constraint goods_label_key unique using index goods_label_key_new;
alter table app.goods alter column "Price_old" drop default;
alter table app.goods alter column "Price" set default 1;
alter table app.goods alter column hue_old drop default;
alter table app.goods alter column hue set default 'green';
alter table app.goods add constraint priced check ("Price" >= 0) not valid;
create trigger "zz_fluxc_goods_Price_old"
  before insert or update on app.goods
  for each row
  execute function app."zz_fluxc_goods_Price_old"();
create trigger zz_fluxc_goods_data_old
  before insert or update on app.goods
  for each row
  execute function app.zz_fluxc_goods_data_old();
create trigger zz_fluxc_goods_hue_old
  before insert or update on app.goods
  for each row
  execute function app.zz_fluxc_goods_hue_old();
create trigger zz_fluxc_goods_label_old
  before insert or update on app.goods
  for each row
  execute function app.zz_fluxc_goods_label_old();
create trigger zz_fluxc_goods_weight_old
  before insert or update on app.goods
  for each row
  execute function app.zz_fluxc_goods_weight_old();

commit;

-- step 22: transaction, lock_timeout 5s, statement_timeout 0
begin;
set local lock_timeout = '5s';
set local statement_timeout = 0;
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Drop function app."zz_fluxc_goods_Price_new"().
drop function app."zz_fluxc_goods_Price_new"();

-- Drop function app.zz_fluxc_goods_data_new().
drop function app.zz_fluxc_goods_data_new();

-- Drop function app.zz_fluxc_goods_hue_new().
drop function app.zz_fluxc_goods_hue_new();

-- Drop function app.zz_fluxc_goods_label_new().
drop function app.zz_fluxc_goods_label_new();

-- Drop function app.zz_fluxc_goods_weight_new().
drop function app.zz_fluxc_goods_weight_new();

commit;

-- step 23: transaction, lock_timeout 5s, statement_timeout 0
begin;
set local lock_timeout = '5s';
set local statement_timeout = 0;
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Validate check app.goods.priced.
alter table app.goods validate constraint priced;

commit;

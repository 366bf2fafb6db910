-- label: structure only
-- reason: the values of column app.goods."Price_old" cannot come back
-- reason: the values of column app.goods.data_old cannot come back
-- reason: the values of column app.goods.hue_old cannot come back
-- reason: the values of column app.goods.weight_old cannot come back
-- hazard: needs-backfill app.goods.weight_old
-- hazard: needs-backfill app.goods.label_old
-- hazard: scans-table app.goods.label_old
-- hazard: needs-backfill app.goods.hue_old
-- hazard: scans-table app.goods.hue_old
-- hazard: needs-backfill app.goods.data_old
-- hazard: needs-backfill app.goods."Price_old"
-- hazard: scans-table app.goods."Price_old"
-- hazard: builds-index app.goods.goods_weight_idx_old
-- hazard: builds-index app.goods.goods_label_key_old
-- hazard: builds-index app.goods.goods_by_price_old

-- step 1: undoes 13, transaction, lock_timeout 5s, statement_timeout 0
begin;
set local lock_timeout = '5s';
set local statement_timeout = 0;
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;
set local check_function_bodies = off;

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

commit;

-- step 2: undoes 12, transaction, lock_timeout 5s, statement_timeout 1min
begin;
set local lock_timeout = '5s';
set local statement_timeout = '1min';
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Add column app.goods.weight_old.
alter table app.goods add column weight_old text;

-- Add column app.goods.label_old.
alter table app.goods add column label_old text;

-- Add column app.goods.hue_old.
alter table app.goods add column hue_old text;

-- Add column app.goods.data_old.
alter table app.goods add column data_old json;

-- Add column app.goods."Price_old".
alter table app.goods add column "Price_old" numeric(8,2);

-- Create trigger app.goods.zz_fluxc_goods_weight_old.
create trigger zz_fluxc_goods_weight_old
  before insert or update on app.goods
  for each row
  execute function app.zz_fluxc_goods_weight_old();

-- Create trigger app.goods.zz_fluxc_goods_label_old.
create trigger zz_fluxc_goods_label_old
  before insert or update on app.goods
  for each row
  execute function app.zz_fluxc_goods_label_old();

-- Create trigger app.goods.zz_fluxc_goods_hue_old.
create trigger zz_fluxc_goods_hue_old
  before insert or update on app.goods
  for each row
  execute function app.zz_fluxc_goods_hue_old();

-- Create trigger app.goods.zz_fluxc_goods_data_old.
create trigger zz_fluxc_goods_data_old
  before insert or update on app.goods
  for each row
  execute function app.zz_fluxc_goods_data_old();

-- Create trigger app.goods."zz_fluxc_goods_Price_old".
create trigger "zz_fluxc_goods_Price_old"
  before insert or update on app.goods
  for each row
  execute function app."zz_fluxc_goods_Price_old"();

commit;

-- step 3: undoes 11, no transaction, lock_timeout 0, statement_timeout 0
-- done when: select not exists (select from app.goods where weight_old is null and (weight) is not null)
set lock_timeout = 0;
set statement_timeout = 0;
set search_path = pg_catalog, public;
set standard_conforming_strings = on;

-- Fill the nulls of column app.goods.weight_old, some pages at a time.
do $body$
-- app.goods.weight_old, where it is null
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
    perform pg_catalog.set_config('fluxc.filling', 'app.goods.weight_old', true);
    update app.goods set weight_old = weight
    where weight_old is null and (weight) is not null
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

-- step 4: undoes 10, no transaction, lock_timeout 0, statement_timeout 0
-- done when: select not exists (select from app.goods where label_old is null and (label) is not null)
set lock_timeout = 0;
set statement_timeout = 0;
set search_path = pg_catalog, public;
set standard_conforming_strings = on;

-- Fill the nulls of column app.goods.label_old, some pages at a time.
do $body$
-- app.goods.label_old, where it is null
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
    perform pg_catalog.set_config('fluxc.filling', 'app.goods.label_old', true);
    update app.goods set label_old = label
    where label_old is null and (label) is not null
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

-- step 5: undoes 9, no transaction, lock_timeout 5s, statement_timeout 1min
-- done when: select case when attnotnull then true when exists (select from pg_catalog.pg_constraint where conrelid = attrelid and conname = 'label_old_not_null') then false end from pg_catalog.pg_attribute where attrelid = pg_catalog.to_regclass('app.goods') and attname = 'label_old'
-- cleanup: set lock_timeout = '5s'; alter table app.goods drop constraint label_old_not_null; reset lock_timeout
set lock_timeout = '5s';
set statement_timeout = '1min';
set search_path = pg_catalog, public;
set standard_conforming_strings = on;

-- Refuse nulls in column app.goods.label_old while others read and write the table.
alter table app.goods add constraint label_old_not_null check (label_old is not null) not valid;
set statement_timeout = 0;
alter table app.goods validate constraint label_old_not_null;
set statement_timeout = '1min';
alter table app.goods alter column label_old set not null, drop constraint label_old_not_null;

reset standard_conforming_strings;
reset search_path;
reset statement_timeout;
reset lock_timeout;

-- step 6: undoes 8, no transaction, lock_timeout 0, statement_timeout 0
-- done when: select not exists (select from app.goods where hue_old is null and (hue) is not null)
set lock_timeout = 0;
set statement_timeout = 0;
set search_path = pg_catalog, public;
set standard_conforming_strings = on;

-- Fill the nulls of column app.goods.hue_old, some pages at a time.
do $body$
-- app.goods.hue_old, where it is null
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
    perform pg_catalog.set_config('fluxc.filling', 'app.goods.hue_old', true);
    update app.goods set hue_old = hue
    where hue_old is null and (hue) is not null
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

-- step 7: undoes 7, no transaction, lock_timeout 5s, statement_timeout 1min
-- done when: select case when attnotnull then true when exists (select from pg_catalog.pg_constraint where conrelid = attrelid and conname = 'hue_old_not_null') then false end from pg_catalog.pg_attribute where attrelid = pg_catalog.to_regclass('app.goods') and attname = 'hue_old'
-- cleanup: set lock_timeout = '5s'; alter table app.goods drop constraint hue_old_not_null; reset lock_timeout
set lock_timeout = '5s';
set statement_timeout = '1min';
set search_path = pg_catalog, public;
set standard_conforming_strings = on;

-- Refuse nulls in column app.goods.hue_old while others read and write the table.
alter table app.goods add constraint hue_old_not_null check (hue_old is not null) not valid;
set statement_timeout = 0;
alter table app.goods validate constraint hue_old_not_null;
set statement_timeout = '1min';
alter table app.goods alter column hue_old set not null, drop constraint hue_old_not_null;

reset standard_conforming_strings;
reset search_path;
reset statement_timeout;
reset lock_timeout;

-- step 8: undoes 6, no transaction, lock_timeout 0, statement_timeout 0
-- done when: select not exists (select from app.goods where data_old is null and (data) is not null)
set lock_timeout = 0;
set statement_timeout = 0;
set search_path = pg_catalog, public;
set standard_conforming_strings = on;

-- Fill the nulls of column app.goods.data_old, some pages at a time.
do $body$
-- app.goods.data_old, where it is null
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
    perform pg_catalog.set_config('fluxc.filling', 'app.goods.data_old', true);
    update app.goods set data_old = data
    where data_old is null and (data) is not null
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

-- step 9: undoes 5, no transaction, lock_timeout 0, statement_timeout 0
-- done when: select not exists (select from app.goods where "Price_old" is null and ("Price") is not null)
set lock_timeout = 0;
set statement_timeout = 0;
set search_path = pg_catalog, public;
set standard_conforming_strings = on;

-- Fill the nulls of column app.goods."Price_old", some pages at a time.
do $body$
-- app.goods."Price_old", where it is null
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
    perform pg_catalog.set_config('fluxc.filling', 'app.goods."Price_old"', true);
    update app.goods set "Price_old" = "Price"
    where "Price_old" is null and ("Price") is not null
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

-- step 10: undoes 4, no transaction, lock_timeout 5s, statement_timeout 1min
-- done when: select case when attnotnull then true when exists (select from pg_catalog.pg_constraint where conrelid = attrelid and conname = 'Price_old_not_null') then false end from pg_catalog.pg_attribute where attrelid = pg_catalog.to_regclass('app.goods') and attname = 'Price_old'
-- cleanup: set lock_timeout = '5s'; alter table app.goods drop constraint "Price_old_not_null"; reset lock_timeout
set lock_timeout = '5s';
set statement_timeout = '1min';
set search_path = pg_catalog, public;
set standard_conforming_strings = on;

-- Refuse nulls in column app.goods."Price_old" while others read and write the table.
alter table app.goods add constraint "Price_old_not_null" check ("Price_old" is not null) not valid;
set statement_timeout = 0;
alter table app.goods validate constraint "Price_old_not_null";
set statement_timeout = '1min';
alter table app.goods alter column "Price_old" set not null, drop constraint "Price_old_not_null";

reset standard_conforming_strings;
reset search_path;
reset statement_timeout;
reset lock_timeout;

-- step 11: undoes 3, no transaction, lock_timeout 0, statement_timeout 0
-- done when: select indisvalid from pg_catalog.pg_index where indexrelid = pg_catalog.to_regclass('app.goods_weight_idx_old') and indrelid = pg_catalog.to_regclass('app.goods')
-- cleanup: drop index concurrently app.goods_weight_idx_old
set lock_timeout = 0;
set statement_timeout = 0;
set search_path = pg_catalog, public;
set standard_conforming_strings = on;

-- Create index app.goods_weight_idx_old while others read and write the table.
create index concurrently goods_weight_idx_old on app.goods (weight_old) where weight_old is not null;

reset standard_conforming_strings;
reset search_path;
reset statement_timeout;
reset lock_timeout;

-- step 12: undoes 2, no transaction, lock_timeout 0, statement_timeout 0
-- done when: select indisvalid from pg_catalog.pg_index where indexrelid = pg_catalog.to_regclass('app.goods_label_key_old') and indrelid = pg_catalog.to_regclass('app.goods')
-- cleanup: drop index concurrently app.goods_label_key_old
set lock_timeout = 0;
set statement_timeout = 0;
set search_path = pg_catalog, public;
set standard_conforming_strings = on;

-- Create index app.goods_label_key_old while others read and write the table.
create unique index concurrently goods_label_key_old on app.goods (label_old);

reset standard_conforming_strings;
reset search_path;
reset statement_timeout;
reset lock_timeout;

-- step 13: undoes 1, no transaction, lock_timeout 0, statement_timeout 0
-- done when: select indisvalid from pg_catalog.pg_index where indexrelid = pg_catalog.to_regclass('app.goods_by_price_old') and indrelid = pg_catalog.to_regclass('app.goods')
-- cleanup: drop index concurrently app.goods_by_price_old
set lock_timeout = 0;
set statement_timeout = 0;
set search_path = pg_catalog, public;
set standard_conforming_strings = on;

-- Create index app.goods_by_price_old while others read and write the table.
create index concurrently goods_by_price_old on app.goods (id, "Price_old" desc);

reset standard_conforming_strings;
reset search_path;
reset statement_timeout;
reset lock_timeout;

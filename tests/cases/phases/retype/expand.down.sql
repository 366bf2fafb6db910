-- label: exact
-- hazard: scans-table app.goods.priced

-- step 1: undoes 23 22, transaction, lock_timeout 5s, statement_timeout 0
begin;
set local lock_timeout = '5s';
set local statement_timeout = 0;
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;
set local check_function_bodies = off;

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

commit;

-- step 2: undoes 21, transaction, lock_timeout 5s, statement_timeout 1min
begin;
set local lock_timeout = '5s';
set local statement_timeout = '1min';
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Put columns of other types into the places of app.goods."Price" (numeric(12,4) to numeric(8,2)), app.goods.data (jsonb to json), app.goods.hue (app.colour to text), app.goods.label (character varying(20) to text), app.goods.weight (integer to text).
alter table app.goods drop constraint priced;
drop trigger "zz_fluxc_goods_Price_old" on app.goods;
drop trigger zz_fluxc_goods_data_old on app.goods;
drop trigger zz_fluxc_goods_hue_old on app.goods;
drop trigger zz_fluxc_goods_label_old on app.goods;
drop trigger zz_fluxc_goods_weight_old on app.goods;
alter table app.goods drop constraint goods_label_key;
alter table app.goods rename column "Price" to "Price_new";
alter table app.goods rename column "Price_old" to "Price";
alter table app.goods rename column data to data_new;
alter table app.goods rename column data_old to data;
alter table app.goods rename column hue to hue_new;
alter table app.goods rename column hue_old to hue;
alter table app.goods rename column label to label_new;
alter table app.goods rename column label_old to label;
alter table app.goods rename column weight to weight_new;
alter table app.goods rename column weight_old to weight;
-- PostgreSQL 18 and later name not-null constraints
do $body$
declare
  found record;
begin
  for found in
    select constrained.conname as old, renamed.new
    from pg_constraint as constrained
    join (values ('goods_Price_not_null', 'goods_Price_new_not_null')) as renamed (old, new) on constrained.conname = renamed.old
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
    join (values ('goods_Price_old_not_null', 'goods_Price_not_null')) as renamed (old, new) on constrained.conname = renamed.old
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
    join (values ('goods_hue_not_null', 'goods_hue_new_not_null')) as renamed (old, new) on constrained.conname = renamed.old
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
    join (values ('goods_hue_old_not_null', 'goods_hue_not_null')) as renamed (old, new) on constrained.conname = renamed.old
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
    join (values ('goods_label_not_null', 'goods_label_new_not_null')) as renamed (old, new) on constrained.conname = renamed.old
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
    join (values ('goods_label_old_not_null', 'goods_label_not_null')) as renamed (old, new) on constrained.conname = renamed.old
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
    join (values ('goods_weight_not_null', 'goods_weight_new_not_null')) as renamed (old, new) on constrained.conname = renamed.old
    where constrained.conrelid = 'app.goods'::regclass and constrained.contype = 'n'
  loop
    execute format('alter table %s rename constraint %I to %I', 'app.goods', found.old, found.new);
  end loop;
end
$body$;
alter index app.goods_weight_idx rename to goods_weight_idx_new;
alter index app.goods_weight_idx_old rename to goods_weight_idx;
alter index app.goods_by_price rename to goods_by_price_new;
alter index app.goods_by_price_old rename to goods_by_price;
alter table app.goods add constraint goods_label_key unique using index goods_label_key_old;
alter table app.goods alter column "Price_new" drop default;
alter table app.goods alter column "Price" set default 0;
alter table app.goods alter column hue_new drop default;
alter table app.goods alter column hue set default 'red';
alter table app.goods add constraint priced check ("Price" >= 0) not valid;
create trigger "zz_fluxc_goods_Price_new"
  before insert or update on app.goods
  for each row
  execute function app."zz_fluxc_goods_Price_new"();
create trigger zz_fluxc_goods_data_new
  before insert or update on app.goods
  for each row
  execute function app.zz_fluxc_goods_data_new();
create trigger zz_fluxc_goods_hue_new
  before insert or update on app.goods
  for each row
  execute function app.zz_fluxc_goods_hue_new();
create trigger zz_fluxc_goods_label_new
  before insert or update on app.goods
  for each row
  execute function app.zz_fluxc_goods_label_new();
create trigger zz_fluxc_goods_weight_new
  before insert or update on app.goods
  for each row
  execute function app.zz_fluxc_goods_weight_new();

commit;

-- step 3: undoes 20, transaction, lock_timeout 5s, statement_timeout 0
begin;
set local lock_timeout = '5s';
set local statement_timeout = 0;
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Drop function app.zz_fluxc_goods_weight_old().
drop function app.zz_fluxc_goods_weight_old();

-- Drop function app.zz_fluxc_goods_label_old().
drop function app.zz_fluxc_goods_label_old();

-- Drop function app.zz_fluxc_goods_hue_old().
drop function app.zz_fluxc_goods_hue_old();

-- Drop function app.zz_fluxc_goods_data_old().
drop function app.zz_fluxc_goods_data_old();

-- Drop function app."zz_fluxc_goods_Price_old"().
drop function app."zz_fluxc_goods_Price_old"();

commit;

-- step 4: undoes 19 18 17 16 15, transaction, lock_timeout 5s, statement_timeout 0
begin;
set local lock_timeout = '5s';
set local statement_timeout = 0;
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Validate check app.goods.priced.
alter table app.goods validate constraint priced;

commit;

-- step 5: undoes 14 13, no transaction, lock_timeout 0, statement_timeout 0
-- done when: select pg_catalog.to_regclass('app.goods_weight_idx_new') is null
set lock_timeout = 0;
set statement_timeout = 0;
set search_path = pg_catalog, public;
set standard_conforming_strings = on;

-- Drop index app.goods_weight_idx_new while others read and write the table.
drop index concurrently app.goods_weight_idx_new;

reset standard_conforming_strings;
reset search_path;
reset statement_timeout;
reset lock_timeout;

-- step 6: undoes 12, no transaction, lock_timeout 0, statement_timeout 0
-- done when: select pg_catalog.to_regclass('app.goods_label_key_old') is null
set lock_timeout = 0;
set statement_timeout = 0;
set search_path = pg_catalog, public;
set standard_conforming_strings = on;

-- Drop index app.goods_label_key_old while others read and write the table.
drop index concurrently if exists app.goods_label_key_old;

reset standard_conforming_strings;
reset search_path;
reset statement_timeout;
reset lock_timeout;

-- step 7: undoes 11, no transaction, lock_timeout 0, statement_timeout 0
-- done when: select pg_catalog.to_regclass('app.goods_label_key_new') is null
set lock_timeout = 0;
set statement_timeout = 0;
set search_path = pg_catalog, public;
set standard_conforming_strings = on;

-- Drop index app.goods_label_key_new while others read and write the table.
drop index concurrently if exists app.goods_label_key_new;

reset standard_conforming_strings;
reset search_path;
reset statement_timeout;
reset lock_timeout;

-- step 8: undoes 10, no transaction, lock_timeout 0, statement_timeout 0
-- done when: select pg_catalog.to_regclass('app.goods_by_price_new') is null
set lock_timeout = 0;
set statement_timeout = 0;
set search_path = pg_catalog, public;
set standard_conforming_strings = on;

-- Drop index app.goods_by_price_new while others read and write the table.
drop index concurrently app.goods_by_price_new;

reset standard_conforming_strings;
reset search_path;
reset statement_timeout;
reset lock_timeout;

-- step 9: undoes 9 8, transaction, lock_timeout 5s, statement_timeout 1min
begin;
set local lock_timeout = '5s';
set local statement_timeout = '1min';
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;
set local client_min_messages = warning;

-- Take nulls in column app.goods.weight_new.
alter table app.goods drop constraint if exists weight_new_not_null;
alter table app.goods alter column weight_new drop not null;

-- Take nulls in column app.goods.label_new.
alter table app.goods drop constraint if exists label_new_not_null;
alter table app.goods alter column label_new drop not null;

-- Take nulls in column app.goods.hue_new.
alter table app.goods drop constraint if exists hue_new_not_null;
alter table app.goods alter column hue_new drop not null;

-- Take nulls in column app.goods."Price_new".
alter table app.goods drop constraint if exists "Price_new_not_null";
alter table app.goods alter column "Price_new" drop not null;

commit;

-- step 10: undoes 7 6 5 4 3 2, transaction, lock_timeout 5s, statement_timeout 1min
begin;
set local lock_timeout = '5s';
set local statement_timeout = '1min';
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Drop trigger app.goods.zz_fluxc_goods_weight_new.
drop trigger zz_fluxc_goods_weight_new on app.goods;

-- Drop trigger app.goods.zz_fluxc_goods_label_new.
drop trigger zz_fluxc_goods_label_new on app.goods;

-- Drop trigger app.goods.zz_fluxc_goods_hue_new.
drop trigger zz_fluxc_goods_hue_new on app.goods;

-- Drop trigger app.goods.zz_fluxc_goods_data_new.
drop trigger zz_fluxc_goods_data_new on app.goods;

-- Drop trigger app.goods."zz_fluxc_goods_Price_new".
drop trigger "zz_fluxc_goods_Price_new" on app.goods;

-- Drop column app.goods.weight_new.
alter table app.goods drop column weight_new;

-- Drop column app.goods.label_new.
alter table app.goods drop column label_new;

-- Drop column app.goods.hue_new.
alter table app.goods drop column hue_new;

-- Drop column app.goods.data_new.
alter table app.goods drop column data_new;

-- Drop column app.goods."Price_new".
alter table app.goods drop column "Price_new";

commit;

-- step 11: undoes 1, transaction, lock_timeout 5s, statement_timeout 0
begin;
set local lock_timeout = '5s';
set local statement_timeout = 0;
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Drop function app.zz_fluxc_goods_weight_new().
drop function app.zz_fluxc_goods_weight_new();

-- Drop function app.zz_fluxc_goods_label_new().
drop function app.zz_fluxc_goods_label_new();

-- Drop function app.zz_fluxc_goods_hue_new().
drop function app.zz_fluxc_goods_hue_new();

-- Drop function app.zz_fluxc_goods_data_new().
drop function app.zz_fluxc_goods_data_new();

-- Drop function app."zz_fluxc_goods_Price_new"().
drop function app."zz_fluxc_goods_Price_new"();

commit;

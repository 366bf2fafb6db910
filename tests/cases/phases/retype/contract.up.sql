-- phase: contract
-- hazard: scans-table app.goods."Price_old"
-- hazard: scans-table app.goods.data_old
-- hazard: scans-table app.goods.hue_old
-- hazard: scans-table app.goods.label_old
-- hazard: scans-table app.goods.weight_old
-- hazard: deletes-data app.goods."Price_old"
-- hazard: deletes-data app.goods.data_old
-- hazard: deletes-data app.goods.hue_old
-- hazard: deletes-data app.goods.weight_old

-- step 1: no transaction, lock_timeout 0, statement_timeout 0
-- done when: select pg_catalog.to_regclass('app.goods_by_price_old') is null
set lock_timeout = 0;
set statement_timeout = 0;
set search_path = pg_catalog, public;
set standard_conforming_strings = on;

-- Drop index app.goods_by_price_old while others read and write the table.
drop index concurrently app.goods_by_price_old;

reset standard_conforming_strings;
reset search_path;
reset statement_timeout;
reset lock_timeout;

-- step 2: no transaction, lock_timeout 0, statement_timeout 0
-- done when: select pg_catalog.to_regclass('app.goods_label_key_old') is null
set lock_timeout = 0;
set statement_timeout = 0;
set search_path = pg_catalog, public;
set standard_conforming_strings = on;

-- Drop index app.goods_label_key_old while others read and write the table.
drop index concurrently app.goods_label_key_old;

reset standard_conforming_strings;
reset search_path;
reset statement_timeout;
reset lock_timeout;

-- step 3: no transaction, lock_timeout 0, statement_timeout 0
-- done when: select pg_catalog.to_regclass('app.goods_weight_idx_old') is null
set lock_timeout = 0;
set statement_timeout = 0;
set search_path = pg_catalog, public;
set standard_conforming_strings = on;

-- Drop index app.goods_weight_idx_old while others read and write the table.
drop index concurrently app.goods_weight_idx_old;

reset standard_conforming_strings;
reset search_path;
reset statement_timeout;
reset lock_timeout;

-- step 4: transaction, lock_timeout 5s, statement_timeout 1min
begin;
set local lock_timeout = '5s';
set local statement_timeout = '1min';
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Take nulls in column app.goods."Price_old".
alter table app.goods alter column "Price_old" drop not null;

commit;

-- step 5: transaction, lock_timeout 5s, statement_timeout 0
begin;
set local lock_timeout = '5s';
set local statement_timeout = 0;
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Check that column app.goods."Price_old" is in step in every row.
do $body$
#variable_conflict use_column
begin
  if exists (select from app.goods where "Price_old" is not null and ("Price") is null) then
    raise exception using
      errcode = 'object_not_in_prerequisite_state',
      message = 'column app.goods."Price_old" is not in step with "Price" in every row',
      hint = 'Find out who disabled its trigger, and set the rows right.';
  end if;
end
$body$;

commit;

-- step 6: transaction, lock_timeout 5s, statement_timeout 0
begin;
set local lock_timeout = '5s';
set local statement_timeout = 0;
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Check that column app.goods.data_old is in step in every row.
do $body$
#variable_conflict use_column
begin
  if exists (select from app.goods where data_old is not null and (data) is null) then
    raise exception using
      errcode = 'object_not_in_prerequisite_state',
      message = 'column app.goods.data_old is not in step with data in every row',
      hint = 'Find out who disabled its trigger, and set the rows right.';
  end if;
end
$body$;

commit;

-- step 7: transaction, lock_timeout 5s, statement_timeout 1min
begin;
set local lock_timeout = '5s';
set local statement_timeout = '1min';
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Take nulls in column app.goods.hue_old.
alter table app.goods alter column hue_old drop not null;

commit;

-- step 8: transaction, lock_timeout 5s, statement_timeout 0
begin;
set local lock_timeout = '5s';
set local statement_timeout = 0;
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Check that column app.goods.hue_old is in step in every row.
do $body$
#variable_conflict use_column
begin
  if exists (select from app.goods where hue_old is not null and (hue) is null) then
    raise exception using
      errcode = 'object_not_in_prerequisite_state',
      message = 'column app.goods.hue_old is not in step with hue in every row',
      hint = 'Find out who disabled its trigger, and set the rows right.';
  end if;
end
$body$;

commit;

-- step 9: transaction, lock_timeout 5s, statement_timeout 1min
begin;
set local lock_timeout = '5s';
set local statement_timeout = '1min';
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Take nulls in column app.goods.label_old.
alter table app.goods alter column label_old drop not null;

commit;

-- step 10: transaction, lock_timeout 5s, statement_timeout 0
begin;
set local lock_timeout = '5s';
set local statement_timeout = 0;
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Check that column app.goods.label_old is in step in every row.
do $body$
#variable_conflict use_column
begin
  if exists (select from app.goods where label_old::text is distinct from (label)::text collate "C") then
    raise exception using
      errcode = 'object_not_in_prerequisite_state',
      message = 'column app.goods.label_old is not in step with label in every row',
      hint = 'Find out who disabled its trigger, and set the rows right.';
  end if;
end
$body$;

commit;

-- step 11: transaction, lock_timeout 5s, statement_timeout 0
begin;
set local lock_timeout = '5s';
set local statement_timeout = 0;
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Check that column app.goods.weight_old is in step in every row.
do $body$
#variable_conflict use_column
begin
  if exists (select from app.goods where weight_old is not null and (weight) is null) then
    raise exception using
      errcode = 'object_not_in_prerequisite_state',
      message = 'column app.goods.weight_old is not in step with weight in every row',
      hint = 'Find out who disabled its trigger, and set the rows right.';
  end if;
end
$body$;

commit;

-- step 12: transaction, lock_timeout 5s, statement_timeout 1min
begin;
set local lock_timeout = '5s';
set local statement_timeout = '1min';
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Drop trigger app.goods."zz_fluxc_goods_Price_old".
drop trigger "zz_fluxc_goods_Price_old" on app.goods;

-- Drop trigger app.goods.zz_fluxc_goods_data_old.
drop trigger zz_fluxc_goods_data_old on app.goods;

-- Drop trigger app.goods.zz_fluxc_goods_hue_old.
drop trigger zz_fluxc_goods_hue_old on app.goods;

-- Drop trigger app.goods.zz_fluxc_goods_label_old.
drop trigger zz_fluxc_goods_label_old on app.goods;

-- Drop trigger app.goods.zz_fluxc_goods_weight_old.
drop trigger zz_fluxc_goods_weight_old on app.goods;

-- Drop column app.goods."Price_old".
alter table app.goods drop column "Price_old";

-- Drop column app.goods.data_old.
alter table app.goods drop column data_old;

-- Drop column app.goods.hue_old.
alter table app.goods drop column hue_old;

-- Drop column app.goods.label_old.
alter table app.goods drop column label_old;

-- Drop column app.goods.weight_old.
alter table app.goods drop column weight_old;

commit;

-- step 13: transaction, lock_timeout 5s, statement_timeout 0
begin;
set local lock_timeout = '5s';
set local statement_timeout = 0;
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Drop function app."zz_fluxc_goods_Price_old"().
drop function app."zz_fluxc_goods_Price_old"();

-- Drop function app.zz_fluxc_goods_data_old().
drop function app.zz_fluxc_goods_data_old();

-- Drop function app.zz_fluxc_goods_hue_old().
drop function app.zz_fluxc_goods_hue_old();

-- Drop function app.zz_fluxc_goods_label_old().
drop function app.zz_fluxc_goods_label_old();

-- Drop function app.zz_fluxc_goods_weight_old().
drop function app.zz_fluxc_goods_weight_old();

commit;

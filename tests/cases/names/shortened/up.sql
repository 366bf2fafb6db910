-- hazard: needs-backfill app.a_table_whose_name_takes_all_of_the_sixty_three_bytes_there_are.counter_with_a_name_that_is_rather_long
-- hazard: scans-table app.a_table_whose_name_takes_all_of_the_sixty_three_bytes_there_are
-- hazard: builds-index app.a_table_whose_name_takes_all_of_the_sixty_three_bytes_there_are.a_table_whose_name_takes_all__a_column_with_a_name_that_is__key
-- hazard: builds-index app.a_table_whose_name_takes_all_of_the_sixty_three_bytes_there_are.a_table_whose_name_takes_all__another_column_with_a_name_th_idx
-- hazard: scans-table app.a_table_whose_name_takes_all_of_the_sixty_three_bytes_there_are.a_table_whose_name_takes_all__another_column_with_a_name_t_fkey

-- step 1: transaction, lock_timeout 5s, statement_timeout 0
begin;
set local lock_timeout = '5s';
set local statement_timeout = 0;
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Create table app."ümläüte_überäll_ünd_nöch_mehr_ümläüte".
create table app."ümläüte_überäll_ünd_nöch_mehr_ümläüte" (
  "größenördnüng_äller_dinge" integer generated always as identity not null,
  constraint "ümläüte_überäll_ünd_nö_größenördnüng_äller_ding_key" unique ("größenördnüng_äller_dinge")
);

-- Create index app."ümläüte_überäll_ünd_nöch_mehr_ümläüte_lower_idx".
create index "ümläüte_überäll_ünd_nöch_mehr_ümläüte_lower_idx" on app."ümläüte_überäll_ünd_nöch_mehr_ümläüte" ((lower("größenördnüng_äller_dinge"::text)));

commit;

-- step 2: transaction, lock_timeout 5s, statement_timeout 1min
begin;
set local lock_timeout = '5s';
set local statement_timeout = '1min';
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Add column app.a_table_whose_name_takes_all_of_the_sixty_three_bytes_there_are.a_column_with_a_name_that_is_very_long_as_well_and_more_and_mor.
alter table app.a_table_whose_name_takes_all_of_the_sixty_three_bytes_there_are add column a_column_with_a_name_that_is_very_long_as_well_and_more_and_mor integer;

-- Add column app.a_table_whose_name_takes_all_of_the_sixty_three_bytes_there_are.another_column_with_a_name_that_is_very_long_as_well_and_more.
alter table app.a_table_whose_name_takes_all_of_the_sixty_three_bytes_there_are add column another_column_with_a_name_that_is_very_long_as_well_and_more bigint;

-- Add column app.a_table_whose_name_takes_all_of_the_sixty_three_bytes_there_are.counter_with_a_name_that_is_rather_long.
alter table app.a_table_whose_name_takes_all_of_the_sixty_three_bytes_there_are add column counter_with_a_name_that_is_rather_long integer;
create sequence app.a_table_whose_name_takes_all__counter_with_a_name_that_is_r_seq as integer owned by app.a_table_whose_name_takes_all_of_the_sixty_three_bytes_there_are.counter_with_a_name_that_is_rather_long;
alter table app.a_table_whose_name_takes_all_of_the_sixty_three_bytes_there_are alter column counter_with_a_name_that_is_rather_long set default nextval('app.a_table_whose_name_takes_all__counter_with_a_name_that_is_r_seq');

commit;

-- step 3: no transaction, lock_timeout 0, statement_timeout 0
-- done when: select not exists (select from app.a_table_whose_name_takes_all_of_the_sixty_three_bytes_there_are where counter_with_a_name_that_is_rather_long is null)
set lock_timeout = 0;
set statement_timeout = 0;
set search_path = pg_catalog, public;
set standard_conforming_strings = on;

-- Fill the nulls of column app.a_table_whose_name_takes_all_of_the_sixty_three_bytes_there_are.counter_with_a_name_that_is_rather_long, some pages at a time.
do $body$
-- app.a_table_whose_name_takes_all_of_the_sixty_three_bytes_there_are.counter_with_a_name_that_is_rather_long, where it is null
#variable_conflict use_column
<<fluxc>>
declare
  pages constant bigint := 100;
  page bigint := 0;
  last bigint := (
    select pg_catalog.max(pg_catalog.pg_relation_size(part)) / pg_catalog.current_setting('block_size')::bigint
    from (
      select 'app.a_table_whose_name_takes_all_of_the_sixty_three_bytes_there_are'::regclass union all select relid from pg_catalog.pg_partition_tree('app.a_table_whose_name_takes_all_of_the_sixty_three_bytes_there_are')
    ) as parts (part)
  );
begin
  while page <= last loop
    update app.a_table_whose_name_takes_all_of_the_sixty_three_bytes_there_are set counter_with_a_name_that_is_rather_long = nextval('app.a_table_whose_name_takes_all__counter_with_a_name_that_is_r_seq')
    where counter_with_a_name_that_is_rather_long is null
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

-- step 4: transaction, lock_timeout 5s, statement_timeout 1min
begin;
set local lock_timeout = '5s';
set local statement_timeout = '1min';
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Refuse nulls in column app.a_table_whose_name_takes_all_of_the_sixty_three_bytes_there_are.counter_with_a_name_that_is_rather_long, of rows to come.
alter table app.a_table_whose_name_takes_all_of_the_sixty_three_bytes_there_are add constraint counter_with_a_name_that_is_rather_long_not_null check (counter_with_a_name_that_is_rather_long is not null) not valid;

-- Add check app.a_table_whose_name_takes_all_of_the_sixty_three_bytes_there_are.a_table_whose_name_takes_all_a_column_with_a_name_that_is_check, for rows to come.
alter table app.a_table_whose_name_takes_all_of_the_sixty_three_bytes_there_are add constraint a_table_whose_name_takes_all_a_column_with_a_name_that_is_check check (a_column_with_a_name_that_is_very_long_as_well_and_more_and_mor > 0) not valid;

commit;

-- step 5: transaction, lock_timeout 5s, statement_timeout 0
begin;
set local lock_timeout = '5s';
set local statement_timeout = 0;
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Check the rows of table app.a_table_whose_name_takes_all_of_the_sixty_three_bytes_there_are: counter_with_a_name_that_is_rather_long_not_null, a_table_whose_name_takes_all_a_column_with_a_name_that_is_check.
alter table app.a_table_whose_name_takes_all_of_the_sixty_three_bytes_there_are validate constraint counter_with_a_name_that_is_rather_long_not_null, validate constraint a_table_whose_name_takes_all_a_column_with_a_name_that_is_check;

commit;

-- step 6: no transaction, lock_timeout 0, statement_timeout 0
-- done when: select indisvalid from pg_catalog.pg_index where indexrelid = pg_catalog.to_regclass('app.a_table_whose_name_takes_all__a_column_with_a_name_that_is__key') and indrelid = pg_catalog.to_regclass('app.a_table_whose_name_takes_all_of_the_sixty_three_bytes_there_are')
-- cleanup: drop index concurrently app.a_table_whose_name_takes_all__a_column_with_a_name_that_is__key
set lock_timeout = 0;
set statement_timeout = 0;
set search_path = pg_catalog, public;
set standard_conforming_strings = on;

-- Build the index of unique constraint app.a_table_whose_name_takes_all_of_the_sixty_three_bytes_there_are.a_table_whose_name_takes_all__a_column_with_a_name_that_is__key while others read and write the table.
create unique index concurrently a_table_whose_name_takes_all__a_column_with_a_name_that_is__key on app.a_table_whose_name_takes_all_of_the_sixty_three_bytes_there_are (a_column_with_a_name_that_is_very_long_as_well_and_more_and_mor);

reset standard_conforming_strings;
reset search_path;
reset statement_timeout;
reset lock_timeout;

-- step 7: no transaction, lock_timeout 0, statement_timeout 0
-- done when: select indisvalid from pg_catalog.pg_index where indexrelid = pg_catalog.to_regclass('app.a_table_whose_name_takes_all__another_column_with_a_name_th_idx') and indrelid = pg_catalog.to_regclass('app.a_table_whose_name_takes_all_of_the_sixty_three_bytes_there_are')
-- cleanup: drop index concurrently app.a_table_whose_name_takes_all__another_column_with_a_name_th_idx
set lock_timeout = 0;
set statement_timeout = 0;
set search_path = pg_catalog, public;
set standard_conforming_strings = on;

-- Create index app.a_table_whose_name_takes_all__another_column_with_a_name_th_idx while others read and write the table.
create index concurrently a_table_whose_name_takes_all__another_column_with_a_name_th_idx on app.a_table_whose_name_takes_all_of_the_sixty_three_bytes_there_are (another_column_with_a_name_that_is_very_long_as_well_and_more);

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

-- Refuse nulls in column app.a_table_whose_name_takes_all_of_the_sixty_three_bytes_there_are.counter_with_a_name_that_is_rather_long.
alter table app.a_table_whose_name_takes_all_of_the_sixty_three_bytes_there_are alter column counter_with_a_name_that_is_rather_long set not null;
alter table app.a_table_whose_name_takes_all_of_the_sixty_three_bytes_there_are drop constraint counter_with_a_name_that_is_rather_long_not_null;

-- Add unique constraint app.a_table_whose_name_takes_all_of_the_sixty_three_bytes_there_are.a_table_whose_name_takes_all__a_column_with_a_name_that_is__key by its index.
alter table app.a_table_whose_name_takes_all_of_the_sixty_three_bytes_there_are add constraint a_table_whose_name_takes_all__a_column_with_a_name_that_is__key unique using index a_table_whose_name_takes_all__a_column_with_a_name_that_is__key;

-- Add foreign key app.a_table_whose_name_takes_all_of_the_sixty_three_bytes_there_are.a_table_whose_name_takes_all__another_column_with_a_name_t_fkey, for rows to come.
alter table app.a_table_whose_name_takes_all_of_the_sixty_three_bytes_there_are add constraint a_table_whose_name_takes_all__another_column_with_a_name_t_fkey foreign key (another_column_with_a_name_that_is_very_long_as_well_and_more) references app.a_table_whose_name_takes_all_of_the_sixty_three_bytes_there_are (id) not valid;

commit;

-- step 9: transaction, lock_timeout 5s, statement_timeout 0
begin;
set local lock_timeout = '5s';
set local statement_timeout = 0;
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Validate foreign key app.a_table_whose_name_takes_all_of_the_sixty_three_bytes_there_are.a_table_whose_name_takes_all__another_column_with_a_name_t_fkey.
alter table app.a_table_whose_name_takes_all_of_the_sixty_three_bytes_there_are validate constraint a_table_whose_name_takes_all__another_column_with_a_name_t_fkey;

commit;

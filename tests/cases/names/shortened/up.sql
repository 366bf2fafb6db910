-- hazard: rewrites-table app.a_table_whose_name_takes_all_of_the_sixty_three_bytes_there_are.counter_with_a_name_that_is_rather_long
-- hazard: blocks-reads app.a_table_whose_name_takes_all_of_the_sixty_three_bytes_there_are.counter_with_a_name_that_is_rather_long
-- hazard: scans-table app.a_table_whose_name_takes_all_of_the_sixty_three_bytes_there_are.a_table_whose_name_takes_all_a_column_with_a_name_that_is_check
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

-- step 2: transaction, lock_timeout 5s, statement_timeout 0
begin;
set local lock_timeout = '5s';
set local statement_timeout = 0;
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Add column app.a_table_whose_name_takes_all_of_the_sixty_three_bytes_there_are.a_column_with_a_name_that_is_very_long_as_well_and_more_and_mor.
alter table app.a_table_whose_name_takes_all_of_the_sixty_three_bytes_there_are add column a_column_with_a_name_that_is_very_long_as_well_and_more_and_mor integer;

-- Add column app.a_table_whose_name_takes_all_of_the_sixty_three_bytes_there_are.another_column_with_a_name_that_is_very_long_as_well_and_more.
alter table app.a_table_whose_name_takes_all_of_the_sixty_three_bytes_there_are add column another_column_with_a_name_that_is_very_long_as_well_and_more bigint;

-- Add column app.a_table_whose_name_takes_all_of_the_sixty_three_bytes_there_are.counter_with_a_name_that_is_rather_long.
alter table app.a_table_whose_name_takes_all_of_the_sixty_three_bytes_there_are add column counter_with_a_name_that_is_rather_long serial not null;

-- Add check app.a_table_whose_name_takes_all_of_the_sixty_three_bytes_there_are.a_table_whose_name_takes_all_a_column_with_a_name_that_is_check, for rows to come.
alter table app.a_table_whose_name_takes_all_of_the_sixty_three_bytes_there_are add constraint a_table_whose_name_takes_all_a_column_with_a_name_that_is_check check (a_column_with_a_name_that_is_very_long_as_well_and_more_and_mor > 0) not valid;

commit;

-- step 3: transaction, lock_timeout 5s, statement_timeout 0
begin;
set local lock_timeout = '5s';
set local statement_timeout = 0;
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Validate check app.a_table_whose_name_takes_all_of_the_sixty_three_bytes_there_are.a_table_whose_name_takes_all_a_column_with_a_name_that_is_check.
alter table app.a_table_whose_name_takes_all_of_the_sixty_three_bytes_there_are validate constraint a_table_whose_name_takes_all_a_column_with_a_name_that_is_check;

commit;

-- step 4: no transaction, lock_timeout 0, statement_timeout 0
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

-- step 5: no transaction, lock_timeout 0, statement_timeout 0
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

-- step 6: transaction, lock_timeout 5s, statement_timeout 1min
begin;
set local lock_timeout = '5s';
set local statement_timeout = '1min';
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Add unique constraint app.a_table_whose_name_takes_all_of_the_sixty_three_bytes_there_are.a_table_whose_name_takes_all__a_column_with_a_name_that_is__key by its index.
alter table app.a_table_whose_name_takes_all_of_the_sixty_three_bytes_there_are add constraint a_table_whose_name_takes_all__a_column_with_a_name_that_is__key unique using index a_table_whose_name_takes_all__a_column_with_a_name_that_is__key;

-- Add foreign key app.a_table_whose_name_takes_all_of_the_sixty_three_bytes_there_are.a_table_whose_name_takes_all__another_column_with_a_name_t_fkey, for rows to come.
alter table app.a_table_whose_name_takes_all_of_the_sixty_three_bytes_there_are add constraint a_table_whose_name_takes_all__another_column_with_a_name_t_fkey foreign key (another_column_with_a_name_that_is_very_long_as_well_and_more) references app.a_table_whose_name_takes_all_of_the_sixty_three_bytes_there_are (id) not valid;

commit;

-- step 7: transaction, lock_timeout 5s, statement_timeout 0
begin;
set local lock_timeout = '5s';
set local statement_timeout = 0;
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Validate foreign key app.a_table_whose_name_takes_all_of_the_sixty_three_bytes_there_are.a_table_whose_name_takes_all__another_column_with_a_name_t_fkey.
alter table app.a_table_whose_name_takes_all_of_the_sixty_three_bytes_there_are validate constraint a_table_whose_name_takes_all__another_column_with_a_name_t_fkey;

commit;

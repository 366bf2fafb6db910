-- label: exact
-- loses: ["app", "a_table_whose_name_takes_all_of_the_sixty_three_bytes_there_are", "counter_with_a_name_that_is_rather_long"]
-- loses: ["app", "a_table_whose_name_takes_all_of_the_sixty_three_bytes_there_are", "another_column_with_a_name_that_is_very_long_as_well_and_more"]
-- loses: ["app", "a_table_whose_name_takes_all_of_the_sixty_three_bytes_there_are", "a_column_with_a_name_that_is_very_long_as_well_and_more_and_mor"]
-- loses: ["app", "ümläüte_überäll_ünd_nöch_mehr_ümläüte"]
-- hazard: deletes-data app.a_table_whose_name_takes_all_of_the_sixty_three_bytes_there_are.counter_with_a_name_that_is_rather_long
-- hazard: deletes-data app.a_table_whose_name_takes_all_of_the_sixty_three_bytes_there_are.another_column_with_a_name_that_is_very_long_as_well_and_more
-- hazard: deletes-data app.a_table_whose_name_takes_all_of_the_sixty_three_bytes_there_are.a_column_with_a_name_that_is_very_long_as_well_and_more_and_mor
-- hazard: deletes-data app."ümläüte_überäll_ünd_nöch_mehr_ümläüte"

-- step 1: undoes 9 8, transaction, lock_timeout 5s, statement_timeout 1min
begin;
set local lock_timeout = '5s';
set local statement_timeout = '1min';
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Drop foreign key app.a_table_whose_name_takes_all_of_the_sixty_three_bytes_there_are.a_table_whose_name_takes_all__another_column_with_a_name_t_fkey.
alter table app.a_table_whose_name_takes_all_of_the_sixty_three_bytes_there_are drop constraint a_table_whose_name_takes_all__another_column_with_a_name_t_fkey;

commit;

-- step 2: undoes 7, no transaction, lock_timeout 0, statement_timeout 0
-- done when: select pg_catalog.to_regclass('app.a_table_whose_name_takes_all__another_column_with_a_name_th_idx') is null
set lock_timeout = 0;
set statement_timeout = 0;
set search_path = pg_catalog, public;
set standard_conforming_strings = on;

-- Drop index app.a_table_whose_name_takes_all__another_column_with_a_name_th_idx while others read and write the table.
drop index concurrently app.a_table_whose_name_takes_all__another_column_with_a_name_th_idx;

reset standard_conforming_strings;
reset search_path;
reset statement_timeout;
reset lock_timeout;

-- step 3: undoes 6, transaction, lock_timeout 5s, statement_timeout 1min
begin;
set local lock_timeout = '5s';
set local statement_timeout = '1min';
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;
set local client_min_messages = warning;

-- Drop unique constraint app.a_table_whose_name_takes_all_of_the_sixty_three_bytes_there_are.a_table_whose_name_takes_all__a_column_with_a_name_that_is__key.
alter table app.a_table_whose_name_takes_all_of_the_sixty_three_bytes_there_are drop constraint if exists a_table_whose_name_takes_all__a_column_with_a_name_that_is__key;
drop index if exists app.a_table_whose_name_takes_all__a_column_with_a_name_that_is__key;

commit;

-- step 4: undoes 5 4, transaction, lock_timeout 5s, statement_timeout 1min
begin;
set local lock_timeout = '5s';
set local statement_timeout = '1min';
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;
set local client_min_messages = warning;

-- Drop check app.a_table_whose_name_takes_all_of_the_sixty_three_bytes_there_are.a_table_whose_name_takes_all_a_column_with_a_name_that_is_check.
alter table app.a_table_whose_name_takes_all_of_the_sixty_three_bytes_there_are drop constraint a_table_whose_name_takes_all_a_column_with_a_name_that_is_check;

-- Take nulls in column app.a_table_whose_name_takes_all_of_the_sixty_three_bytes_there_are.counter_with_a_name_that_is_rather_long.
alter table app.a_table_whose_name_takes_all_of_the_sixty_three_bytes_there_are drop constraint if exists counter_with_a_name_that_is_rather_long_not_null;
alter table app.a_table_whose_name_takes_all_of_the_sixty_three_bytes_there_are alter column counter_with_a_name_that_is_rather_long drop not null;

commit;

-- step 5: undoes 3 2, transaction, lock_timeout 5s, statement_timeout 1min
begin;
set local lock_timeout = '5s';
set local statement_timeout = '1min';
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Drop column app.a_table_whose_name_takes_all_of_the_sixty_three_bytes_there_are.counter_with_a_name_that_is_rather_long.
alter table app.a_table_whose_name_takes_all_of_the_sixty_three_bytes_there_are drop column counter_with_a_name_that_is_rather_long;

-- Drop column app.a_table_whose_name_takes_all_of_the_sixty_three_bytes_there_are.another_column_with_a_name_that_is_very_long_as_well_and_more.
alter table app.a_table_whose_name_takes_all_of_the_sixty_three_bytes_there_are drop column another_column_with_a_name_that_is_very_long_as_well_and_more;

-- Drop column app.a_table_whose_name_takes_all_of_the_sixty_three_bytes_there_are.a_column_with_a_name_that_is_very_long_as_well_and_more_and_mor.
alter table app.a_table_whose_name_takes_all_of_the_sixty_three_bytes_there_are drop column a_column_with_a_name_that_is_very_long_as_well_and_more_and_mor;

commit;

-- step 6: undoes 1, transaction, lock_timeout 5s, statement_timeout 1min
begin;
set local lock_timeout = '5s';
set local statement_timeout = '1min';
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Drop index app."ümläüte_überäll_ünd_nöch_mehr_ümläüte_lower_idx".
drop index app."ümläüte_überäll_ünd_nöch_mehr_ümläüte_lower_idx";

-- Drop table app."ümläüte_überäll_ünd_nöch_mehr_ümläüte".
drop table app."ümläüte_überäll_ünd_nöch_mehr_ümläüte";

commit;

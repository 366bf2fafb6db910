-- label: exact
-- hazard: breaks-clients app.another_table_whose_name_is_rather_long_but_not_too_long.some_column_with_a_long_name
-- hazard: breaks-clients app.a_table_whose_name_is_rather_long_but_not_too_long

-- step 1: undoes 1, transaction, lock_timeout 5s, statement_timeout 1min
begin;
set local lock_timeout = '5s';
set local statement_timeout = '1min';
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Rename unique constraint app.another_table_whose_name_is_rather_long_but_not_too_long.another_table_whose_name_is_r_some_column_with_a_longer_nam_key to a_table_whose_name_is_rather_l_some_column_with_a_long_name_key.
alter table app.another_table_whose_name_is_rather_long_but_not_too_long rename constraint another_table_whose_name_is_r_some_column_with_a_longer_nam_key to a_table_whose_name_is_rather_l_some_column_with_a_long_name_key;

-- Rename index app.another_table_whose_name_is_r_other_some_column_with_a_long_idx to a_table_whose_name_is_rather__other_some_column_with_a_long_idx.
alter index app.another_table_whose_name_is_r_other_some_column_with_a_long_idx rename to a_table_whose_name_is_rather__other_some_column_with_a_long_idx;

-- Rename column app.another_table_whose_name_is_rather_long_but_not_too_long.some_column_with_a_longer_name to some_column_with_a_long_name.
alter table app.another_table_whose_name_is_rather_long_but_not_too_long rename column some_column_with_a_longer_name to some_column_with_a_long_name;
alter sequence app.another_table_whose_name_is_r_some_column_with_a_longer_nam_seq rename to another_table_whose_name_is_ra_some_column_with_a_long_name_seq;
-- PostgreSQL 18 and later name not-null constraints
do $body$
declare
  found record;
begin
  for found in
    select constrained.conname as old, renamed.new
    from pg_constraint as constrained
    join (values ('another_table_whose_name_is_some_column_with_a_longer__not_null', 'another_table_whose_name_is_some_column_with_a_long_na_not_null')) as renamed (old, new) on constrained.conname = renamed.old
    where constrained.conrelid = 'app.another_table_whose_name_is_rather_long_but_not_too_long'::regclass and constrained.contype = 'n'
  loop
    execute format('alter table %s rename constraint %I to %I', 'app.another_table_whose_name_is_rather_long_but_not_too_long', found.old, found.new);
  end loop;
end
$body$;

-- Rename table app.another_table_whose_name_is_rather_long_but_not_too_long to app.a_table_whose_name_is_rather_long_but_not_too_long.
alter table app.another_table_whose_name_is_rather_long_but_not_too_long rename to a_table_whose_name_is_rather_long_but_not_too_long;
alter sequence app.another_table_whose_name_is_ra_some_column_with_a_long_name_seq rename to a_table_whose_name_is_rather_l_some_column_with_a_long_name_seq;
-- PostgreSQL 18 and later name not-null constraints
do $body$
declare
  found record;
begin
  for found in
    select constrained.conname as old, renamed.new
    from pg_constraint as constrained
    join (values ('another_table_whose_name_is_some_column_with_a_long_na_not_null', 'a_table_whose_name_is_rathe_some_column_with_a_long_na_not_null'), ('another_table_whose_name_is_rather_long_but_not__other_not_null', 'a_table_whose_name_is_rather_long_but_not_too_lo_other_not_null')) as renamed (old, new) on constrained.conname = renamed.old
    where constrained.conrelid = 'app.a_table_whose_name_is_rather_long_but_not_too_long'::regclass and constrained.contype = 'n'
  loop
    execute format('alter table %s rename constraint %I to %I', 'app.a_table_whose_name_is_rather_long_but_not_too_long', found.old, found.new);
  end loop;
end
$body$;

commit;

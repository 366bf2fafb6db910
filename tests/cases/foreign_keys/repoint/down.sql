-- label: exact

-- step 1: undoes 2 1, no transaction, lock_timeout 5s, statement_timeout 1min
-- done when: select null::boolean
set lock_timeout = '5s';
set statement_timeout = '1min';
set search_path = pg_catalog, public;
set standard_conforming_strings = on;

-- Put foreign key app.c.c_ref_fkey back while others read and write the table.
alter table app.c drop constraint c_ref_fkey, add constraint c_ref_fkey foreign key (ref) references app.a (id) not valid;
alter table app.c validate constraint c_ref_fkey;

reset standard_conforming_strings;
reset search_path;
reset statement_timeout;
reset lock_timeout;

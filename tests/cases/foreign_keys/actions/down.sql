-- label: exact

-- step 1: undoes 8 7 6 5 4, no transaction, lock_timeout 5s, statement_timeout 1min
-- done when: select null::boolean
set lock_timeout = '5s';
set statement_timeout = '1min';
set search_path = pg_catalog, public;
set standard_conforming_strings = on;

-- Put foreign key app.b.b_z_fkey back while others read and write the table.
alter table app.b drop constraint b_z_fkey, add constraint b_z_fkey foreign key (z) references app.a (id) not valid;
alter table app.b validate constraint b_z_fkey;

reset standard_conforming_strings;
reset search_path;
reset statement_timeout;
reset lock_timeout;

-- step 2: undoes 3, no transaction, lock_timeout 5s, statement_timeout 1min
-- done when: select null::boolean
set lock_timeout = '5s';
set statement_timeout = '1min';
set search_path = pg_catalog, public;
set standard_conforming_strings = on;

-- Put foreign key app.b.b_y_fkey back while others read and write the table.
alter table app.b drop constraint b_y_fkey, add constraint b_y_fkey foreign key (y) references app.a (id) not valid;
alter table app.b validate constraint b_y_fkey;

reset standard_conforming_strings;
reset search_path;
reset statement_timeout;
reset lock_timeout;

-- step 3: undoes 2, no transaction, lock_timeout 5s, statement_timeout 1min
-- done when: select null::boolean
set lock_timeout = '5s';
set statement_timeout = '1min';
set search_path = pg_catalog, public;
set standard_conforming_strings = on;

-- Put foreign key app.b.b_x_fkey back while others read and write the table.
alter table app.b drop constraint b_x_fkey, add constraint b_x_fkey foreign key (x) references app.a (id) on delete cascade not valid;
alter table app.b validate constraint b_x_fkey;

reset standard_conforming_strings;
reset search_path;
reset statement_timeout;
reset lock_timeout;

-- step 4: undoes 1, no transaction, lock_timeout 5s, statement_timeout 1min
-- done when: select null::boolean
set lock_timeout = '5s';
set statement_timeout = '1min';
set search_path = pg_catalog, public;
set standard_conforming_strings = on;

-- Put foreign key app.b.b_w_fkey back while others read and write the table.
alter table app.b drop constraint b_w_fkey, add constraint b_w_fkey foreign key (w) references app.a (id) not valid;
alter table app.b validate constraint b_w_fkey;

reset standard_conforming_strings;
reset search_path;
reset statement_timeout;
reset lock_timeout;

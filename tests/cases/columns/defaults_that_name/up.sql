-- step 1: transaction, lock_timeout 5s, statement_timeout 0
begin;
set local lock_timeout = '5s';
set local statement_timeout = 0;
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Create table app.first.
create table app.first (
  id integer not null,
  of_table regclass not null,
  of_itself oid not null,
  of_view regclass,
  drawn integer not null,
  constraint first_pkey primary key (id)
);

commit;

-- step 2: transaction, lock_timeout 5s, statement_timeout 0
begin;
set local lock_timeout = '5s';
set local statement_timeout = 0;
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Set the default of column app.first.of_itself.
alter table app.first alter column of_itself set default 'app.first'::regclass::oid;

commit;

-- step 3: transaction, lock_timeout 5s, statement_timeout 0
begin;
set local lock_timeout = '5s';
set local statement_timeout = 0;
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Create table app.second.
create table app.second (
  id integer generated always as identity not null,
  first_id integer not null,
  constraint second_pkey primary key (id),
  constraint second_first_id_fkey foreign key (first_id) references app.first (id)
);

commit;

-- step 4: transaction, lock_timeout 5s, statement_timeout 0
begin;
set local lock_timeout = '5s';
set local statement_timeout = 0;
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Set the default of column app.first.drawn.
alter table app.first alter column drawn set default nextval('app.second_id_seq'::regclass);

-- Set the default of column app.first.of_table.
alter table app.first alter column of_table set default 'app.second';

commit;

-- step 5: transaction, lock_timeout 5s, statement_timeout 0
begin;
set local lock_timeout = '5s';
set local statement_timeout = 0;
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Create index app.second_first_id_idx.
create index second_first_id_idx on app.second (first_id);

-- Create view app.shown.
set local search_path = pg_catalog, app, public;
create view app.shown as
select id from first;
set local search_path = pg_catalog, public;

commit;

-- step 6: transaction, lock_timeout 5s, statement_timeout 0
begin;
set local lock_timeout = '5s';
set local statement_timeout = 0;
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Set the default of column app.first.of_view.
alter table app.first alter column of_view set default 'app.shown';

commit;

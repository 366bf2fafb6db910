-- step 1: transaction, lock_timeout 5s, statement_timeout 0
begin;
set local lock_timeout = '5s';
set local statement_timeout = 0;
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Create sequence app.codes.
create sequence app.codes;

-- Create sequence app.codes_before.
create sequence app.codes_before maxvalue 9 cycle;

-- Create sequence app.frees.
create sequence app.frees as integer;

-- Create sequence app.lines.
create sequence app.lines start with 100 increment by 10;
comment on sequence app.lines is 'Counts lines.';

-- Create sequence app.old_orders_id_seq.
create sequence app.old_orders_id_seq;

-- Create sequence app.orders_plain_seq.
create sequence app.orders_plain_seq as integer;

-- Create table app.copies.
create table app.copies (
  id bigint default nextval('app.old_orders_id_seq') not null,
  number integer default nextval('app.orders_plain_seq') not null,
  constraint copies_pkey primary key (id)
);

-- Create table app.orders.
create table app.orders (
  id bigint default nextval('app.old_orders_id_seq'::regclass) not null,
  line smallint default nextval('app.lines'::regclass) not null,
  plain integer default nextval('app.orders_plain_seq'::regclass) not null,
  code text default 'A' || nextval('app.codes')::text not null,
  free integer default nextval('app.frees'),
  constraint orders_pkey primary key (id)
);

-- Let sequence app.codes go with column app.orders.code.
alter sequence app.codes owned by app.orders.code;

-- Let sequence app.codes_before go with column app.orders.code.
alter sequence app.codes_before owned by app.orders.code;

-- Let sequence app.frees go with column app.orders.free.
alter sequence app.frees owned by app.orders.free;

-- Let sequence app.lines go with column app.orders.line.
alter sequence app.lines owned by app.orders.line;

-- Let sequence app.old_orders_id_seq go with column app.orders.id.
alter sequence app.old_orders_id_seq owned by app.orders.id;

-- Let sequence app.orders_plain_seq go with column app.orders.plain.
alter sequence app.orders_plain_seq owned by app.orders.plain;

-- Create table app.shared.
create table app.shared (
  id bigserial not null,
  other serial not null,
  constraint shared_pkey primary key (id),
  constraint shared_id_fkey foreign key (id) references app.orders (id),
  constraint shared_other_fkey foreign key (other) references app.orders (id)
);

-- Create index app.shared_other_idx.
create index shared_other_idx on app.shared (other);

commit;

-- step 1: transaction, lock_timeout 5s, statement_timeout 0
begin;
set local lock_timeout = '5s';
set local statement_timeout = 0;
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Create enum app.order_status.
create type app.order_status as enum ('new', 'paid', 'sent');

-- Create table app.customers.
create table app.customers (
  id bigint generated always as identity not null,
  email character varying(256) not null,
  name text not null,
  score numeric(12,2) default 0 not null,
  constraint customers_pkey primary key (id),
  constraint customers_email_key unique (email),
  constraint score_not_negative check (score >= 0)
);
comment on table app.customers is 'People who buy.';
comment on column app.customers.name is 'As the customer writes it.';

-- Create table app.orders.
create table app.orders (
  id bigint generated always as identity not null,
  customer_id bigint not null,
  status app.order_status default 'new' not null,
  placed_at timestamp with time zone default now() not null,
  tags text[] default '{}' not null,
  constraint orders_pkey primary key (id),
  constraint orders_customer_id_fkey foreign key (customer_id) references app.customers (id) on delete restrict
);

-- Create index app.orders_customer_id_idx.
create index orders_customer_id_idx on app.orders (customer_id);

-- Create index app.orders_placed_at_idx.
create index orders_placed_at_idx on app.orders (placed_at desc) where status <> 'sent';

-- Create index app.orders_status_word_idx.
create index orders_status_word_idx on app.orders ((lower(status::text)));
comment on index app.orders_status_word_idx is 'For the search.';

-- Create table app.order_lines.
create table app.order_lines (
  order_id bigint not null,
  line smallint not null,
  amount integer default 1 not null,
  constraint order_lines_pkey primary key (order_id, line),
  constraint order_lines_order_id_fkey foreign key (order_id) references app.orders (id) on delete cascade
);

commit;

-- step 2: transaction, lock_timeout 5s, statement_timeout 0
begin;
set local lock_timeout = '5s';
set local statement_timeout = 0;
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Set the comment of namespace app.
comment on schema app is 'A small shop.';

commit;

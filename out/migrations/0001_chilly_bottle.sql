-- fluxc migration 0001_chilly_bottle
-- id: 41e65459928a03be
-- parent: none
-- state: pending
-- target: 18
-- fluxc: 0.1.0
-- checksum: 5f98ba39b04094089091d27b42e83811094eca7b7ec26183887138c1d37b2a82

-- step 1: transaction, lock_timeout 5s, statement_timeout 0
begin;
set local lock_timeout = '5s';
set local statement_timeout = 0;
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Create extension btree_gist.
create extension btree_gist schema public;

commit;

-- step 2: transaction, lock_timeout 5s, statement_timeout 0
begin;
set local lock_timeout = '5s';
set local statement_timeout = 0;
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Create namespace blog.
create schema blog;
comment on schema blog is 'What people write, and what others say to it.';

-- Create namespace commerce.
create schema commerce;
comment on schema commerce is 'What is sold, to whom, and how it is paid.';

-- Create namespace identity.
create schema identity;
comment on schema identity is 'People, roles and what they may do.';

-- Create namespace ops.
create schema ops;
comment on schema ops is 'What happened, and what is to be done: for those who run the system.';

-- Create enum blog.post_status.
create type blog.post_status as enum ('draft', 'published', 'archived');
comment on type blog.post_status is 'How far a post is.';

-- Create enum commerce.order_status.
create type commerce.order_status as enum ('open', 'paid', 'sent', 'cancelled');

-- Create enum commerce.payment_method.
create type commerce.payment_method as enum ('card', 'transfer', 'cash');

-- Create enum ops.job_state.
create type ops.job_state as enum ('queued', 'running', 'done', 'failed');

-- Create table blog.tags.
create table blog.tags (
  id bigint generated always as identity not null,
  name character varying(50) not null,
  constraint tags_pkey primary key (id),
  constraint tags_name_key unique (name)
);
comment on table blog.tags is 'Words by which posts are found.';

-- Create table commerce.products.
create table commerce.products (
  id bigint generated always as identity not null,
  sku character varying(40) not null,
  name character varying(200) not null,
  price numeric(12,2) not null,
  stock integer default 0 not null,
  attributes jsonb default '{}' not null,
  created_at timestamp with time zone default now() not null,
  updated_at timestamp with time zone default now() not null,
  constraint products_pkey primary key (id),
  constraint products_sku_key unique (sku),
  constraint products_price_check check (price >= 0),
  constraint products_stock_check check (stock >= 0)
);
comment on table commerce.products is 'What is sold.';
comment on column commerce.products.sku is 'The number on the shelf.';
comment on column commerce.products.attributes is 'Whatever a product of its kind has: colour, size, weight.';

-- Create index commerce.products_attributes_idx.
create index products_attributes_idx on commerce.products using gin (attributes jsonb_path_ops);

-- Create table commerce.promotions.
create table commerce.promotions (
  id bigint generated always as identity not null,
  product_id bigint not null,
  discount numeric(5,2) not null,
  during daterange not null,
  constraint promotions_pkey primary key (id),
  constraint promotions_discount_check check (discount > 0 and discount <= 100),
  constraint promotions_product_id_fkey foreign key (product_id) references commerce.products (id) on delete cascade,
  constraint one_at_a_time exclude using gist (product_id with =, during with &&)
);
comment on table commerce.promotions is 'Periods in which a product costs less.';
comment on column commerce.promotions.discount is 'In per cent.';
comment on constraint one_at_a_time on commerce.promotions is 'A product has one promotion on a day at most.';

-- Create index commerce.promotions_product_id_idx.
create index promotions_product_id_idx on commerce.promotions (product_id);

-- Create table identity.permissions.
create table identity.permissions (
  id bigint generated always as identity not null,
  code character varying(64) not null,
  created_at timestamp with time zone default now() not null,
  updated_at timestamp with time zone default now() not null,
  constraint permissions_pkey primary key (id),
  constraint permissions_code_key unique (code)
);
comment on table identity.permissions is 'What a role may allow.';

-- Create table identity.roles.
create table identity.roles (
  id bigint generated always as identity not null,
  name character varying(64) not null,
  created_at timestamp with time zone default now() not null,
  updated_at timestamp with time zone default now() not null,
  constraint roles_pkey primary key (id),
  constraint roles_name_key unique (name)
);
comment on table identity.roles is 'Named sets of permissions.';

-- Create table identity.role_permissions.
create table identity.role_permissions (
  role_id bigint not null,
  permission_id bigint not null,
  constraint role_permissions_pkey primary key (role_id, permission_id),
  constraint role_permissions_role_id_fkey foreign key (role_id) references identity.roles (id) on delete cascade,
  constraint role_permissions_permission_id_fkey foreign key (permission_id) references identity.permissions (id) on delete cascade
);
comment on table identity.role_permissions is 'Which permissions a role gives.';

-- Create index identity.role_permissions_permission_id_idx.
create index role_permissions_permission_id_idx on identity.role_permissions (permission_id);

-- Create table identity.users.
create table identity.users (
  id bigint generated always as identity not null,
  code character varying(64) not null,
  name character varying(256) not null,
  username character varying(128) not null,
  email character varying(256),
  created_at timestamp with time zone default now() not null,
  updated_at timestamp with time zone default now() not null,
  constraint users_pkey primary key (id),
  constraint users_code_key unique (code)
);
comment on table identity.users is 'People who can sign in.';
comment on column identity.users.code is 'The subject that the identity provider knows the person by.';

-- Create table blog.posts.
create table blog.posts (
  id bigint generated always as identity not null,
  author_id bigint not null,
  slug character varying(120) not null,
  title character varying(200) not null,
  body text not null,
  status blog.post_status default 'draft' not null,
  published_at timestamp with time zone,
  search tsvector generated always as (setweight(to_tsvector('english', title), 'A') || to_tsvector('english', body)) stored not null,
  created_at timestamp with time zone default now() not null,
  updated_at timestamp with time zone default now() not null,
  constraint posts_pkey primary key (id),
  constraint posts_slug_key unique (slug),
  constraint posts_slug_check check (slug = lower(slug)),
  constraint posts_title_check check (length(title) >= 3),
  constraint published_has_a_time check (status <> 'published' or published_at is not null),
  constraint posts_author_id_fkey foreign key (author_id) references identity.users (id) on delete restrict
);
comment on table blog.posts is 'What people write.';
comment on column blog.posts.slug is 'How the address of the post ends.';
comment on column blog.posts.search is 'What a search looks at, the title first.';

-- Create index blog.posts_author_id_idx.
create index posts_author_id_idx on blog.posts (author_id);

-- Create index blog.posts_published_at_idx.
create index posts_published_at_idx on blog.posts (published_at desc) where status = 'published';

-- Create index blog.posts_search_idx.
create index posts_search_idx on blog.posts using gin (search);

-- Create table blog.comments.
create table blog.comments (
  id bigint generated always as identity not null,
  post_id bigint not null,
  parent_id bigint,
  author_id bigint,
  body text not null,
  created_at timestamp with time zone default now() not null,
  updated_at timestamp with time zone default now() not null,
  constraint comments_pkey primary key (id),
  constraint comments_body_check check (length(body) between 1 and 10000),
  constraint not_its_own_parent check (parent_id <> id),
  constraint comments_post_id_fkey foreign key (post_id) references blog.posts (id) on delete cascade,
  constraint comments_parent_id_fkey foreign key (parent_id) references blog.comments (id) on delete cascade,
  constraint comments_author_id_fkey foreign key (author_id) references identity.users (id) on delete set null
);
comment on table blog.comments is 'What people say to a post, and to each other.';

-- Create index blog.comments_author_id_idx.
create index comments_author_id_idx on blog.comments (author_id);

-- Create index blog.comments_parent_id_idx.
create index comments_parent_id_idx on blog.comments (parent_id);

-- Create index blog.comments_post_id_idx.
create index comments_post_id_idx on blog.comments (post_id);

-- Create table blog.post_tags.
create table blog.post_tags (
  post_id bigint not null,
  tag_id bigint not null,
  constraint post_tags_pkey primary key (post_id, tag_id),
  constraint post_tags_post_id_fkey foreign key (post_id) references blog.posts (id) on delete cascade,
  constraint post_tags_tag_id_fkey foreign key (tag_id) references blog.tags (id) on delete cascade
);
comment on table blog.post_tags is 'Which tags a post has.';

-- Create index blog.post_tags_tag_id_idx.
create index post_tags_tag_id_idx on blog.post_tags (tag_id);

-- Create table commerce.orders.
create table commerce.orders (
  id bigint generated always as identity not null,
  customer_id bigint not null,
  number character varying(20) not null,
  status commerce.order_status default 'open' not null,
  note text,
  created_at timestamp with time zone default now() not null,
  updated_at timestamp with time zone default now() not null,
  constraint orders_pkey primary key (id),
  constraint orders_number_key unique (number),
  constraint orders_customer_id_fkey foreign key (customer_id) references identity.users (id) on delete restrict
);
comment on table commerce.orders is 'What somebody wants to have.';

-- Create index commerce.orders_created_at_idx.
create index orders_created_at_idx on commerce.orders (created_at desc);

-- Create index commerce.orders_customer_id_idx.
create index orders_customer_id_idx on commerce.orders (customer_id);

-- Create index commerce.orders_one_open.
create unique index orders_one_open on commerce.orders (customer_id) where status = 'open';
comment on index commerce.orders_one_open is 'A customer has one open order at most.';

-- Create table commerce.order_items.
create table commerce.order_items (
  order_id bigint not null,
  line smallint not null,
  product_id bigint not null,
  quantity integer not null,
  unit_price numeric(12,2) not null,
  total numeric(14,2) generated always as (quantity * unit_price) stored not null,
  constraint order_items_pkey primary key (order_id, line),
  constraint order_items_line_check check (line > 0),
  constraint order_items_quantity_check check (quantity > 0),
  constraint order_items_unit_price_check check (unit_price >= 0),
  constraint order_items_order_id_fkey foreign key (order_id) references commerce.orders (id) on delete cascade,
  constraint order_items_product_id_fkey foreign key (product_id) references commerce.products (id) on delete restrict
);
comment on table commerce.order_items is 'The lines of an order.';

-- Create index commerce.order_items_product_id_idx.
create index order_items_product_id_idx on commerce.order_items (product_id);

-- Create table commerce.payments.
create table commerce.payments (
  id bigint generated always as identity not null,
  order_id bigint not null,
  method commerce.payment_method not null,
  reference character varying(100),
  paid_at timestamp with time zone default now() not null,
  amount numeric(12,2) not null,
  currency character(3) default 'EUR' not null,
  created_at timestamp with time zone default now() not null,
  updated_at timestamp with time zone default now() not null,
  constraint payments_pkey primary key (id),
  constraint payments_method_reference_key unique (method, reference),
  constraint something_was_paid check (amount > 0),
  constraint payments_order_id_fkey foreign key (order_id) references commerce.orders (id) on delete restrict
);
comment on table commerce.payments is 'What was paid for an order.';

-- Create index commerce.payments_order_id_idx.
create index payments_order_id_idx on commerce.payments (order_id);

-- Create table identity.user_roles.
create table identity.user_roles (
  user_id bigint not null,
  role_id bigint not null,
  constraint user_roles_pkey primary key (user_id, role_id),
  constraint user_roles_user_id_fkey foreign key (user_id) references identity.users (id) on delete cascade,
  constraint user_roles_role_id_fkey foreign key (role_id) references identity.roles (id) on delete cascade
);
comment on table identity.user_roles is 'Which roles a person has.';

-- Create index identity.user_roles_role_id_idx.
create index user_roles_role_id_idx on identity.user_roles (role_id);

-- Create table ops.audit_events.
create table ops.audit_events (
  id bigint generated always as identity not null,
  at timestamp with time zone default now() not null,
  actor_id bigint,
  action character varying(60) not null,
  object text not null,
  details jsonb default '{}' not null,
  address inet,
  constraint audit_events_pkey primary key (id),
  constraint audit_events_actor_id_fkey foreign key (actor_id) references identity.users (id) on delete set null
);
comment on table ops.audit_events is 'Who did what; rows are added and never changed.';
comment on column ops.audit_events.details is 'Before and after.';

-- Create index ops.audit_events_actor_id_idx.
create index audit_events_actor_id_idx on ops.audit_events (actor_id);

-- Create index ops.audit_events_at_idx.
create index audit_events_at_idx on ops.audit_events using brin (at);

-- Create table ops.jobs.
create table ops.jobs (
  id bigint generated always as identity not null,
  queue character varying(40) default 'default' not null,
  payload jsonb not null,
  state ops.job_state default 'queued' not null,
  run_at timestamp with time zone default now() not null,
  attempts smallint default 0 not null,
  error text,
  created_at timestamp with time zone default now() not null,
  updated_at timestamp with time zone default now() not null,
  constraint jobs_pkey primary key (id),
  constraint jobs_attempts_check check (attempts between 0 and 20)
) with (fillfactor = '80');
comment on table ops.jobs is 'Work that waits for a worker.';

-- Create index ops.jobs_queue_run_at_idx.
create index jobs_queue_run_at_idx on ops.jobs (queue, run_at) where state = 'queued';

commit;

-- delta
-- + namespace blog {"doc":"What people write, and what others say to it."}
-- + namespace commerce {"doc":"What is sold, to whom, and how it is paid."}
-- + namespace identity {"doc":"People, roles and what they may do."}
-- + namespace ops {"doc":"What happened, and what is to be done: for those who run the system."}
-- + extension btree_gist {}
-- + enum blog.post_status {"doc":"How far a post is.","values":["draft","published","archived"]}
-- + table blog.comments {"doc":"What people say to a post, and to each other."}
-- + column blog.comments.id {"type":"bigint","identity":"always"}
-- + column blog.comments.post_id {"type":"bigint"}
-- + column blog.comments.parent_id {"type":"bigint","nullable":true}
-- + column blog.comments.author_id {"type":"bigint","nullable":true}
-- + column blog.comments.body {"type":"text"}
-- + column blog.comments.created_at {"type":"timestamp with time zone","default":"now()"}
-- + column blog.comments.updated_at {"type":"timestamp with time zone","default":"now()"}
-- + primary_key blog.comments.comments_pkey {"columns":["id"]}
-- + check blog.comments.comments_body_check {"expression":"length(body) between 1 and 10000"}
-- + check blog.comments.not_its_own_parent {"expression":"parent_id <> id"}
-- + foreign_key blog.comments.comments_author_id_fkey {"columns":["author_id"],"target":["identity","users"],"target_columns":["id"],"on_delete":"set null"}
-- + foreign_key blog.comments.comments_parent_id_fkey {"columns":["parent_id"],"target":["blog","comments"],"target_columns":["id"],"on_delete":"cascade"}
-- + foreign_key blog.comments.comments_post_id_fkey {"columns":["post_id"],"target":["blog","posts"],"target_columns":["id"],"on_delete":"cascade"}
-- + index blog.comments.comments_author_id_idx {"parts":[{"column":"author_id"}]}
-- + index blog.comments.comments_parent_id_idx {"parts":[{"column":"parent_id"}]}
-- + index blog.comments.comments_post_id_idx {"parts":[{"column":"post_id"}]}
-- + table blog.post_tags {"doc":"Which tags a post has."}
-- + column blog.post_tags.post_id {"type":"bigint"}
-- + column blog.post_tags.tag_id {"type":"bigint"}
-- + primary_key blog.post_tags.post_tags_pkey {"columns":["post_id","tag_id"]}
-- + foreign_key blog.post_tags.post_tags_post_id_fkey {"columns":["post_id"],"target":["blog","posts"],"target_columns":["id"],"on_delete":"cascade"}
-- + foreign_key blog.post_tags.post_tags_tag_id_fkey {"columns":["tag_id"],"target":["blog","tags"],"target_columns":["id"],"on_delete":"cascade"}
-- + index blog.post_tags.post_tags_tag_id_idx {"parts":[{"column":"tag_id"}]}
-- + table blog.posts {"doc":"What people write."}
-- + column blog.posts.id {"type":"bigint","identity":"always"}
-- + column blog.posts.author_id {"type":"bigint"}
-- + column blog.posts.slug {"doc":"How the address of the post ends.","type":"character varying(120)"}
-- + column blog.posts.title {"type":"character varying(200)"}
-- + column blog.posts.body {"type":"text"}
-- + column blog.posts.status {"type":"blog.post_status","default":"'draft'"}
-- + column blog.posts.published_at {"type":"timestamp with time zone","nullable":true}
-- + column blog.posts.search {"doc":"What a search looks at, the title first.","type":"tsvector","generated":"setweight(to_tsvector('english', title), 'A') || to_tsvector('english', body)"}
-- + column blog.posts.created_at {"type":"timestamp with time zone","default":"now()"}
-- + column blog.posts.updated_at {"type":"timestamp with time zone","default":"now()"}
-- + primary_key blog.posts.posts_pkey {"columns":["id"]}
-- + unique blog.posts.posts_slug_key {"columns":["slug"]}
-- + check blog.posts.posts_slug_check {"expression":"slug = lower(slug)"}
-- + check blog.posts.posts_title_check {"expression":"length(title) >= 3"}
-- + check blog.posts.published_has_a_time {"expression":"status <> 'published' or published_at is not null"}
-- + foreign_key blog.posts.posts_author_id_fkey {"columns":["author_id"],"target":["identity","users"],"target_columns":["id"],"on_delete":"restrict"}
-- + index blog.posts.posts_author_id_idx {"parts":[{"column":"author_id"}]}
-- + index blog.posts.posts_published_at_idx {"parts":[{"column":"published_at","descending":true}],"where":"status = 'published'"}
-- + index blog.posts.posts_search_idx {"parts":[{"column":"search"}],"method":"gin"}
-- + table blog.tags {"doc":"Words by which posts are found."}
-- + column blog.tags.id {"type":"bigint","identity":"always"}
-- + column blog.tags.name {"type":"character varying(50)"}
-- + primary_key blog.tags.tags_pkey {"columns":["id"]}
-- + unique blog.tags.tags_name_key {"columns":["name"]}
-- + enum commerce.order_status {"values":["open","paid","sent","cancelled"]}
-- + enum commerce.payment_method {"values":["card","transfer","cash"]}
-- + table commerce.order_items {"doc":"The lines of an order."}
-- + column commerce.order_items.order_id {"type":"bigint"}
-- + column commerce.order_items.line {"type":"smallint"}
-- + column commerce.order_items.product_id {"type":"bigint"}
-- + column commerce.order_items.quantity {"type":"integer"}
-- + column commerce.order_items.unit_price {"type":"numeric(12,2)"}
-- + column commerce.order_items.total {"type":"numeric(14,2)","generated":"quantity * unit_price"}
-- + primary_key commerce.order_items.order_items_pkey {"columns":["order_id","line"]}
-- + check commerce.order_items.order_items_line_check {"expression":"line > 0"}
-- + check commerce.order_items.order_items_quantity_check {"expression":"quantity > 0"}
-- + check commerce.order_items.order_items_unit_price_check {"expression":"unit_price >= 0"}
-- + foreign_key commerce.order_items.order_items_order_id_fkey {"columns":["order_id"],"target":["commerce","orders"],"target_columns":["id"],"on_delete":"cascade"}
-- + foreign_key commerce.order_items.order_items_product_id_fkey {"columns":["product_id"],"target":["commerce","products"],"target_columns":["id"],"on_delete":"restrict"}
-- + index commerce.order_items.order_items_product_id_idx {"parts":[{"column":"product_id"}]}
-- + table commerce.orders {"doc":"What somebody wants to have."}
-- + column commerce.orders.id {"type":"bigint","identity":"always"}
-- + column commerce.orders.customer_id {"type":"bigint"}
-- + column commerce.orders.number {"type":"character varying(20)"}
-- + column commerce.orders.status {"type":"commerce.order_status","default":"'open'"}
-- + column commerce.orders.note {"type":"text","nullable":true}
-- + column commerce.orders.created_at {"type":"timestamp with time zone","default":"now()"}
-- + column commerce.orders.updated_at {"type":"timestamp with time zone","default":"now()"}
-- + primary_key commerce.orders.orders_pkey {"columns":["id"]}
-- + unique commerce.orders.orders_number_key {"columns":["number"]}
-- + foreign_key commerce.orders.orders_customer_id_fkey {"columns":["customer_id"],"target":["identity","users"],"target_columns":["id"],"on_delete":"restrict"}
-- + index commerce.orders.orders_created_at_idx {"parts":[{"column":"created_at","descending":true}]}
-- + index commerce.orders.orders_customer_id_idx {"parts":[{"column":"customer_id"}]}
-- + index commerce.orders.orders_one_open {"doc":"A customer has one open order at most.","parts":[{"column":"customer_id"}],"unique":true,"where":"status = 'open'"}
-- + table commerce.payments {"doc":"What was paid for an order."}
-- + column commerce.payments.id {"type":"bigint","identity":"always"}
-- + column commerce.payments.order_id {"type":"bigint"}
-- + column commerce.payments.method {"type":"commerce.payment_method"}
-- + column commerce.payments.reference {"type":"character varying(100)","nullable":true}
-- + column commerce.payments.paid_at {"type":"timestamp with time zone","default":"now()"}
-- + column commerce.payments.amount {"type":"numeric(12,2)"}
-- + column commerce.payments.currency {"type":"character(3)","default":"'EUR'"}
-- + column commerce.payments.created_at {"type":"timestamp with time zone","default":"now()"}
-- + column commerce.payments.updated_at {"type":"timestamp with time zone","default":"now()"}
-- + primary_key commerce.payments.payments_pkey {"columns":["id"]}
-- + unique commerce.payments.payments_method_reference_key {"columns":["method","reference"]}
-- + check commerce.payments.something_was_paid {"expression":"amount > 0"}
-- + foreign_key commerce.payments.payments_order_id_fkey {"columns":["order_id"],"target":["commerce","orders"],"target_columns":["id"],"on_delete":"restrict"}
-- + index commerce.payments.payments_order_id_idx {"parts":[{"column":"order_id"}]}
-- + table commerce.products {"doc":"What is sold."}
-- + column commerce.products.id {"type":"bigint","identity":"always"}
-- + column commerce.products.sku {"doc":"The number on the shelf.","type":"character varying(40)"}
-- + column commerce.products.name {"type":"character varying(200)"}
-- + column commerce.products.price {"type":"numeric(12,2)"}
-- + column commerce.products.stock {"type":"integer","default":"0"}
-- + column commerce.products.attributes {"doc":"Whatever a product of its kind has: colour, size, weight.","type":"jsonb","default":"'{}'"}
-- + column commerce.products.created_at {"type":"timestamp with time zone","default":"now()"}
-- + column commerce.products.updated_at {"type":"timestamp with time zone","default":"now()"}
-- + primary_key commerce.products.products_pkey {"columns":["id"]}
-- + unique commerce.products.products_sku_key {"columns":["sku"]}
-- + check commerce.products.products_price_check {"expression":"price >= 0"}
-- + check commerce.products.products_stock_check {"expression":"stock >= 0"}
-- + index commerce.products.products_attributes_idx {"parts":[{"column":"attributes","opclass":"jsonb_path_ops"}],"method":"gin"}
-- + table commerce.promotions {"doc":"Periods in which a product costs less."}
-- + column commerce.promotions.id {"type":"bigint","identity":"always"}
-- + column commerce.promotions.product_id {"type":"bigint"}
-- + column commerce.promotions.discount {"doc":"In per cent.","type":"numeric(5,2)"}
-- + column commerce.promotions.during {"type":"daterange"}
-- + primary_key commerce.promotions.promotions_pkey {"columns":["id"]}
-- + check commerce.promotions.promotions_discount_check {"expression":"discount > 0 and discount <= 100"}
-- + foreign_key commerce.promotions.promotions_product_id_fkey {"columns":["product_id"],"target":["commerce","products"],"target_columns":["id"],"on_delete":"cascade"}
-- + exclusion commerce.promotions.one_at_a_time {"doc":"A product has one promotion on a day at most.","parts":[{"column":"product_id"},{"column":"during"}],"operators":["=","&&"]}
-- + index commerce.promotions.promotions_product_id_idx {"parts":[{"column":"product_id"}]}
-- + table identity.permissions {"doc":"What a role may allow."}
-- + column identity.permissions.id {"type":"bigint","identity":"always"}
-- + column identity.permissions.code {"type":"character varying(64)"}
-- + column identity.permissions.created_at {"type":"timestamp with time zone","default":"now()"}
-- + column identity.permissions.updated_at {"type":"timestamp with time zone","default":"now()"}
-- + primary_key identity.permissions.permissions_pkey {"columns":["id"]}
-- + unique identity.permissions.permissions_code_key {"columns":["code"]}
-- + table identity.role_permissions {"doc":"Which permissions a role gives."}
-- + column identity.role_permissions.role_id {"type":"bigint"}
-- + column identity.role_permissions.permission_id {"type":"bigint"}
-- + primary_key identity.role_permissions.role_permissions_pkey {"columns":["role_id","permission_id"]}
-- + foreign_key identity.role_permissions.role_permissions_permission_id_fkey {"columns":["permission_id"],"target":["identity","permissions"],"target_columns":["id"],"on_delete":"cascade"}
-- + foreign_key identity.role_permissions.role_permissions_role_id_fkey {"columns":["role_id"],"target":["identity","roles"],"target_columns":["id"],"on_delete":"cascade"}
-- + index identity.role_permissions.role_permissions_permission_id_idx {"parts":[{"column":"permission_id"}]}
-- + table identity.roles {"doc":"Named sets of permissions."}
-- + column identity.roles.id {"type":"bigint","identity":"always"}
-- + column identity.roles.name {"type":"character varying(64)"}
-- + column identity.roles.created_at {"type":"timestamp with time zone","default":"now()"}
-- + column identity.roles.updated_at {"type":"timestamp with time zone","default":"now()"}
-- + primary_key identity.roles.roles_pkey {"columns":["id"]}
-- + unique identity.roles.roles_name_key {"columns":["name"]}
-- + table identity.user_roles {"doc":"Which roles a person has."}
-- + column identity.user_roles.user_id {"type":"bigint"}
-- + column identity.user_roles.role_id {"type":"bigint"}
-- + primary_key identity.user_roles.user_roles_pkey {"columns":["user_id","role_id"]}
-- + foreign_key identity.user_roles.user_roles_role_id_fkey {"columns":["role_id"],"target":["identity","roles"],"target_columns":["id"],"on_delete":"cascade"}
-- + foreign_key identity.user_roles.user_roles_user_id_fkey {"columns":["user_id"],"target":["identity","users"],"target_columns":["id"],"on_delete":"cascade"}
-- + index identity.user_roles.user_roles_role_id_idx {"parts":[{"column":"role_id"}]}
-- + table identity.users {"doc":"People who can sign in."}
-- + column identity.users.id {"type":"bigint","identity":"always"}
-- + column identity.users.code {"doc":"The subject that the identity provider knows the person by.","type":"character varying(64)"}
-- + column identity.users.name {"type":"character varying(256)"}
-- + column identity.users.username {"type":"character varying(128)"}
-- + column identity.users.email {"type":"character varying(256)","nullable":true}
-- + column identity.users.created_at {"type":"timestamp with time zone","default":"now()"}
-- + column identity.users.updated_at {"type":"timestamp with time zone","default":"now()"}
-- + primary_key identity.users.users_pkey {"columns":["id"]}
-- + unique identity.users.users_code_key {"columns":["code"]}
-- + enum ops.job_state {"values":["queued","running","done","failed"]}
-- + table ops.audit_events {"doc":"Who did what; rows are added and never changed."}
-- + column ops.audit_events.id {"type":"bigint","identity":"always"}
-- + column ops.audit_events.at {"type":"timestamp with time zone","default":"now()"}
-- + column ops.audit_events.actor_id {"type":"bigint","nullable":true}
-- + column ops.audit_events.action {"type":"character varying(60)"}
-- + column ops.audit_events.object {"type":"text"}
-- + column ops.audit_events.details {"doc":"Before and after.","type":"jsonb","default":"'{}'"}
-- + column ops.audit_events.address {"type":"inet","nullable":true}
-- + primary_key ops.audit_events.audit_events_pkey {"columns":["id"]}
-- + foreign_key ops.audit_events.audit_events_actor_id_fkey {"columns":["actor_id"],"target":["identity","users"],"target_columns":["id"],"on_delete":"set null"}
-- + index ops.audit_events.audit_events_actor_id_idx {"parts":[{"column":"actor_id"}]}
-- + index ops.audit_events.audit_events_at_idx {"parts":[{"column":"at"}],"method":"brin"}
-- + table ops.jobs {"doc":"Work that waits for a worker.","parameters":[["fillfactor","80"]]}
-- + column ops.jobs.id {"type":"bigint","identity":"always"}
-- + column ops.jobs.queue {"type":"character varying(40)","default":"'default'"}
-- + column ops.jobs.payload {"type":"jsonb"}
-- + column ops.jobs.state {"type":"ops.job_state","default":"'queued'"}
-- + column ops.jobs.run_at {"type":"timestamp with time zone","default":"now()"}
-- + column ops.jobs.attempts {"type":"smallint","default":"0"}
-- + column ops.jobs.error {"type":"text","nullable":true}
-- + column ops.jobs.created_at {"type":"timestamp with time zone","default":"now()"}
-- + column ops.jobs.updated_at {"type":"timestamp with time zone","default":"now()"}
-- + primary_key ops.jobs.jobs_pkey {"columns":["id"]}
-- + check ops.jobs.jobs_attempts_check {"expression":"attempts between 0 and 20"}
-- + index ops.jobs.jobs_queue_run_at_idx {"parts":[{"column":"queue"},{"column":"run_at"}],"where":"state = 'queued'"}

-- fluxc down 0001_chilly_bottle
-- id: 41e65459928a03be
-- label: exact
-- loses: ["ops", "jobs"]
-- loses: ["ops", "audit_events"]
-- loses: ["identity", "user_roles"]
-- loses: ["commerce", "payments"]
-- loses: ["commerce", "order_items"]
-- loses: ["commerce", "orders"]
-- loses: ["blog", "post_tags"]
-- loses: ["blog", "comments"]
-- loses: ["blog", "posts"]
-- loses: ["identity", "users"]
-- loses: ["identity", "role_permissions"]
-- loses: ["identity", "roles"]
-- loses: ["identity", "permissions"]
-- loses: ["commerce", "promotions"]
-- loses: ["commerce", "products"]
-- loses: ["blog", "tags"]
-- hazard: deletes-data ops.jobs
-- hazard: deletes-data ops.audit_events
-- hazard: deletes-data identity.user_roles
-- hazard: deletes-data commerce.payments
-- hazard: deletes-data commerce.order_items
-- hazard: deletes-data commerce.orders
-- hazard: deletes-data blog.post_tags
-- hazard: deletes-data blog.comments
-- hazard: deletes-data blog.posts
-- hazard: deletes-data identity.users
-- hazard: deletes-data identity.role_permissions
-- hazard: deletes-data identity.roles
-- hazard: deletes-data identity.permissions
-- hazard: deletes-data commerce.promotions
-- hazard: deletes-data commerce.products
-- hazard: deletes-data blog.tags
-- checksum: 3f3b7aca814ba5c8f2da63d7f017adfefb13f2a0fa525cbb2055cee3f73a2c1d

-- step 1: undoes 2, transaction, lock_timeout 5s, statement_timeout 1min
begin;
set local lock_timeout = '5s';
set local statement_timeout = '1min';
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Drop index ops.jobs_queue_run_at_idx.
drop index ops.jobs_queue_run_at_idx;

-- Drop table ops.jobs.
drop table ops.jobs;

-- Drop index ops.audit_events_at_idx.
drop index ops.audit_events_at_idx;

-- Drop index ops.audit_events_actor_id_idx.
drop index ops.audit_events_actor_id_idx;

-- Drop table ops.audit_events.
drop table ops.audit_events;

-- Drop index identity.user_roles_role_id_idx.
drop index identity.user_roles_role_id_idx;

-- Drop table identity.user_roles.
drop table identity.user_roles;

-- Drop index commerce.payments_order_id_idx.
drop index commerce.payments_order_id_idx;

-- Drop table commerce.payments.
drop table commerce.payments;

-- Drop index commerce.order_items_product_id_idx.
drop index commerce.order_items_product_id_idx;

-- Drop table commerce.order_items.
drop table commerce.order_items;

-- Drop index commerce.orders_one_open.
drop index commerce.orders_one_open;

-- Drop index commerce.orders_customer_id_idx.
drop index commerce.orders_customer_id_idx;

-- Drop index commerce.orders_created_at_idx.
drop index commerce.orders_created_at_idx;

-- Drop table commerce.orders.
drop table commerce.orders;

-- Drop index blog.post_tags_tag_id_idx.
drop index blog.post_tags_tag_id_idx;

-- Drop table blog.post_tags.
drop table blog.post_tags;

-- Drop index blog.comments_post_id_idx.
drop index blog.comments_post_id_idx;

-- Drop index blog.comments_parent_id_idx.
drop index blog.comments_parent_id_idx;

-- Drop index blog.comments_author_id_idx.
drop index blog.comments_author_id_idx;

-- Drop table blog.comments.
drop table blog.comments;

-- Drop index blog.posts_search_idx.
drop index blog.posts_search_idx;

-- Drop index blog.posts_published_at_idx.
drop index blog.posts_published_at_idx;

-- Drop index blog.posts_author_id_idx.
drop index blog.posts_author_id_idx;

-- Drop table blog.posts.
drop table blog.posts;

-- Drop table identity.users.
drop table identity.users;

-- Drop index identity.role_permissions_permission_id_idx.
drop index identity.role_permissions_permission_id_idx;

-- Drop table identity.role_permissions.
drop table identity.role_permissions;

-- Drop table identity.roles.
drop table identity.roles;

-- Drop table identity.permissions.
drop table identity.permissions;

-- Drop index commerce.promotions_product_id_idx.
drop index commerce.promotions_product_id_idx;

-- Drop table commerce.promotions.
drop table commerce.promotions;

-- Drop index commerce.products_attributes_idx.
drop index commerce.products_attributes_idx;

-- Drop table commerce.products.
drop table commerce.products;

-- Drop table blog.tags.
drop table blog.tags;

-- Drop enum ops.job_state.
drop type ops.job_state;

-- Drop enum commerce.payment_method.
drop type commerce.payment_method;

-- Drop enum commerce.order_status.
drop type commerce.order_status;

-- Drop enum blog.post_status.
drop type blog.post_status;

-- Drop namespace ops.
drop schema ops;

-- Drop namespace identity.
drop schema identity;

-- Drop namespace commerce.
drop schema commerce;

-- Drop namespace blog.
drop schema blog;

commit;

-- step 2: undoes 1, transaction, lock_timeout 5s, statement_timeout 0
begin;
set local lock_timeout = '5s';
set local statement_timeout = 0;
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Drop extension btree_gist.
drop extension btree_gist;

commit;

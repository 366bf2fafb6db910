-- step 1: transaction, lock_timeout 5s, statement_timeout 1min
begin;
set local lock_timeout = '5s';
set local statement_timeout = '1min';
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Set the comment of column app.t.a.
comment on column app.t.a is 'C:\dir ''quoted'' "twice"';

-- Set the comment of column app.t.b.
comment on column app.t.b is E'Zwei\nZeilen – {{ op.new }}';

-- Drop the comment of column app.t.c.
comment on column app.t.c is null;

commit;

-- label: exact
-- loses: ["app", "papers", "more"]
-- hazard: rewrites-table app.papers.price
-- hazard: blocks-reads app.papers.price
-- hazard: deletes-data app.papers.more

-- step 1: undoes 1, transaction, lock_timeout 5s, statement_timeout 0
begin;
set local lock_timeout = '5s';
set local statement_timeout = 0;
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Change the options of column app.papers.price.
alter table app.papers alter column price set (n_distinct = '-0.5', n_distinct_inherited = '-1');


-- Change the options of column app.papers.notes.
alter table app.papers alter column notes reset (n_distinct);


-- Change the options of column app.papers.body.
alter table app.papers alter column body set (n_distinct = '200');


-- Change the statistics target of column app.papers.notes.
alter table app.papers alter column notes set statistics -1;

-- Change the statistics target of column app.papers.body.
alter table app.papers alter column body set statistics 500;

-- Change the compression of column app.papers.notes.
alter table app.papers alter column notes set compression default;

-- Change the compression of column app.papers.body.
alter table app.papers alter column body set compression pglz;

-- Change the storage of column app.papers.raw.
alter table app.papers alter column raw set storage extended;

-- Change the storage of column app.papers.notes.
alter table app.papers alter column notes set storage extended;

-- Change the storage of column app.papers.body.
alter table app.papers alter column body set storage external;

-- Change the type of column app.papers.price from numeric(10,2) to numeric(8,2).
alter table app.papers alter column price type numeric(8,2);
alter table app.papers alter column price set storage plain;

-- Drop column app.papers.more.
alter table app.papers drop column more;

commit;

-- step 1: transaction, lock_timeout 5s, statement_timeout 1min
begin;
set local lock_timeout = '5s';
set local statement_timeout = '1min';
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Add column app.papers.more.
alter table app.papers add column more json;
alter table app.papers alter column more set storage external;
alter table app.papers alter column more set statistics 10;
alter table app.papers alter column more set (n_distinct = '7');

-- Change the type of column app.papers.price from numeric(8,2) to numeric(10,2).
alter table app.papers alter column price type numeric(10,2);
alter table app.papers alter column price set storage plain;

-- Change the storage of column app.papers.body.
alter table app.papers alter column body set storage extended;

-- Change the storage of column app.papers.notes.
alter table app.papers alter column notes set storage main;

-- Change the storage of column app.papers.raw.
alter table app.papers alter column raw set storage plain;

-- Change the compression of column app.papers.body.
alter table app.papers alter column body set compression default;

-- Change the compression of column app.papers.notes.
alter table app.papers alter column notes set compression pglz;

-- Change the statistics target of column app.papers.body.
alter table app.papers alter column body set statistics -1;

-- Change the statistics target of column app.papers.notes.
alter table app.papers alter column notes set statistics 0;

-- Change the options of column app.papers.body.
alter table app.papers alter column body reset (n_distinct);


-- Change the options of column app.papers.notes.
alter table app.papers alter column notes set (n_distinct = '-0.05');


-- Change the options of column app.papers.price.
alter table app.papers alter column price set (n_distinct = '-0.25');
alter table app.papers alter column price reset (n_distinct_inherited);


commit;

-- label: exact
-- hazard: rewrites-table app.kind
-- hazard: blocks-reads app.kind

-- step 1: undoes 1, transaction, lock_timeout 5s, statement_timeout 0
begin;
set local lock_timeout = '5s';
set local statement_timeout = 0;
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Make enum app.kind anew in another order of values.
alter table app.q drop constraint q_kind_n_fkey;
alter type app.kind rename to fluxc_aside_209bfe83eb55;
create type app.kind as enum ('a', 'b', 'c');
alter table app.p alter column kind type app.kind using kind::text::app.kind;
alter table app.q alter column kind type app.kind using kind::text::app.kind;
drop type app.fluxc_aside_209bfe83eb55;
alter table app.q add constraint q_kind_n_fkey foreign key (kind, n) references app.p (kind, n) on delete cascade;

commit;

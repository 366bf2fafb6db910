-- label: exact
-- hazard: rewrites-table app.size
-- hazard: blocks-reads app.size

-- step 1: undoes 1, transaction, lock_timeout 5s, statement_timeout 0
begin;
set local lock_timeout = '5s';
set local statement_timeout = 0;
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Make enum app.size anew in another order of values.
alter table app.t drop constraint not_large;
alter type app.size rename to fluxc_aside_e520cc8972d2;
create type app.size as enum ('large', 'small', 'middle');
comment on type app.size is 'Sizes.';
alter table app.t alter column size drop default;
alter table app.t alter column size type app.size using size::text::app.size;
alter table app.t alter column size set default 'small';
drop type app.fluxc_aside_e520cc8972d2;
alter table app.t add constraint not_large check (size <> 'large');

commit;

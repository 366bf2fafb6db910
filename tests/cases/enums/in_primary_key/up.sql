-- decision: drop app.kind.a
-- hazard: rewrites-table app.kind
-- hazard: blocks-reads app.kind

-- step 1: transaction, lock_timeout 5s, statement_timeout 0
begin;
set local lock_timeout = '5s';
set local statement_timeout = 0;
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Make enum app.kind anew, without a.
-- assumption: no row has a of enum app.kind
do $body$
begin
  if exists (select from app.p where kind::text in ('a')) then
    raise exception using
      errcode = 'restrict_violation',
      message = 'app.p.kind still holds a, which enum app.kind no longer has',
      hint = 'Change these rows first, then run this again.';
  end if;
end
$body$;
do $body$
begin
  if exists (select from app.q where kind::text in ('a')) then
    raise exception using
      errcode = 'restrict_violation',
      message = 'app.q.kind still holds a, which enum app.kind no longer has',
      hint = 'Change these rows first, then run this again.';
  end if;
end
$body$;
alter table app.q drop constraint q_kind_n_fkey;
alter type app.kind rename to fluxc_aside_209bfe83eb55;
create type app.kind as enum ('c', 'b');
alter table app.p alter column kind type app.kind using kind::text::app.kind;
alter table app.q alter column kind type app.kind using kind::text::app.kind;
drop type app.fluxc_aside_209bfe83eb55;
alter table app.q add constraint q_kind_n_fkey foreign key (kind, n) references app.p (kind, n) on delete cascade;

commit;

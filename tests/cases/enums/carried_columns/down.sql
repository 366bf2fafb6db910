-- label: structure only
-- reason: value waiting of enum app.status in the rows that had it cannot come back
-- hazard: rewrites-table app.status
-- hazard: blocks-reads app.status

-- step 1: undoes 1, transaction, lock_timeout 5s, statement_timeout 0
begin;
set local lock_timeout = '5s';
set local statement_timeout = 0;
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Make enum app.status anew in another order of values.
alter table app.logs drop constraint logs_label_ticket_fkey;
alter table app.tickets drop constraint tickets_label_id_key;
alter table app.tickets drop constraint note_known;
drop index app.tickets_first_idx;
drop index app.tickets_expr_idx;
alter table app.tickets drop column label;
alter table app.tickets drop column first;
alter table app.tickets alter column note drop default;
alter type app.status rename to fluxc_aside_ba44da64a0ff;
create type app.status as enum ('new', 'open', 'waiting', 'closed');
alter table app.tickets alter column status drop default;
alter table app.tickets alter column status type app.status using status::text::app.status;
alter table app.tickets alter column status set default 'open';
drop type app.fluxc_aside_ba44da64a0ff;
alter table app.tickets alter column note set default 'open'::app.status::text;
alter table app.tickets add column label text generated always as (case status when 'open' then 'o' else 'x' end) stored not null;
comment on column app.tickets.label is 'One letter.';
alter table app.tickets add column first app.status generated always as (case when id = 1 then 'open'::app.status else 'new'::app.status end) stored not null;
alter table app.tickets alter column first set statistics 10;
alter table app.tickets add constraint tickets_label_id_key unique (label, id);
alter table app.tickets add constraint note_known check (note::app.status <> 'new');
create index tickets_first_idx on app.tickets (first);
create index tickets_expr_idx on app.tickets ((label || note));
comment on index app.tickets_expr_idx is 'An index.';
alter table app.logs add constraint logs_label_ticket_fkey foreign key (label, ticket) references app.tickets (label, id);

commit;

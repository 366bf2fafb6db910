-- decision: drop app.gone
-- hazard: rewrites-table app.words
-- hazard: blocks-reads app.words
-- hazard: builds-index app.t.t_span_idx

-- step 1: transaction, lock_timeout 5s, statement_timeout 0
begin;
set local lock_timeout = '5s';
set local statement_timeout = 0;
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Rename the multirange type of range type app.spans to many_spans.
alter type app.spans_multirange rename to many_spans;
alter function app.spans_multirange() rename to many_spans;
alter function app.spans_multirange(app.spans) rename to many_spans;
alter function app.spans_multirange(app.spans[]) rename to many_spans;

commit;

-- step 2: transaction, lock_timeout 5s, statement_timeout 0
begin;
set local lock_timeout = '5s';
set local statement_timeout = 0;
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Rename range type app.float8_range to float_range.
alter type app.float8_range rename to float_range;
alter function app.float8_range(double precision, double precision) rename to float_range;
alter function app.float8_range(double precision, double precision, text) rename to float_range;
alter type app.float8_multirange rename to float_multirange;
alter function app.float8_multirange() rename to float_multirange;
alter function app.float8_multirange(app.float_range) rename to float_multirange;
alter function app.float8_multirange(app.float_range[]) rename to float_multirange;

commit;

-- step 3: transaction, lock_timeout 5s, statement_timeout 0
begin;
set local lock_timeout = '5s';
set local statement_timeout = 0;
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Make range type app.words anew.
alter type app.words rename to fluxc_aside_a811328db69d;
alter type app.words_multirange rename to fluxc_aside_a811328db69d_multirange;
alter function app.words_multirange() rename to fluxc_aside_a811328db69d_multirange;
alter function app.words_multirange(app.fluxc_aside_a811328db69d) rename to fluxc_aside_a811328db69d_multirange;
alter function app.words_multirange(app.fluxc_aside_a811328db69d[]) rename to fluxc_aside_a811328db69d_multirange;
alter function app.words(text, text) rename to fluxc_aside_a811328db69d;
alter function app.words(text, text, text) rename to fluxc_aside_a811328db69d;
create type app.words as range (subtype = text, subtype_opclass = text_pattern_ops, collation = "C");
alter table app.t alter column word type app.words using word::text::app.words;
drop type app.fluxc_aside_a811328db69d;

commit;

-- step 4: transaction, lock_timeout 5s, statement_timeout 0
begin;
set local lock_timeout = '5s';
set local statement_timeout = 0;
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Create range type app.fresh.
create type app.fresh as range (subtype = integer);

commit;

-- step 5: transaction, lock_timeout 5s, statement_timeout 0
begin;
set local lock_timeout = '5s';
set local statement_timeout = 0;
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Drop the comment of range type app.float_range.
comment on type app.float_range is null;

commit;

-- step 6: no transaction, lock_timeout 0, statement_timeout 0
-- done when: select indisvalid from pg_catalog.pg_index where indexrelid = pg_catalog.to_regclass('app.t_span_idx') and indrelid = pg_catalog.to_regclass('app.t')
-- cleanup: drop index concurrently app.t_span_idx
set lock_timeout = 0;
set statement_timeout = 0;
set search_path = pg_catalog, public;
set standard_conforming_strings = on;

-- Create index app.t_span_idx while others read and write the table.
create index concurrently t_span_idx on app.t using gist (span);

reset standard_conforming_strings;
reset search_path;
reset statement_timeout;
reset lock_timeout;

-- step 7: transaction, lock_timeout 5s, statement_timeout 0
begin;
set local lock_timeout = '5s';
set local statement_timeout = 0;
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Drop range type app.gone.
drop type app.gone;

commit;

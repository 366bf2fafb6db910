-- label: exact
-- hazard: rewrites-table app.words
-- hazard: blocks-reads app.words

-- step 1: undoes 7, transaction, lock_timeout 5s, statement_timeout 0
begin;
set local lock_timeout = '5s';
set local statement_timeout = 0;
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Create range type app.gone.
create type app.gone as range (subtype = inet);

commit;

-- step 2: undoes 6, no transaction, lock_timeout 0, statement_timeout 0
-- done when: select pg_catalog.to_regclass('app.t_span_idx') is null
set lock_timeout = 0;
set statement_timeout = 0;
set search_path = pg_catalog, public;
set standard_conforming_strings = on;

-- Drop index app.t_span_idx while others read and write the table.
drop index concurrently app.t_span_idx;

reset standard_conforming_strings;
reset search_path;
reset statement_timeout;
reset lock_timeout;

-- step 3: undoes 5, transaction, lock_timeout 5s, statement_timeout 0
begin;
set local lock_timeout = '5s';
set local statement_timeout = 0;
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Set the comment of range type app.float_range.
comment on type app.float_range is 'Numbers.';

commit;

-- step 4: undoes 4, transaction, lock_timeout 5s, statement_timeout 0
begin;
set local lock_timeout = '5s';
set local statement_timeout = 0;
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Drop range type app.fresh.
drop type app.fresh;

commit;

-- step 5: undoes 3, transaction, lock_timeout 5s, statement_timeout 0
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
create type app.words as range (subtype = text, collation = "C");
alter table app.t alter column word type app.words using word::text::app.words;
drop type app.fluxc_aside_a811328db69d;

commit;

-- step 6: undoes 2, transaction, lock_timeout 5s, statement_timeout 0
begin;
set local lock_timeout = '5s';
set local statement_timeout = 0;
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Rename range type app.float_range to float8_range.
alter type app.float_range rename to float8_range;
alter function app.float_range(double precision, double precision) rename to float8_range;
alter function app.float_range(double precision, double precision, text) rename to float8_range;
alter type app.float_multirange rename to float8_multirange;
alter function app.float_multirange() rename to float8_multirange;
alter function app.float_multirange(app.float8_range) rename to float8_multirange;
alter function app.float_multirange(app.float8_range[]) rename to float8_multirange;

commit;

-- step 7: undoes 1, transaction, lock_timeout 5s, statement_timeout 0
begin;
set local lock_timeout = '5s';
set local statement_timeout = 0;
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Rename the multirange type of range type app.spans to spans_multirange.
alter type app.many_spans rename to spans_multirange;
alter function app.many_spans() rename to spans_multirange;
alter function app.many_spans(app.spans) rename to spans_multirange;
alter function app.many_spans(app.spans[]) rename to spans_multirange;

commit;

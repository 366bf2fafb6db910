-- label: exact
-- loses: ["app", "t", "case"]
-- loses: ["app", "t", "at"]
-- loses: ["app", "t", "interval"]
-- loses: ["app", "t", "json"]
-- loses: ["app", "t", "array"]
-- loses: ["app", "t", "casted"]
-- loses: ["app", "t", "qualified"]
-- loses: ["app", "t", "short"]
-- loses: ["app", "t", "percent"]
-- loses: ["app", "t", "template"]
-- loses: ["app", "t", "escape"]
-- loses: ["app", "t", "tagged"]
-- loses: ["app", "t", "dollar"]
-- loses: ["app", "t", "quote"]
-- hazard: deletes-data app.t."case"
-- hazard: deletes-data app.t.at
-- hazard: deletes-data app.t."interval"
-- hazard: deletes-data app.t."json"
-- hazard: deletes-data app.t."array"
-- hazard: deletes-data app.t.casted
-- hazard: deletes-data app.t.qualified
-- hazard: deletes-data app.t.short
-- hazard: deletes-data app.t.percent
-- hazard: deletes-data app.t.template
-- hazard: deletes-data app.t.escape
-- hazard: deletes-data app.t.tagged
-- hazard: deletes-data app.t.dollar
-- hazard: deletes-data app.t.quote

-- step 1: undoes 3, no transaction, lock_timeout 0, statement_timeout 0
-- done when: select pg_catalog.to_regclass('app.t_odd_idx') is null
set lock_timeout = 0;
set statement_timeout = 0;
set search_path = pg_catalog, public;
set standard_conforming_strings = on;

-- Drop index app.t_odd_idx while others read and write the table.
drop index concurrently app.t_odd_idx;

reset standard_conforming_strings;
reset search_path;
reset statement_timeout;
reset lock_timeout;

-- step 2: undoes 2 1, transaction, lock_timeout 5s, statement_timeout 1min
begin;
set local lock_timeout = '5s';
set local statement_timeout = '1min';
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Drop check app.t.words.
alter table app.t drop constraint words;

-- Drop check app.t.tame.
alter table app.t drop constraint tame;

-- Drop column app.t."case".
alter table app.t drop column "case";

-- Drop column app.t.at.
alter table app.t drop column at;

-- Drop column app.t."interval".
alter table app.t drop column "interval";

-- Drop column app.t."json".
alter table app.t drop column "json";

-- Drop column app.t."array".
alter table app.t drop column "array";

-- Drop column app.t.casted.
alter table app.t drop column casted;

-- Drop column app.t.qualified.
alter table app.t drop column qualified;

-- Drop column app.t.short.
alter table app.t drop column short;

-- Drop column app.t.percent.
alter table app.t drop column percent;

-- Drop column app.t.template.
alter table app.t drop column template;

-- Drop column app.t.escape.
alter table app.t drop column escape;

-- Drop column app.t.tagged.
alter table app.t drop column tagged;

-- Drop column app.t.dollar.
alter table app.t drop column dollar;

-- Drop column app.t.quote.
alter table app.t drop column quote;

commit;

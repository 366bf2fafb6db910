"""What lies outside a catalogue: the partitions of tables that a rule gives them, which come and go by the clock."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final, NamedTuple

from fluxc.model.names import split_name

if TYPE_CHECKING:
    from collections.abc import Mapping

    import psycopg

    from fluxc.model.state import State

    Path = tuple[str, ...]

_RULE: Final = '"rolling":'
# A rule can only be of a table whose rows one column tells apart by ranges. Tables that were detached are known by
# their names; sequences go with the tables that own them.
_QUERY: Final = """
with recursive rolling as (
  select class.oid, class.relnamespace, spaces.nspname, class.relname
  from unnest(%(spaces)s::text[], %(names)s::text[]) as said (space, name)
  join pg_namespace as spaces on spaces.nspname = said.space
  join pg_class as class on class.relnamespace = spaces.oid and class.relname = said.name
  join pg_partitioned_table as split on split.partrelid = class.oid
  where split.partstrat = 'r' and split.partnatts = 1 and split.partattrs[0] <> 0
), below as (
  select inhrelid as oid from rolling join pg_inherits on inhparent = rolling.oid
  union
  select inhrelid from below join pg_inherits on inhparent = below.oid
), found as (
  select below.oid, null::text as space, null::text as rolling, null::text as name from below
  union all
  select class.oid, rolling.nspname::text, rolling.relname::text, class.relname::text
  from rolling
  join pg_class as class on class.relnamespace = rolling.relnamespace
  where class.relkind = 'r' and not class.relispartition and class.relname ~ '_[0-9]{4}(_[wq]?[0-9]+)*$'
)
select found.*, array(
  select objid from pg_depend
  where classid = 'pg_class'::regclass and refclassid = 'pg_class'::regclass and refobjid = found.oid
    and deptype in ('a', 'i') and exists (select from pg_class where oid = objid and relkind = 'S')
) as sequences
from found
"""


class Outside(NamedTuple):
    """The tables with a rule, and all tables that are declared, which no name tells to be a detached partition."""

    rolling: frozenset[Path] = frozenset()
    declared: frozenset[Path] = frozenset()


NOTHING: Final = Outside()


def outside_of(lines: Mapping[str, str]) -> Outside:
    """Return what the lines of a state leave to the clock."""
    tables = [key for key in lines if key.startswith("table ")]
    rolling = [key for key in tables if _RULE in lines[key]]
    if not rolling:
        return NOTHING
    return Outside(*(frozenset(split_name(key.partition(" ")[2]) for key in keys) for keys in (rolling, tables)))


def outside_state(state: State) -> Outside:
    """Return what a state leaves to the clock."""
    from fluxc.model.table import Table

    tables = state.of(Table)
    rolling = frozenset(table.key.path for table in tables if table.rolling is not None)
    return Outside(rolling, frozenset(table.key.path for table in tables)) if rolling else NOTHING


def objects_outside(connection: psycopg.Connection[Any], outside: Outside) -> list[int]:
    """Return the numbers of the tables that lie outside, and of the sequences that they own."""
    if not outside.rolling:
        return []
    from fluxc.model.periods import period_of

    spaces, names = zip(*sorted(outside.rolling), strict=True)
    rows = connection.execute(_QUERY, {"spaces": list(spaces), "names": list(names)}, prepare=False).fetchall()
    found: set[int] = set()
    for number, space, table, name, sequences in rows:
        if table is None or ((space, name) not in outside.declared and period_of(table, name) is not None):
            found.update((number, *sequences))
    return sorted(found)

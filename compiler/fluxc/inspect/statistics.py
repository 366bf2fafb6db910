"""Extended statistics of tables and materialized views."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from fluxc.inspect.catalogue import Fact, qualified
from fluxc.inspect.scope import Kind
from fluxc.inspect.unsaid import Unsaid
from fluxc.inspect.wording import expression_text
from fluxc.model.state import Key

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping

    from fluxc.model.state import Object
    from fluxc.model.statistics import StatisticsKind

# The server keeps the columns by their numbers, so in an order that says nothing. The target "none set" is null from 17
# on and -1 before.
_QUERY = """
select
  relation.namespace, relation.relation, entry.stxname::text as statistics,
  entry_namespace.nspname::text as statistics_namespace,
  (
    select array_agg(attribute.attname::text order by attribute.attname collate "C")
    from pg_attribute as attribute
    where attribute.attrelid = relation.oid and attribute.attnum = any (entry.stxkeys::smallint[])
  ) as columns,
  pg_get_statisticsobjdef_expressions(entry.oid) as expressions,
  entry.stxkind::text[] as kinds, nullif(entry.stxstattarget::integer, -1) as target,
  pg_get_statisticsobjdef(entry.oid) as definition, comment.description as comment
from relation
join pg_statistic_ext as entry on entry.stxrelid = relation.oid
join pg_namespace as entry_namespace on entry_namespace.oid = entry.stxnamespace
left join pg_description as comment
  on comment.classoid = 'pg_statistic_ext'::regclass and comment.objoid = entry.oid and comment.objsubid = 0
"""

_KINDS: Final[dict[str, StatisticsKind]] = {"d": "ndistinct", "f": "dependencies", "m": "mcv"}


def _fact(row: Mapping[str, Any]) -> Fact:
    table = (row["namespace"], row["relation"])
    attributes = {
        "table": qualified(*table),
        "columns": ", ".join(qualified(column) for column in row["columns"] or ()) or None,
        "expressions": ", ".join(row["expressions"] or ()) or None,
        "kinds": ", ".join(name for letter, name in _KINDS.items() if letter in row["kinds"]) or None,
        "target": row["target"],
        "comment": row["comment"],
    }
    return Fact("statistics", (row["statistics_namespace"], row["statistics"]), attributes, table)


def _objects(row: Mapping[str, Any]) -> Iterator[Object | Unsaid]:
    from fluxc.model.statistics import Statistics  # plain schemas have none

    table = (row["namespace"], row["relation"])
    if row["statistics_namespace"] != row["namespace"]:
        undo = f"drop statistics {qualified(row['statistics_namespace'], row['statistics'])};"
        yield Unsaid(Key(Statistics.kind, (*table, row["statistics"])), _definition(row), undo=undo)
        return
    yield Statistics(
        place=table,
        name=row["statistics"],
        doc=row["comment"],
        columns=tuple(sorted(row["columns"] or ())),
        expressions=tuple(map(expression_text, row["expressions"] or ())),
        kinds=_kinds(row["kinds"]),
        target=row["target"],
    )


def _kinds(letters: Collection[str]) -> tuple[StatisticsKind, ...]:
    """Return the kinds, none where they are all."""
    return () if set(letters) >= _KINDS.keys() else tuple(name for letter, name in _KINDS.items() if letter in letters)


def _definition(row: Mapping[str, Any]) -> str:
    return f"{row['definition']};"


STATISTICS = Kind(_QUERY, _fact, _objects, _definition, present="exists (select from pg_statistic_ext)")

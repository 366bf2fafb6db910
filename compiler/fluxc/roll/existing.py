"""The partitions that tables with a rule have: all of them by one query."""

from __future__ import annotations

import re
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from psycopg.rows import dict_row

from fluxc.model.periods import FIRST, LAST, Span

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    import psycopg

    from fluxc.roll.rule import Rule

DOOMED: Final = "fluxc roll drops this table"
"""The comment of a partition that is detached to be dropped, by which an interrupted run is taken up again."""

FORMS: Final[dict[str, str]] = {
    "date": "%Y-%m-%d",
    "timestamp without time zone": "%Y-%m-%d %H:%M:%S",
    "timestamp with time zone": "%Y-%m-%d %H:%M:%S+00",
}
"""How bounds are written, by the types of columns that a calendar tells apart."""
_SETTINGS: Final = """
select pg_catalog.set_config(name, value, false)
from (values ('TimeZone', 'UTC'), ('DateStyle', 'ISO, MDY'), ('lock_timeout', %s), ('statement_timeout', '0'))
  as setting (name, value)
"""
_BOUND: Final = re.compile(r"FOR VALUES FROM \('?([^']*)'?\) TO \('?([^']*)'?\)")
_NOW: Final = "select pg_catalog.now()"
_QUERY: Final = """
with recursive wanted as (
  select class.oid, spaces.oid as space, said.number, class.relowner, class.reltablespace, class.relam,
    attribute.atttypid, split.partdefid <> 0 as has_default
  from unnest(%(spaces)s::text[], %(names)s::text[]) with ordinality as said (space, name, number)
  join pg_catalog.pg_namespace as spaces on spaces.nspname = said.space
  join pg_catalog.pg_class as class on class.relnamespace = spaces.oid and class.relname = said.name
  join pg_catalog.pg_partitioned_table as split on split.partrelid = class.oid
  join pg_catalog.pg_attribute as attribute
    on attribute.attrelid = class.oid and attribute.attnum = split.partattrs[0]
  where split.partstrat = 'r' and split.partnatts = 1
), based as (
  select number, atttypid as type from wanted
  union all
  select based.number, type.typbasetype
  from based join pg_catalog.pg_type as type on type.oid = based.type
  where type.typtype = 'd'
)
select wanted.number,
  (
    select pg_catalog.format_type(based.type, null)
    from based join pg_catalog.pg_type as type on type.oid = based.type
    where based.number = wanted.number and type.typtype <> 'd'
  ) as type,
  wanted.has_default, nullif(owner.rolname, current_user)::text as owner,
  tablespace.spcname::text as tablespace, method.amname::text as method,
  (
    select coalesce(pg_catalog.jsonb_agg(pg_catalog.jsonb_build_array(
      home.nspname, child.relname, pg_catalog.pg_get_expr(child.relpartbound, child.oid),
      member.inhdetachpending, pg_catalog.obj_description(child.oid, 'pg_class')
    ) order by child.oid), '[]')
    from pg_catalog.pg_inherits as member
    join pg_catalog.pg_class as child on child.oid = member.inhrelid
    join pg_catalog.pg_namespace as home on home.oid = child.relnamespace
    where member.inhparent = wanted.oid
  ) as partitions,
  (
    select coalesce(pg_catalog.jsonb_agg(other.relname order by other.relname), '[]')
    from pg_catalog.pg_description as comment
    join pg_catalog.pg_class as other on other.oid = comment.objoid
    where comment.classoid = 'pg_catalog.pg_class'::regclass and comment.objsubid = 0
      and comment.description = %(doomed)s and other.relnamespace = wanted.space
      and other.relkind in ('r', 'f') and not other.relispartition
  ) as doomed
from wanted
join pg_catalog.pg_roles as owner on owner.oid = wanted.relowner
left join pg_catalog.pg_tablespace as tablespace on tablespace.oid = wanted.reltablespace
left join pg_catalog.pg_am as method on method.oid = wanted.relam
order by wanted.number
"""


class Partition(NamedTuple):
    """A partition that is there; ``span`` is None where it takes what no other does.

    ``pending`` says that its detaching was interrupted.
    """

    path: tuple[str, str]
    span: Span | None
    pending: bool = False
    comment: str | None = None


class Existing(NamedTuple):
    """A table that has a rule, as it is: the type of the column that tells rows apart, and what partitions it has.

    ``owner``, ``tablespace`` and ``method`` are what a partition gets that is not as the server does it by itself;
    ``doomed`` are the names of tables of its namespace that were detached to be dropped.
    """

    rule: Rule
    type: str
    has_default: bool
    owner: str | None
    tablespace: str | None
    method: str | None
    partitions: tuple[Partition, ...]
    doomed: tuple[str, ...] = ()


def now(connection: psycopg.Connection[Any]) -> datetime:
    """Return the time of the server."""
    row = connection.execute(_NOW, prepare=False).fetchone()
    assert row is not None
    moment: datetime = row[0]
    return moment.astimezone(UTC)


def existing(connection: psycopg.Connection[Any], rules: Sequence[Rule], lock_timeout: str) -> tuple[Existing, ...]:
    """Return the tables that have these rules, those that are there and whose rows one column of time tells apart.

    From then on the connection waits for locks no longer than ``lock_timeout``.
    """
    connection.execute(_SETTINGS, (lock_timeout,), prepare=False)
    spaces, names = ([rule.table[part] for rule in rules] for part in (0, 1))
    wanted = {"spaces": spaces, "names": names, "doomed": DOOMED}
    rows = connection.cursor(row_factory=dict_row).execute(_QUERY, wanted, prepare=False).fetchall()
    return tuple(_existing(rules, row) for row in rows if row["type"] in FORMS)


def _existing(rules: Sequence[Rule], row: Mapping[str, Any]) -> Existing:
    number: int = row["number"]
    said = {key: row[key] for key in ("type", "has_default", "owner", "tablespace", "method")}
    found = tuple(Partition((space, name), span_of(bound), *more) for space, name, bound, *more in row["partitions"])
    return Existing(rules[number - 1], **said, partitions=found, doomed=tuple(row["doomed"]))


def span_of(bound: str) -> Span | None:
    """Return the time that a partition takes by its bound as the server words it, None of the default one."""
    found = _BOUND.fullmatch(bound)
    return Span(_moment(found[1]), _moment(found[2])) if found else None


def _moment(text: str) -> datetime:
    """Return a bound as a moment, the first or the last one where it lies outside the years that these know."""
    if text in {"MINVALUE", "-infinity"} or text.endswith(" BC"):
        return FIRST
    try:
        found = datetime.fromisoformat(text)
    except ValueError:  # infinity, maxvalue, and years of five digits
        return LAST
    return found.astimezone(UTC) if found.tzinfo else found.replace(tzinfo=UTC)

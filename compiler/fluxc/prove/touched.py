"""Which relations of a database have other entries in the catalogue than before."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Mapping

    import psycopg

    Name = tuple[str, str]

# An entry that is written has a newer transaction than all before it, and one that goes makes them fewer. What the
# server writes in place (the counts of rows, what a table is known to have) changes neither. What concerns another
# relation as well, such as a foreign key, changes the entry of that one or its triggers.
_QUERY: Final = """
with entries (oid, rows, newest) as (
  select coalesce(index.indrelid, class.oid), count(*), max(class.xmin::text::int8)
  from pg_class as class left join pg_index as index on index.indexrelid = class.oid
  where class.relkind <> 't' group by 1
  union all select attrelid, count(*), max(xmin::text::int8) from pg_attribute group by 1
  union all select adrelid, count(*), max(xmin::text::int8) from pg_attrdef group by 1
  union all select conrelid, count(*), max(xmin::text::int8) from pg_constraint where conrelid <> 0 group by 1
  union all select indrelid, count(*), max(xmin::text::int8) from pg_index group by 1
  union all select inhrelid, count(*), max(xmin::text::int8) from pg_inherits group by 1
  union all select inhparent, count(*), max(xmin::text::int8) from pg_inherits group by 1
  union all select partrelid, count(*), max(xmin::text::int8) from pg_partitioned_table group by 1
  union all select tgrelid, count(*), max(xmin::text::int8) from pg_trigger group by 1
  union all select polrelid, count(*), max(xmin::text::int8) from pg_policy group by 1
  union all select ev_class, count(*), max(xmin::text::int8) from pg_rewrite group by 1
  union all select seqrelid, count(*), max(xmin::text::int8) from pg_sequence group by 1
  union all select stxrelid, count(*), max(xmin::text::int8) from pg_statistic_ext group by 1
  union all select prrelid, count(*), max(xmin::text::int8) from pg_publication_rel group by 1
  union all
  select coalesce(entry.conrelid, index.indrelid, trigger.tgrelid, policy.polrelid, rule.ev_class, kept.stxrelid,
    said.objoid), count(*), max(said.xmin::text::int8)
  from pg_description as said
  left join pg_constraint as entry on said.classoid = 'pg_constraint'::regclass and entry.oid = said.objoid
  left join pg_index as index on said.classoid = 'pg_class'::regclass and index.indexrelid = said.objoid
  left join pg_trigger as trigger on said.classoid = 'pg_trigger'::regclass and trigger.oid = said.objoid
  left join pg_policy as policy on said.classoid = 'pg_policy'::regclass and policy.oid = said.objoid
  left join pg_rewrite as rule on said.classoid = 'pg_rewrite'::regclass and rule.oid = said.objoid
  left join pg_statistic_ext as kept on said.classoid = 'pg_statistic_ext'::regclass and kept.oid = said.objoid
  group by 1
)
select spaces.nspname::text, class.relname::text, class.oid::int8, sum(entries.rows)::int8, max(entries.newest)
from entries
join pg_class as class on class.oid = entries.oid and class.relkind in ('r', 'p', 'v', 'm', 'S')
join pg_namespace as spaces on spaces.oid = class.relnamespace
  and spaces.nspname !~ '^pg_' and spaces.nspname <> 'information_schema'
group by 1, 2, 3
"""


class Print(NamedTuple):
    """What tells a relation from itself with other entries: its number, how many there are, the newest transaction."""

    number: int
    entries: int
    newest: int


def prints(connection: psycopg.Connection[Any]) -> dict[Name, Print]:
    """Return the print of each relation by namespace and name."""
    rows = connection.execute(_QUERY).fetchall()
    return {(space, name): Print(*numbers) for space, name, *numbers in rows}


def touched(before: Mapping[Name, Print], after: Mapping[Name, Print]) -> frozenset[Name]:
    """Return the names of the relations that came, went or have other entries than before."""
    return frozenset(name for name in before.keys() | after.keys() if before.get(name) != after.get(name))

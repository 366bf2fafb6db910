"""The rows of tables as text, to be compared."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Any, NamedTuple

from psycopg.sql import SQL, Identifier

from fluxc.sample.maker import fill
from fluxc.sample.session import canonical, settings

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

    import psycopg

    from fluxc.sample.facts import Name

Row = tuple[str | None, ...]


class Contents(NamedTuple):
    """The rows of a table, each as text by column, and how often it is there; their order does not count."""

    columns: tuple[str, ...]
    rows: Counter[Row]

    def by(self, columns: Collection[str]) -> Contents:
        """Return the contents by some of the columns, in the order given."""
        places = [self.columns.index(name) for name in columns]
        rows = Counter[Row]()
        for row, times in self.rows.items():
            rows[tuple(row[place] for place in places)] += times
        return Contents(tuple(columns), rows)


_COLUMNS = """
select namespace.nspname::text, class.relname::text, class.relkind::text, array(
  select attname::text from pg_attribute
  where attrelid = class.oid and attnum > 0 and not attisdropped order by attnum)
from pg_class as class join pg_namespace as namespace on namespace.oid = class.relnamespace
where (namespace.nspname, class.relname) in (select * from unnest(%s::text[], %s::text[]))
"""


def contents(connection: psycopg.Connection[Any], tables: Collection[Name]) -> Mapping[Name, Contents]:
    """Return the rows of those of the tables that there are.

    A partitioned table has the rows of its partitions; one with children by inheritance has its own alone.
    """
    names = list(tables)
    found: dict[Name, Contents] = {}
    with canonical(connection) as cursor:
        before = settings(cursor, {"search_path": ""})
        cursor.execute(_COLUMNS, [[name[0] for name in names], [name[1] for name in names]])
        for schema, table, kind, columns in cursor.fetchall():
            values = SQL(", ").join(fill("{column}::text", column=Identifier("t", column)) for column in columns)
            only = SQL("" if kind == "p" else "only ")
            query = fill(
                "select {values} from {only}{table} as t", values=values, only=only, table=Identifier(schema, table)
            )
            found[schema, table] = Contents(tuple(columns), Counter(cursor.execute(query).fetchall()))
        settings(cursor, before)
    return {name: found[name] for name in names if name in found}

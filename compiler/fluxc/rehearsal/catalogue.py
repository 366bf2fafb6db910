"""What a database holds, as far as it tells the effects of a statement: tables, columns, indexes, constraints."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Final, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

    import psycopg

_RELATIONS: Final = """
select class.oid::int8, class.relkind::text, pg_catalog.format('%%I.%%I', space.nspname, class.relname),
  array[class.relpersistence::text, class.reltablespace::text, class.relam::text],
  case when class.relispartition then coalesce(inherits.inhparent, 0) else 0 end::int8,
  coalesce(index.indrelid, 0)::int8, coalesce(keys.contype::text, '')
from pg_catalog.pg_class as class
join pg_catalog.pg_namespace as space on space.oid = class.relnamespace
left join pg_catalog.pg_index as index on index.indexrelid = class.oid
left join pg_catalog.pg_inherits as inherits on inherits.inhrelid = class.oid
left join pg_catalog.pg_constraint as keys on keys.conindid = class.oid and keys.contype in ('p', 'u', 'x')
where class.relkind in ('r', 'p', 'm', 'i', 'I')
  and space.nspname !~ '^pg_' and space.nspname <> 'information_schema' and class.relpersistence <> 't'
  and (%(only)s::oid[] is null or class.oid = any(%(only)s) or index.indrelid = any(%(only)s))
"""
_COLUMNS: Final = """
select class.oid::int8, had.attnum, had.attname, pg_catalog.format_type(had.atttypid, had.atttypmod),
  array[had.atttypid::int8, had.atttypmod, had.attcollation::int8], had.attnotnull, had.attidentity::text,
  had.attgenerated::text, coalesce(pg_catalog.pg_get_expr(held.adbin, held.adrelid), '')
from pg_catalog.pg_attribute as had
join pg_catalog.pg_class as class on class.oid = had.attrelid
join pg_catalog.pg_namespace as space on space.oid = class.relnamespace
left join pg_catalog.pg_attrdef as held on held.adrelid = had.attrelid and held.adnum = had.attnum
where had.attnum > 0 and not had.attisdropped and class.relkind in ('r', 'p', 'm')
  and space.nspname !~ '^pg_' and space.nspname <> 'information_schema' and class.relpersistence <> 't'
  and (%(only)s::oid[] is null or class.oid = any(%(only)s))
order by 1, 2
"""
_CONSTRAINTS: Final = """
select said.conrelid::int8, pg_catalog.quote_ident(said.conname), said.contype::text, said.convalidated,
  array(select attname from pg_catalog.pg_attribute where attrelid = said.conrelid and attnum = any(said.conkey))
from pg_catalog.pg_constraint as said
join pg_catalog.pg_class as class on class.oid = said.conrelid
join pg_catalog.pg_namespace as space on space.oid = class.relnamespace
where space.nspname !~ '^pg_' and space.nspname <> 'information_schema' and class.relpersistence <> 't'
  and (%(only)s::oid[] is null or class.oid = any(%(only)s))
"""


class Column(NamedTuple):
    """A column; ``identified`` says of its type what `type` may not, such as that of another search path."""

    name: str
    type: str
    identified: tuple[int, ...]
    not_null: bool
    identity: str
    generated: str
    default: str

    @property
    def counts(self) -> bool:
        """Return whether it gives each row a number of its own."""
        return bool(self.identity) or self.default.startswith("nextval(")


class Constraint(NamedTuple):
    """A constraint of a table, by the letter of its kind in the catalogue."""

    kind: str
    valid: bool
    columns: tuple[str, ...]


@dataclass(slots=True)
class Relation:
    """A table, materialized view or index; ``key`` is the letter of the constraint that an index is for, if any.

    ``table`` is that of an index, ``parent`` the table whose partition it is, 0 each where there is none.
    """

    kind: str
    name: str
    storage: tuple[str, ...]
    parent: int
    table: int
    key: str
    columns: dict[int, Column] = field(default_factory=dict[int, Column])
    constraints: dict[str, Constraint] = field(default_factory=dict[str, Constraint])

    @property
    def holds_rows(self) -> bool:
        """Return whether it is what others read and write."""
        return self.kind in {"r", "p", "m"}


def read_relations(connection: psycopg.Connection[Any], only: Collection[int] | None = None) -> dict[int, Relation]:
    """Return what is there by number, without what is temporary; with ``only`` these and their indexes alone."""
    parameters = {"only": None if only is None else list(only)}

    def ask(query: str) -> list[tuple[Any, ...]]:
        return connection.execute(query.encode(), parameters, prepare=False).fetchall()

    found = {
        oid: Relation(kind, name, tuple(storage), parent, table, key)
        for oid, kind, name, storage, parent, table, key in ask(_RELATIONS)
    }
    for oid, number, name, kind, identified, *rest in ask(_COLUMNS):
        found[oid].columns[number] = Column(name, kind, tuple(identified), *rest)
    for oid, name, kind, valid, columns in ask(_CONSTRAINTS):
        if oid in found:
            found[oid].constraints[name] = Constraint(kind, valid, tuple(columns))
    return found


def refreshed(
    connection: psycopg.Connection[Any], was: Mapping[int, Relation], touched: Collection[int]
) -> dict[int, Relation]:
    """Return what is there after something was done to the tables ``touched``."""
    rest = {oid: one for oid, one in was.items() if oid not in touched and one.table not in touched}
    return rest | read_relations(connection, touched)

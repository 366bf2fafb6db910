"""The keys of an index, in the words of a state; shared by indexes and exclusion constraints."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Any, Final, LiteralString, NamedTuple

from fluxc.inspect.wording import expression_text, name_text, parameters_of
from fluxc.model.index import IndexPart
from fluxc.model.names import quote
from fluxc.model.opclass import CLASSES
from fluxc.model.parameters import parameters_sql

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

# An operator class is the default of its access method for a type if it is for just that type, or else, where none is,
# for a type that stands for many. What an expression gives is only known where the index keeps it as it is.
_PARTS: Final[LiteralString] = """
  select index.indexrelid, json_agg(json_build_array(
    attribute.attname,
    case when index.indkey[key.number - 1] = 0 then pg_get_indexdef(index.indexrelid, key.number, false) end,
    case when collated.oid <> coalesce(attribute.attcollation, 0) then collation_namespace.nspname end,
    collated.collname,
    case when own.attoptions is not null or not opclass.opcdefault or (
      opclass.opcintype <> coalesce(bottom.base, keyed.oid) and input.typtype <> 'p'
      and (not input.typispreferred or usual.oid is not null)
    ) then opclass_namespace.nspname end,
    opclass.opcname, own.attoptions, index.indoption[key.number - 1]
  ) order by key.number) as parts
  from relation
  join pg_index as index on index.indrelid = relation.oid and %(objects)s
  cross join lateral generate_series(1, index.indnatts::integer) as key (number)
  join pg_attribute as own on own.attrelid = index.indexrelid and own.attnum = key.number
  left join pg_attribute as attribute
    on attribute.attrelid = index.indrelid and attribute.attnum = index.indkey[key.number - 1] and attribute.attnum <> 0
  left join pg_collation as collated on collated.oid = index.indcollation[key.number - 1]
  left join pg_namespace as collation_namespace on collation_namespace.oid = collated.collnamespace
  left join pg_opclass as opclass on opclass.oid = index.indclass[key.number - 1]
  left join pg_namespace as opclass_namespace on opclass_namespace.oid = opclass.opcnamespace
  left join pg_type as input on input.oid = opclass.opcintype
  left join pg_type as keyed
    on keyed.oid = coalesce(attribute.atttypid, case when opclass.opckeytype = 0 then own.atttypid end)
  left join (
    with recursive below as (
      select oid, typbasetype as base from pg_type where typtype = 'd'
      union all
      select below.oid, type.typbasetype from below join pg_type as type on type.oid = below.base and type.typtype = 'd'
    )
    select below.oid, below.base from below join pg_type as type on type.oid = below.base and type.typtype <> 'd'
  ) as bottom on bottom.oid = keyed.oid
  left join pg_opclass as usual
    on usual.opcmethod = opclass.opcmethod and usual.opcdefault
    and usual.opcintype = coalesce(bottom.base, keyed.oid)
"""
PARTS: Final[LiteralString] = f"{_PARTS} group by index.indexrelid"
"""The keys of every index, by ``indexrelid``, in the column ``parts``, which `parts_of` reads."""
PARTS_OF_CONSTRAINTS: Final[LiteralString] = f"""
{_PARTS} where index.indisexclusion or index.indnatts > index.indnkeyatts group by index.indexrelid
"""
"""The same for those constraints of which more must be known than the columns."""


class _Part(NamedTuple):
    """A key as the query gives it: namespaces are there where the name behind them is to be said."""

    column: str | None
    expression: str | None
    collation_namespace: str | None
    collation: str | None
    opclass_namespace: str | None
    opclass: str | None
    options: Sequence[str] | None
    flags: int | None


def parts_of(row: Mapping[str, Any]) -> tuple[IndexPart, ...]:
    """Return the keys of an index of which the row has ``parts``, the number of ``keys`` and the ``definition``."""
    return tuple(_part(_Part(*part), row["definition"]) for part in row["parts"][: row["keys"]])


def included(row: Mapping[str, Any]) -> tuple[str, ...]:
    """Return the columns that an index holds beside its keys."""
    return tuple(part[0] for part in (row["parts"] or ())[row["keys"] or 0 :])


def _part(said: _Part, definition: str) -> IndexPart:
    collation = name_text(said.collation_namespace, said.collation or "") if said.collation_namespace else None
    if said.column is None and collation and f" COLLATE {collation}" not in definition:
        collation = None  # the expression's own, which only the server can tell
    if said.column is not None and not (collation or said.opclass_namespace or said.flags):
        return _plain(said.column)
    descending, first = bool((said.flags or 0) & 1), bool((said.flags or 0) & 2)
    return IndexPart(
        column=said.column,
        expression=expression_text(said.expression) if said.expression else None,
        collation=collation,
        opclass=_opclass(said),
        descending=descending,
        nulls=None if first == descending else "first" if first else "last",
    )


@lru_cache(maxsize=4096)
def _plain(column: str) -> IndexPart:
    return IndexPart(column=column)


def _opclass(said: _Part) -> str | None:
    if said.opclass_namespace is None or said.opclass is None:
        return None
    # Migrations look into `public` too, where the operator classes of extensions are found by their names.
    plain = said.opclass_namespace == "public" and said.opclass not in CLASSES
    name = quote(said.opclass) if plain else name_text(said.opclass_namespace, said.opclass)
    if not said.options:
        return name
    options = ", ".join(parameters_sql((option,)).replace(" = ", "=", 1) for option in parameters_of(said.options))
    return f"{name}({options})"

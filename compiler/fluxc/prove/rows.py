"""Whether rows come through a migration: those before it against those behind it."""

from __future__ import annotations

from collections import Counter
from enum import Enum, auto
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from fluxc.history.delta import kept_keys
from fluxc.history.lines import attributes, kind_of, name_of, table_of
from fluxc.inspect import qualified
from fluxc.model.names import qualified as spelled
from fluxc.model.names import split_name

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Mapping

    from fluxc.history.migration import Migration
    from fluxc.sample import Contents

    Name = tuple[str, str]
    Row = tuple[str | None, ...]

_LONGEST: Final = 200
_NOTHING: Final = "nothing"


class Keeps(Enum):
    """What a column keeps of its values."""

    VALUES = auto()
    """Every value as it is."""
    NULLS = auto()
    """Which of them are null: what the others become is the matter of a cast."""


class Kept(NamedTuple):
    """A table that stays: what it is called then, and each column that stays with its name then."""

    name: Name
    columns: tuple[tuple[str, str, Keeps], ...]


def kept_tables(
    before: Mapping[str, str], after: Mapping[str, str], migration: Migration, only: Collection[Name] | None = None
) -> dict[Name, Kept]:
    """Return the tables that a migration leaves, by their names before it, with what their columns keep.

    Where there is ``only``, none but those are looked at. A table that is told to lose its rows keeps none, and a
    column that stays and is told to lose values keeps which are null.

    A column that refuses null afterwards may have been filled, a generated one follows from the others, and a new type
    of values, or other values of the old one, casts them. The rows of a partitioned table are those of its partitions.
    """
    emptied = {f"table {hazard.object}" for hazard in migration.hazards if hazard.code == "deletes-data"}
    losing = {f"column {hazard.object}" for hazard in migration.hazards if hazard.code == "deletes-data"}
    keys = kept_keys(before, migration.delta)
    if only is not None:
        tables = {f"table {spelled(*name)}" for name in only}
        keys = {key: new for key, new in keys.items() if kind_of(key) not in _HELD or (table_of(key) or key) in tables}
    types = _changed_types(before, after, keys)
    columns: dict[str, list[tuple[str, str, Keeps]]] = {}
    for key, new in keys.items():
        if kind_of(key) == "column" and (
            how := _keeps(attributes(key, before[key]), attributes(new, after[new]), types)
        ):
            how = Keeps.NULLS if key in losing else how
            columns.setdefault(str(table_of(key)), []).append((_last(key), _last(new), how))
    return {
        _name(key): Kept(_name(new), tuple(columns.get(key, ())))
        for key, new in keys.items()
        if kind_of(key) == "table"
        and key not in emptied
        and "partition_by" not in attributes(key, before[key]) | attributes(new, after[new])
    }


def _changed_types(before: Mapping[str, str], after: Mapping[str, str], keys: Mapping[str, str]) -> set[str]:
    """Return the names of types that become others, and of those made of them."""
    lines = {name_of(key): line for key, line in before.items() if kind_of(key) in _TYPES}
    found: set[str] = set()
    more = {name_of(key) for key, line in before.items() if after.get(keys.get(key, key)) != line} & lines.keys()
    while more:
        found |= more
        more = {name for name, line in lines.items() if any(inner in line for inner in more)} - found
    return found


_HELD: Final = frozenset({"table", "column"})
_TYPES: Final = frozenset({"enum", "domain_type", "composite", "range_type", "collation"})


def _last(key: str) -> str:
    return split_name(name_of(key))[-1]


def _name(key: str) -> Name:
    schema, table = split_name(name_of(key))
    return schema, table


def _keeps(old: Mapping[str, Any], new: Mapping[str, Any], types: set[str]) -> Keeps | None:
    """Return what a column keeps, None where nothing is to be expected of it."""
    if old.get("generated") or new.get("generated"):
        return None
    if old.get("nullable") and not new.get("nullable"):
        return None
    alike = old.get("type") == new.get("type") and not any(name in str(new.get("type")) for name in types)
    return Keeps.VALUES if alike else Keeps.NULLS


def back_again(kept: Mapping[Name, Kept]) -> dict[Name, Kept]:
    """Return what must be there again behind a way back that does not give everything: what a migration keeps."""
    return {name: Kept(name, tuple((old, old, how) for old, _, how in stays.columns)) for name, stays in kept.items()}


def lost(kept: Mapping[Name, Kept], before: Mapping[Name, Contents], after: Mapping[Name, Contents]) -> Iterator[str]:
    """Yield in words each table whose rows are not those that it had, with one of them."""
    for table, stays in kept.items():
        if table not in before or stays.name not in after:
            continue
        held, holds = before[table].columns, after[stays.name].columns  # a wrong migration may lack some
        there = [(old, new, how) for old, new, how in stays.columns if old in held and new in holds]
        had = _seen(before[table].by([old for old, _, _ in there]), [how for _, _, how in there])
        has = _seen(after[stays.name].by([new for _, new, _ in there]), [how for _, _, how in there])
        if had != has:
            names = [new for _, new, _ in there]
            told = (_told(names, had - has, "is gone"), _told(names, has - had, "is there"))
            yield f"{qualified(*stays.name)}: {'; '.join(filter(None, told))}"


def otherwise(before: Mapping[Name, Contents], after: Mapping[Name, Contents]) -> Iterator[str]:
    """Yield in words each table whose rows are not just those that it had."""
    kept = {
        name: Kept(name, tuple((column, column, Keeps.VALUES) for column in contents.columns))
        for name, contents in before.items()
    }
    yield from lost(kept, before, after)


def _seen(contents: Contents, how: Iterable[Keeps]) -> Counter[Row]:
    modes = tuple(how)
    found = Counter[tuple[str | None, ...]]()
    for row, times in contents.rows.items():
        found[
            tuple(
                value if mode is Keeps.VALUES or value is None else "…" for value, mode in zip(row, modes, strict=True)
            )
        ] += times
    return found


def _told(names: Iterable[str], rows: Counter[Row], what: str) -> str:
    row = min(rows, key=str, default=None)
    if row is None:
        return ""
    words = ", ".join(f"{name} {_NOTHING if value is None else value}" for name, value in zip(names, row, strict=True))
    return f"the row {words[:_LONGEST]}{'…' if len(words) > _LONGEST else ''} {what}"

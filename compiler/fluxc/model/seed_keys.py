"""The key of a seed: the unique columns by which a declared row is found in its table."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING

from fluxc.model.claims import unique_columns, unique_keys
from fluxc.model.column import Column
from fluxc.model.constraint import PrimaryKey
from fluxc.model.draft import listed
from fluxc.model.inherited import columns_of
from fluxc.model.state import Key

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable

    from fluxc.model.findings import Findings, Place
    from fluxc.model.seed import SeedDeclaration
    from fluxc.model.state import State


def keys_of(state: State, table: tuple[str, ...]) -> list[tuple[tuple[str, ...], bool]]:
    """Return the sets of columns that tell rows of a table apart, each with whether it is the primary key.

    Columns are in the order of the table; a set that two constraints share is named once.
    """
    order = [column.name for column in columns_of(table, state)]
    found: dict[tuple[str, ...], bool] = {}
    for item in unique_keys(state.under(table)):
        wanted = unique_columns(item)
        columns = tuple(name for name in order if name in wanted)
        found[columns] = found.get(columns, False) or isinstance(item, PrimaryKey)
    return sorted(found.items(), key=lambda pair: not pair[1])


def natural_key(state: State, table: tuple[str, ...]) -> str | None:
    """Return the one column beside the primary key that is unique alone; None where there is none or several."""
    alone = [columns[0] for columns, primary in keys_of(state, table) if len(columns) == 1 and not primary]
    return alone[0] if len(alone) == 1 else None


def chosen_key(
    state: State,
    table: tuple[str, ...],
    form: SeedDeclaration,
    given: Collection[str],
    place: Place,
    findings: Findings,
) -> tuple[str, ...] | None:
    """Return the key that a seed says, or the one that suits its rows; record why there is none.

    ``given`` are the columns that every row gives.
    """
    keys = keys_of(state, table)
    if form.key is not None:
        return _said(keys, listed(form.key), place / "key", findings)
    fitting = [(columns, primary) for columns, primary in keys if set(columns) <= set(given)]
    if fitting and (fitting[0][1] or len(fitting) == 1):
        return fitting[0][0]
    if not form.rows and keys:
        return keys[0][0]
    if fitting:
        message = f"rows could be told apart by {_either(columns for columns, _ in fitting)}"
        findings.add("bad-seed-key", message, place, "say by which: `key: [column]`", key=True)
        return None
    possible = [columns for columns, _ in keys if not any(_generated(state, table, name) for name in columns)]
    message = "no unique columns are given by every row, so rows cannot be told apart"
    cure = f"give {_either(possible)} in every row" if possible else "make a column of the table unique"
    findings.add("bad-seed-key", message, place, cure, key=True)
    return None


def _said(
    keys: list[tuple[tuple[str, ...], bool]], said: list[str], place: Place, findings: Findings
) -> tuple[str, ...] | None:
    for columns, _ in keys:
        if set(columns) == set(said):
            return columns
    message = f"({', '.join(said)[:120]}) is neither a primary key nor unique"
    known = [columns for columns, _ in keys]
    cure = f"name {_either(known)}" if known else "make the columns unique"
    findings.add("bad-seed-key", message, place, cure)
    return None


def _generated(state: State, table: tuple[str, ...], name: str) -> bool:
    column = state.get(Key(Column.kind, (*table, name)))
    return isinstance(column, Column) and column.identity == "always"


def _either(keys: Iterable[tuple[str, ...]]) -> str:
    return " or ".join(f"({', '.join(columns)})" for columns in islice(keys, 4))

"""Rules by which partitions come and go with the calendar."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from fluxc.model.claims import claims
from fluxc.model.domain_type import DomainType
from fluxc.model.inherited import columns_of
from fluxc.model.periods import period_of
from fluxc.model.rolling import Rolling
from fluxc.model.state import Key
from fluxc.model.table import Table
from fluxc.model.types import parse

if TYPE_CHECKING:
    from fluxc.model.draft import TableDraft
    from fluxc.model.lowering import Lowering
    from fluxc.model.rolling import RollingDeclaration
    from fluxc.model.state import Object, State

_TIMES: Final = frozenset({"timestamp without time zone", "timestamp with time zone"})
_DATE: Final = "date"


def lower_rule(low: Lowering, draft: TableDraft, said: RollingDeclaration) -> Rolling:
    """Return the rule of a table; record one that contradicts itself, and a table that no rule can be of."""
    place = draft.place / "partitions"
    if said.drop and said.keep is None:
        message = "partitions are to be dropped, and nothing says how many past ones are kept"
        low.findings.add("bad-partition", message, place / "drop", "add `keep:`, or leave `drop` out", key=True)
    if draft.form.partition_by is None:
        message = f"table {draft.path[-1]} has a rule for its partitions, and nothing says how rows are told apart"
        low.findings.add("bad-partition", message, place, "write `partition_by: range (column)`", key=True)
    return Rolling(every=said.every, ahead=said.ahead, keep=said.keep, drop=said.drop)


def check_rolling(low: Lowering, state: State) -> None:
    """Record rules of tables whose rows no calendar tells apart, and names that a rule will want."""
    for table in state.of(Table):
        if table.rolling is not None:
            _check_key(low, table, state)
            _check_names(low, table, state)


def _check_key(low: Lowering, table: Table, state: State) -> None:
    assert table.rolling is not None
    key = table.partition_by
    place = low.places[table.key]
    if key is None:
        return
    column = key.parts[0].column if key.strategy == "range" and len(key.parts) == 1 else None
    if column is None:
        message = f"table {table.name} has a rule for its partitions, and rows are not told apart by one column of time"
        cure = "write `partition_by: range (column)`, or name the partitions"
        low.findings.add("bad-partition", message, place / "partition_by", cure)
        return
    found = next((item for item in columns_of(table.key.path, state) if item.name == column), None)
    base = _base(found.type, state) if found is not None else None
    if base == _DATE and table.rolling.every == "hour":
        message = f"column {column} of table {table.name} is a date, which has no hours"
        low.findings.add("bad-partition", message, place / "partitions" / "every", "write `every: day`")
    elif base is not None and base != _DATE and base not in _TIMES:
        message = f"column {column} of table {table.name} is {base}, and a rule for partitions goes by the calendar"
        cure = "make its type timestamptz, timestamp or date, or name the partitions"
        low.findings.add("bad-partition", message, place / "partition_by", cure)


def _base(text: str, state: State) -> str:
    """Return the type that a type is based on, without modifiers."""
    found = parse(text)
    below = state.get(Key(DomainType.kind, found.path))
    if isinstance(below, DomainType) and not found.array:
        return _base(below.type, state)
    return found.base + ("[]" if found.array else "")


def _check_names(low: Lowering, table: Table, state: State) -> None:
    """Record what bears a name that a partition of the table is to have."""
    assert table.rolling is not None
    for item in state:
        if any(_is_wanted(name, table) for name in _relations(item, table.place[0])):
            message = f"{item.noun} {item.name} is called like a partition that table {table.name} will have"
            low.findings.add("name-clash", message, low.places[item.key], "give it another name", key=True)


def _relations(item: Object, space: str) -> list[str]:
    return [claim[2] for claim in claims(item) if claim[:2] == ("relation", space)]


def _is_wanted(name: str, table: Table) -> bool:
    found = period_of(table.name, name)
    return found is not None and table.rolling is not None and found[0] == table.rolling.every

"""The sequences that columns own: those said at a column, and declared ones with an owner."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from fluxc.diagnostics import did_you_mean
from fluxc.model import names
from fluxc.model.column import Column
from fluxc.model.column_declaration import SerialDeclaration
from fluxc.model.lower_columns import column_type, serial_name
from fluxc.model.lower_options import counting
from fluxc.model.privileges import Privileges
from fluxc.model.sequence import Sequence
from fluxc.model.sequence_names import drawing, draws_from, sequence_names
from fluxc.model.state import Key
from fluxc.model.table import Table
from fluxc.model.type_table import INTEGERS

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable

    from fluxc.model.draft import ColumnDraft, TableDraft
    from fluxc.model.findings import Place
    from fluxc.model.lowering import Lowering


UNLOGGED_SEQUENCES: Final = 15
"""The server from which on the sequences of unlogged tables are unlogged as well."""


def lower_owned(low: Lowering, domains: Iterable[str]) -> None:
    """Take in the sequences said at columns, and give declared ones their owners."""
    for domain in domains:
        for draft in low.scope.tables[domain].values():
            for column in draft.serials or ():
                _serial(low, draft, column)
    for path, text, place in low.owners:
        _own(low, path, text, place)


def _serial(low: Lowering, draft: TableDraft, column: ColumnDraft) -> None:
    """Take in the sequence of a serial column."""
    said = column.long.serial if column.long else None
    found = column_type(low, draft, column)
    place = column.place / "serial"
    if found is None or said is None or found.text not in INTEGERS:
        return  # what is wrong is told with the column
    long = said if isinstance(said, SerialDeclaration) else None
    name = serial_name(draft, column)
    if not low.findings.name(name, "sequence", place / "name" if long and long.name else place):
        return
    item = Sequence(
        place=draft.path[:-1],
        name=name,
        doc=long.doc if long else None,
        type=long.type if long and long.type else found.text,
        counting=counting(low, long, place) if long else None,
        owned_by=(*draft.path, column.name),
        unlogged=long is not None and long.unlogged,
    )
    if item.unlogged:
        low.findings.needs(15, "an unlogged sequence", place / "unlogged")
    low.add(item, place, long.was if long else None)
    low.scope.owned.add(item.key.path)
    low.scope.sequences[draft.domain] = {**low.scope.sequences.get(draft.domain, {}), item.name: item}


def _own(low: Lowering, path: tuple[str, str], text: str, place: Place) -> None:
    """Give a declared sequence its owner; record a text that names no column beside it."""
    try:
        parts = names.split_name(text)
    except ValueError:
        parts = ()
    drafts = {
        draft.path[-1]: draft
        for domain, namespace in low.scope.domains.items()
        if namespace == path[0]
        for draft in low.scope.tables.get(domain, {}).values()
    }
    if len(parts) != 2:
        low.findings.add("bad-value", f"`{text[:70]}` names no column", place, "write `table.column`")
    elif parts[0] not in drafts:
        message = f"there is no table `{parts[0][:70]}` in namespace {path[0]}, where the sequence is"
        low.findings.add("unknown-table", message, place, did_you_mean(parts[0], drafts))
    elif parts[1] not in drafts[parts[0]].columns:
        low.scope.unknown_column(drafts[parts[0]], parts[1], place)
    else:
        key = Key(Sequence.kind, path)
        low.scope.owned.add(path)
        low.objects[:] = [
            item.owned((*path[:1], *parts)) if isinstance(item, Sequence) and item.key == key else item
            for item in low.objects
        ]


def settle_owned(low: Lowering) -> None:
    """Bring the sequences that serial columns own into the one form in which a state holds them; see `settled`."""
    columns = [item for item in low.objects if isinstance(item, Column)]
    owned = [item for item in low.objects if isinstance(item, Sequence) and item.owned_by]
    held = {item.target.path for item in low.objects if isinstance(item, Privileges) and item.of == Sequence.kind}
    logged = low.findings.target < UNLOGGED_SEQUENCES
    unlogged = {item.key.path for item in low.objects if isinstance(item, Table) and item.unlogged and not logged}
    found, gone, fresh = settled(columns, owned, held, unlogged)
    low.objects[:] = [found.get(item.key, item) for item in low.objects if item.key not in gone]
    low.objects[:0] = fresh
    for item in fresh:
        low.places[item.key] = low.places[Key(Column.kind, item.owned_by)]


Settled = tuple[dict[Key, Column], set[Key], list[Sequence]]


def settled(
    columns: Iterable[Column],
    owned: Iterable[Sequence],
    held: Collection[tuple[str, ...]] = (),
    unlogged: Collection[tuple[str, ...]] = (),
) -> Settled:
    """Return the columns that are said otherwise, the keys of sequences that they say, and sequences to be told.

    What `create table` would make of the word `serial` (its name, its type, no option, no comment) is said by the
    column, unless other columns draw from it: then it is a sequence like others, and so are those whose paths are
    ``held``, since more is said of them.  The sequences of tables whose paths are ``unlogged`` are so as well.
    """
    sequences = {item.owned_by: item for item in owned}
    drawing_columns = [item for item in columns if item.serial or (item.default and "nextval(" in item.default)]
    drawn = {
        path
        for item in drawing_columns
        for path in sequence_names(item.default or "")
        if item.key.path not in sequences or sequences[item.key.path].key.path != path
    }
    drawn |= set(held)
    found: dict[Key, Column] = {}
    gone: set[Key] = set()
    fresh: list[Sequence] = []
    for item in drawing_columns:
        path = item.key.path
        if item.serial and (*item.place[:-1], item.sequence) in drawn:
            assert item.sequence is not None
            named = Sequence(place=item.place[:-1], name=item.sequence, type=item.type, owned_by=path)
            fresh.append(named.model_copy(update={"unlogged": item.place in unlogged}))
            found[item.key] = item.model_copy(update={"default": drawing(fresh[-1].sql), "serial": False})
        elif (sequence := sequences.get(path)) is not None and sequence.key.path not in drawn:
            if not is_plain(sequence, item, unlogged=item.place in unlogged):
                continue
            gone.add(sequence.key)
            found[item.key] = item.model_copy(update={"default": None, "serial": True})
    return found, gone, fresh


def is_plain(sequence: Sequence, column: Column, *, unlogged: bool = False) -> bool:
    """Return whether a sequence is the one that a serial column would have, and the column draws from it."""
    serial = column.model_copy(update={"serial": True, "sequence_name": None})
    said = sequence.counting or sequence.doc or sequence.unlogged != unlogged
    alike = sequence.place == column.place[:-1] and sequence.name == serial.sequence and sequence.type == column.type
    drawn = column.default is not None and draws_from(column.default) == sequence.key.path
    return alike and drawn and not said and not column.nullable and not column.identity

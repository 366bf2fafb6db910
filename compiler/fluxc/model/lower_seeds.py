"""Seeds as declared into seeds: every row is checked against its table, as far as that needs no server."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from fluxc.model.seed import Row, Seed, SeedDeclaration
from fluxc.model.seed_cells import Cells
from fluxc.model.seed_keys import chosen_key

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from fluxc.model.column import Column
    from fluxc.model.draft import TableDraft
    from fluxc.model.findings import Place
    from fluxc.model.lowering import Lowering
    from fluxc.model.seed import SeedForm, Shape, Value
    from fluxc.model.state import State

_MOST_FINDINGS: Final = 20
Given = dict[str, tuple["Value", tuple[str | None, ...]]]


def lower_seeds(low: Lowering, state: State, drafts: Iterable[TableDraft]) -> tuple[Seed, ...]:
    """Return the seeds of tables, each of which has one; record what is wrong with them."""
    return tuple(seed for draft in drafts if (seed := _lowered(low, state, draft)) is not None)


def _lowered(low: Lowering, state: State, draft: TableDraft) -> Seed | None:
    place = draft.place / "seed"
    form, rows_at = _long(draft.form.seed, place)
    before = len(low.findings.diagnostics)
    cells = Cells(low, state, draft)
    _check_columns(cells, form.columns, place / "columns")
    rows = list(_rows(cells, form, rows_at, before))
    if len(low.findings.diagnostics) > before:
        return None
    in_every = [name for name in cells.columns if all(name in row for row, _ in rows)]
    key = chosen_key(state, draft.path, form, in_every, place, low.findings)
    if key is None:
        return None
    _check_rows(cells, key, rows, before)
    order = [name for name in cells.columns if any(name in row for row, _ in rows)]
    columns = tuple(dict.fromkeys((*key, *order)))
    return Seed(draft.path, form.mode, key, columns, cells.reads(), _in_shape(rows, order), place)


def _long(form: SeedForm | None, place: Place) -> tuple[SeedDeclaration, Place]:
    """Return a seed of any form in the long form, and where its rows stand."""
    if isinstance(form, SeedDeclaration):
        return form, place / "rows"
    return SeedDeclaration.model_construct(mode="insert", key=None, columns=None, rows=list(form or ())), place


def _check_columns(cells: Cells, columns: list[str] | None, place: Place) -> None:
    for number, name in enumerate(columns or ()):
        if columns and columns.index(name) < number:
            cells.findings.add("bad-seed", f"column {name[:70]} stands here twice", place / number, "leave one out")
        cells.may_give(name, place / number, at_key=False)


def _rows(cells: Cells, form: SeedDeclaration, place: Place, before: int) -> Iterator[tuple[Given, Place]]:
    """Yield what each row gives; after many errors the rest is left alone."""
    for number, form_row in enumerate(form.rows):
        where = place / number
        if len(cells.findings.diagnostics) - before >= _MOST_FINDINGS:
            message = f"this seed has {_MOST_FINDINGS} errors; what stands from here on was not read"
            cells.findings.add("bad-seed", message, where, "correct those before")
            return
        if isinstance(form_row, dict):
            yield _mapping(cells, form_row, where), where
        elif (named := _named(cells, form.columns, form_row, where)) is not None:
            yield {name: cell for name, cell in named.items() if cell is not None}, where


def _mapping(cells: Cells, row: Mapping[str, Any], place: Place) -> Given:
    mine = [(name, value) for name, value in row.items() if cells.may_give(name, place / name)]
    found = {name: cells.read(name, value, place / name) for name, value in mine}
    return {name: cell for name, cell in found.items() if cell is not None}


def _named(cells: Cells, columns: list[str] | None, row: list[Any], place: Place) -> dict[str, Any] | None:
    if columns is None:
        cure = "add `columns: [name, …]` to the seed"
        cells.findings.add("bad-seed", "a row that is a list needs the names of its columns", place, cure)
        return None
    if len(row) != len(columns):
        message = f"values of this row: {len(row)}, columns: {len(columns)}"
        cells.findings.add("bad-seed", message, place, f"give a value for each of {', '.join(columns)[:120]}")
        return None
    return {
        name: cells.read(name, value, place / number)
        for number, (name, value) in enumerate(zip(columns, row, strict=True))
        if name in cells.columns
    }


def _check_rows(cells: Cells, key: tuple[str, ...], rows: list[tuple[Given, Place]], before: int) -> None:
    """Record rows without a key, rows with the same key, and rows that lack a required column."""
    seen: dict[tuple[object, ...], Place] = {}
    required = [name for name, column in cells.columns.items() if _is_required(column)]
    for row, place in rows:
        if len(cells.findings.diagnostics) - before >= _MOST_FINDINGS:
            return
        if any(name not in row or row[name][1] == (None,) for name in key):
            message = f"this row gives no value for its key ({', '.join(key)})"
            cells.findings.add("bad-seed-key", message, place, "give one, or name other unique columns under `key:`")
            continue
        if missing := [name for name in required if name not in row]:
            message = f"this row lacks {', '.join(missing)[:200]}, which takes no null and has no default"
            cells.findings.add("incomplete-row", message, place, "give a value, or give the column a default")
        other = seen.setdefault(tuple(row[name] for name in key), place)
        if other is not place:
            message = f"a row with the same ({', '.join(key)}) stands in line {other.span().line}"
            cells.findings.add("row-twice", message, place, "leave one of them out")


def _is_required(column: Column) -> bool:
    filled = column.default is not None or column.generated is not None or column.identity or column.serial
    return not (column.nullable or filled)


def _in_shape(rows: list[tuple[Given, Place]], order: list[str]) -> tuple[Row, ...]:
    """Return rows whose parameters stand in the order of their shape; equal shapes are one."""
    shapes: dict[Shape, Shape] = {}
    found: list[Row] = []
    for row, place in rows:
        names = [name for name in order if name in row]
        shape: Shape = tuple((name, row[name][0]) for name in names)
        parameters = tuple(parameter for name in names for parameter in row[name][1])
        found.append(Row(shapes.setdefault(shape, shape), parameters, place))
    return tuple(found)

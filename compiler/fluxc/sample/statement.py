"""The insert that puts rows into a table."""

from __future__ import annotations

from typing import TYPE_CHECKING

from psycopg.sql import SQL, Composed, Identifier

from fluxc.sample.maker import fill, text
from fluxc.sample.styles import STYLES

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from psycopg.sql import Composable

    from fluxc.sample.draft import Draft
    from fluxc.sample.facts import Check, Table
    from fluxc.sample.trial import Cell


def insert(
    made: Draft,
    places: Mapping[str, Sequence[int]],
    filters: Sequence[Check],
    into: Table,
    first: int,
    last: int,
    most: int,
) -> Composed:
    """Return the insert of at most ``most`` rows of the numbers from ``first`` to ``last``.

    A row that a key does not let in is left out, where the server can leave out rows.
    """
    columns = [*made.cells, *made.echoes]
    number = Identifier(_free("number", made))
    values = [cell.named(_styled(cell, places[name])) for name, cell in made.cells.items()]
    numbers = fill("generate_series({first}::int8, {last}::int8) as s(i)", first=first, last=last)
    rows = made.source.rows([*values, fill("s.i as {number}", number=number)], numbers)
    held = SQL(" and ").join(fill("({check}) is not false", check=text(check.text)) for check in filters)
    names = SQL(", ").join(map(Identifier, columns))
    return Composed(
        [
            fill("insert into {table} ({names}) ", table=into.path, names=names),
            SQL("overriding system value " if any(into.columns[name].identity for name in columns) else ""),
            fill(
                "select {names} from ({rows}) as {alias}", names=names, rows=rows, alias=Identifier(made.source.alias)
            ),
            fill(" where {held}", held=held) if filters else SQL(""),
            fill(" order by {number} limit {most}", number=number, most=most),
            SQL("" if into.rules else " on conflict do nothing"),
        ]
    )


def _free(word: str, made: Draft) -> str:
    while word in made.table.columns:
        word += "_"
    return word


def _styled(cell: Cell, places: Sequence[int]) -> Composable:
    """Return the value of a cell by the style of the row."""
    if len(set(places)) == 1:
        return cell.value(places[0])
    whens = [
        fill("when {style} then {value}", style=style, value=cell.value(place))
        for style, place in enumerate(places)
        if place != places[0]
    ]
    return Composed(
        [
            fill("case s.i % {styles} ", styles=STYLES),
            SQL(" ").join(whens),
            fill(" else {value} end", value=cell.value(places[0])),
        ]
    )

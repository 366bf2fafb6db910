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
    made: Draft, places: Mapping[str, Sequence[int]], filters: Sequence[Check], numbers: range, most: int
) -> Composed:
    """Return the insert of at most ``most`` of the rows of those numbers.

    A row that a key does not let in is left out, where the server can leave out rows.
    """
    columns = [*made.cells, *made.echoes]
    number = Identifier(_free("number", made.table))
    values = [cell.named(_styled(cell, places[name])) for name, cell in made.cells.items()]
    series = fill("generate_series({first}::int8, {last}::int8) as s(i)", first=numbers[0], last=numbers[-1])
    source = made.source(filters)
    rows = source.rows([*values, fill("s.i as {number}", number=number)], series)
    names = SQL(", ").join(map(Identifier, columns))
    by_hand = any(made.into.columns[name].identity for name in columns)
    return Composed(
        [
            fill("insert into {table}", table=made.into.path),
            fill(" ({names})", names=names) if columns else SQL(""),
            SQL(" overriding system value " if by_hand else " "),
            fill("select {names} from ({rows}) as {alias}", names=names, rows=rows, alias=Identifier(source.alias)),
            SQL(" where " if filters else ""),
            SQL(" and ").join(fill("({check}) is not false", check=text(check.text)) for check in filters),
            fill(" order by {number} limit {most}", number=number, most=most),
            SQL("" if made.into.strict or made.table.strict else " on conflict do nothing"),
        ]
    )


def _free(word: str, table: Table) -> str:
    while word in table.columns:
        word += "_"
    return word


def _styled(cell: Cell, places: Sequence[int]) -> Composable:
    """Return the value of a cell by the style of the row."""
    whens = [
        fill("when {style} then {value}", style=style, value=cell.value(place))
        for style, place in enumerate(places)
        if place != places[0]
    ]
    if not whens:
        return cell.value(places[0])
    value = cell.value(places[0])
    return Composed(
        [fill("case s.i % {styles} ", styles=STYLES), SQL(" ").join(whens), fill(" else {value} end", value=value)]
    )

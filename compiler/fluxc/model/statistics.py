"""Extended statistics of tables (manual, CREATE STATISTICS)."""

from __future__ import annotations

from typing import ClassVar, Final, Literal

from fluxc.model.attached import Attached
from fluxc.model.names import qualified

StatisticsKind = Literal["ndistinct", "dependencies", "mcv"]

KINDS: Final[tuple[StatisticsKind, ...]] = ("ndistinct", "dependencies", "mcv")
"""Every kind of statistics, in the order in which the server lists them."""


class Statistics(Attached):
    """Statistics over several columns, or over expressions, under the path of their table.

    ``columns`` are sorted, ``expressions`` are canonical; no ``kinds`` are all.
    """

    kind: ClassVar[str] = "statistics"
    noun: ClassVar[str] = "statistics"
    parsed: ClassVar[bool] = True

    columns: tuple[str, ...] = ()
    expressions: tuple[str, ...] = ()
    kinds: tuple[StatisticsKind, ...] = ()
    target: int | None = None

    @property
    def sql(self) -> str:
        """Return the qualified name: statistics live in the namespace of their table, not in the table."""
        return qualified(*self.place[:-1], self.name)

    @property
    def texts(self) -> tuple[str, ...]:
        """Return the expressions."""
        return self.expressions

"""A run that stops for a person's decision, before it has touched anything."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from fluxc.diagnostics import Diagnostic


class Stopped(Exception):  # noqa: N818  # nothing is wrong: somebody has to decide (exit code 4)
    """Nothing was done; the diagnostics say what has to be decided."""

    def __init__(self, diagnostics: Iterable[Diagnostic]) -> None:
        self.diagnostics = tuple(diagnostics)
        super().__init__("; ".join(diagnostic.message for diagnostic in self.diagnostics))

"""The names of a table, of its columns and of its primary key, as constants of the class of its rows."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from fluxc.render.python_text import WIDTH, bracketed, literal
from fluxc.render.python_types import Symbol

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from fluxc.render.imports import Imports
    from fluxc.render.model_package import TablePart

CLASS_VARS: Final = ("TABLE", "COLUMNS", "PRIMARY_KEY")
_CLASS_VAR: Final = Symbol("typing", "ClassVar")
_INDENT: Final = 4


class ClassVars:
    """Writes the constants of one module; a name that is ``taken`` gets an underscore."""

    def __init__(self, imports: Imports, taken: Collection[str]) -> None:
        self._imports = imports
        self._names = [_free(name, taken) for name in CLASS_VARS]

    def lines(self, part: TablePart) -> list[str]:
        """Return the lines for one table."""
        columns = [column.name for column in part.columns]
        key = part.keys[0].columns if part.keys else ()
        values = (part.table.key.path, columns, key)
        return [self._line(name, value) for name, value in zip(self._names, values, strict=True)]

    def _line(self, name: str, values: Sequence[str]) -> str:
        head, texts = f"{name}: {self._imports.use(_CLASS_VAR)} = (", list(map(literal, values))
        if len(texts) == 1 and len(line := f"{head}{texts[0]},)") <= WIDTH - _INDENT:
            return line
        return bracketed(head, texts, ")", _INDENT)


def _free(name: str, taken: Collection[str]) -> str:
    while name in taken:
        name += "_"
    return name

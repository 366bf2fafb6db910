"""The SQL of seeds, written by the templates in ``templates/seed``."""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import count
from typing import TYPE_CHECKING, Any, Final

from fluxc.render.environment import write

if TYPE_CHECKING:
    from jinja2 import Environment

    from fluxc.model.seed import Seed, Shape

LOCK_TIMEOUT: Final = "5s"


@dataclass(slots=True)
class Stage:
    """The temporary table of the declared rows of a table.

    ``aliases`` maps the declared columns to those of the temporary table, ``shapes`` numbers the shapes of its rows.
    """

    seed: Seed
    name: tuple[str, str]
    aliases: dict[str, str] = field(init=False)
    shapes: dict[Shape, int] = field(default_factory=dict["Shape", int])

    def __post_init__(self) -> None:
        self.aliases = {name: f"c{number}" for number, name in enumerate(self.seed.columns, 1)}

    def number(self, shape: Shape) -> int:
        """Return the number of a shape, a new one where it was not seen before."""
        return self.shapes.setdefault(shape, len(self.shapes))


class Statements:
    """Writes the statements for a stage, each by the template of its name."""

    def __init__(self, templates: Environment) -> None:
        self._templates = templates
        self._fillings: dict[tuple[tuple[str, str], int, int], bytes] = {}

    def write(self, name: str, **context: Any) -> bytes:
        """Return one statement, or several where they take no parameters."""
        return write(self._templates, f"seed/{name}.sql.j2", context).encode()

    def filling(self, stage: Stage, shape: Shape, rows: int) -> bytes:
        """Return the statement that puts so many rows of a shape into a stage: for each its number, then its values."""
        number = stage.number(shape)
        known = self._fillings.get((stage.name, number, rows))
        if known is None:
            mark = map("${}".format, count(1)).__next__
            known = self.write("fill", stage=stage, number=number, shape=shape, rows=rows, mark=mark)
            self._fillings[stage.name, number, rows] = known
        return known

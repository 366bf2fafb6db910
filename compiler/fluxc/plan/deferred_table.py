"""A table gets another name: in between a view has the new one."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from fluxc.model.column import Column
from fluxc.model.names import qualified, quote
from fluxc.model.privileges import Privileges
from fluxc.model.state import Key
from fluxc.model.view import View
from fluxc.plan.deferred import Deferred, take_back

if TYPE_CHECKING:
    from collections.abc import Iterator

    from fluxc.model.state import Object
    from fluxc.plan.operation import Objects, Path, Rename
    from fluxc.plan.tables import RenameTable

INVOKER_SINCE = 15
"""The oldest server on which a view reads with the rights of who reads it (release notes of PostgreSQL 15)."""


@dataclass(frozen=True)
class DeferredTable(Deferred):
    """The rename of a table, and those of what is named after it."""

    rename: RenameTable
    others: tuple[Rename, ...]
    target: int

    @property
    def renames(self) -> bool:
        return True

    @property
    def path(self) -> Path:
        return self.rename.key.path

    @property
    def tells(self) -> frozenset[Key]:
        return frozenset({self.rename.key})

    @property
    def stands_in(self) -> frozenset[Key]:
        return frozenset({Key(View.kind, self.path)})

    def undo(self, objects: Objects) -> None:
        take_back(self.rename, self.others, objects)

    def begin(self, objects: Objects) -> None:
        for item in (self._view(objects), *self._grants(objects)):
            objects[item.key] = item

    def strip(self, objects: Objects) -> None:
        for item in [item for item in objects.values() if item.key.path[: len(self.path)] == self.path]:
            del objects[item.key]

    def _view(self, objects: Objects) -> View:
        old, new = self.rename.old.key.path, self.rename.new
        columns = [item for item in objects.values() if isinstance(item, Column) and item.place == old]
        names = ", ".join(quote(column.name) for column in columns)
        return View(
            place=new.place,
            name=new.name,
            query=f"select {names} from {qualified(*old)}",  # noqa: S608 - names are quoted
            security_invoker=self.target >= INVOKER_SINCE,
            column_docs=(),
        )

    def _grants(self, objects: Objects) -> Iterator[Object]:
        """Yield what roles may do with the table, and with columns of it, as said of the view."""
        old = self.rename.old.key.path
        for item in list(objects.values()):
            if isinstance(item, Privileges) and item.of in {"table", "column"} and item.key.path[:2] == old:
                of = "view" if item.of == "table" else item.of
                yield item.at(*self.path, *item.key.path[2:]).model_copy(update={"of": of})

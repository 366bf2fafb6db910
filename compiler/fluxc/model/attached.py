"""What is changed by itself: what hangs on a relation beside its columns, constraints and indexes, and the like."""

from __future__ import annotations

from typing import ClassVar

from fluxc.model.keywords import COLUMN_ONLY, RESERVED
from fluxc.model.mentions import mentions
from fluxc.model.state import Object


class Apart(Object):
    """An object that is renamed, changed in place and made anew by itself, and holds no rows.

    It is ``copied`` where a partition has it from its table, whose name for it is in its key.
    """

    copied: ClassVar[bool] = False


class Attached(Apart):
    """A trigger or the like, under the path of its relation."""

    attached: ClassVar[bool] = True

    @property
    def texts(self) -> tuple[str, ...]:
        """Return the SQL texts of the object, which may name anything."""
        return ()

    @property
    def looks_around(self) -> bool:
        """Return whether a text calls something by its bare name, which may lie in the object's own namespace."""
        found = (mention for text in self.texts for mention in mentions(text))
        return any(len(item.path) == 1 and item.likely and item.path[0] not in RESERVED | COLUMN_ONLY for item in found)

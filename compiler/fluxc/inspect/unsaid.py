"""What a database holds and a state cannot say."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from fluxc.model.state import Key


@dataclass(frozen=True, slots=True)
class Unsaid:
    """An object, or in words one thing about it, with the SQL that makes it where everything else is there.

    ``undo`` takes it away again; where nothing does, it cannot be raw SQL.  ``space`` is the namespace whose domain
    would say that, none for the usual one; ``needs`` are the keys of what else a state cannot say that it rests on.
    """

    key: Key
    definition: str
    attribute: str = ""
    undo: str = ""
    space: str | None = None
    needs: tuple[Key, ...] = ()

    @property
    def whole(self) -> bool:
        """Tell whether the object itself is not in the state, so that nothing in the state can rest on it."""
        return not self.attribute

    @property
    def text(self) -> str:
        """What it is, in words."""
        return f"{self.key.text}: {self.attribute}" if self.attribute else self.key.text

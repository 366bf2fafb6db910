"""What a database holds and a state cannot say."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from fluxc.model.state import Key


@dataclass(frozen=True, slots=True)
class Unsaid:
    """An object, or in words one thing about it, with the SQL that makes it where everything else is there."""

    key: Key
    definition: str
    attribute: str = ""

    @property
    def whole(self) -> bool:
        """Tell whether the object itself is not in the state, so that nothing in the state can rest on it."""
        return not self.attribute

    @property
    def text(self) -> str:
        """What it is, in words."""
        return f"{self.key.text}: {self.attribute}" if self.attribute else self.key.text

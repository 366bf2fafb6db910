"""Questions that only a person can answer, and the answers given."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import NamedTuple


class Question(NamedTuple):
    """A choice that a migration needs: what is to be decided about which object, and the ready-made answers."""

    code: str
    object: str
    message: str
    answers: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Decisions:
    """Answers: objects that may go, by qualified name, and whether every drop beside an add is just that.

    ``unattended`` answers every question with the plainest migration; ``assumed`` are the questions answered so before,
    each a code and an object.
    """

    drops: frozenset[str] = frozenset()
    no_renames: bool = False
    unattended: bool = False
    assumed: frozenset[str] = frozenset()
    used: set[str] = field(default_factory=set[str], compare=False)

    def drops_object(self, name: str) -> bool:
        """Return whether the object was named as one that may go."""
        if name in self.drops or printable(name) in self.drops:
            self.used.add(f"drop {printable(name)}")
            return True
        return False

    def assumes(self, code: str, name: str) -> bool:
        """Return whether the question of this code about an object is answered by an assumption."""
        said = printable(f"{code} {name}")
        if self.unattended or said in self.assumed:
            self.used.add(f"assume {said}")
            return True
        return False

    def is_no_rename(self, name: str) -> bool:
        """Return whether the object goes for good although something of its kind was added beside it."""
        if self.drops_object(name):
            return True
        if self.no_renames:
            self.used.add("no-renames")
        return self.no_renames


def printable(text: str) -> str:
    """Return text for one line of a comment: line breaks and control characters are escaped."""
    return "".join(character if character.isprintable() else repr(character)[1:-1] for character in text)

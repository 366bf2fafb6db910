"""Going through the words of a statement."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, NamedTuple

from fluxc.model.names import qualified

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Sequence

    from fluxc.lint.sql.cut import Word

_END: Final = ""
_OPENING: Final = frozenset("([")
_CLOSING: Final = frozenset(")]")


class Name(NamedTuple):
    """A name as SQL writes it: its parts, outermost first, and where it stands."""

    parts: tuple[str, ...]
    start: int
    end: int

    @property
    def sql(self) -> str:
        """Return it as messages spell it."""
        return qualified(*self.parts)

    @property
    def last(self) -> str:
        """Return its last part."""
        return self.parts[-1]

    def same(self, other: Name) -> bool:
        """Return whether both can mean one object: a name without namespace may be in any."""
        mine, theirs = self.parts, other.parts
        if len(mine) == len(theirs):
            return mine == theirs
        return all(one == two for one, two in zip(mine[::-1], theirs[::-1], strict=False))


@dataclass(slots=True)
class Cursor:
    """A place among words; `""` is what stands behind the last one."""

    words: Sequence[Word]
    at: int = 0

    @property
    def word(self) -> str:
        """Return the word here."""
        return self.words[self.at].text if self.at < len(self.words) else _END

    @property
    def done(self) -> bool:
        """Return whether nothing is left."""
        return self.at >= len(self.words)

    def ahead(self, count: int) -> str:
        """Return the word so many places further on."""
        at = self.at + count
        return self.words[at].text if at < len(self.words) else _END

    @property
    def start(self) -> int:
        """Return the offset of the word here, or the end of the last one."""
        return self.words[self.at].start if self.at < len(self.words) else self.end

    @property
    def end(self) -> int:
        """Return the offset behind the word before."""
        return self.words[self.at - 1].end if self.at else 0

    def take(self, *words: str) -> bool:
        """Go over these words if they are what follows."""
        at = self.at
        for word in words:
            if at >= len(self.words) or self.words[at].text != word:
                return False
            at += 1
        self.at = at
        return True

    def take_any(self, words: Collection[str]) -> str:
        """Go over the word here if it is one of these; return it, or `""`."""
        word = self.word
        if word and word in words:
            self.at += 1
            return word
        return _END

    def step(self) -> str:
        """Go over the word here and return it; over a bracket with all that it encloses."""
        word = self.word
        if word in _OPENING:
            self._over()
        elif word:
            self.at += 1
        return word

    def name(self) -> Name | None:
        """Go over a name, qualified or not, and return it; None where none stands."""
        start, parts = self.start, list[str]()
        while (part := identifier(self.word)) is not None:
            self.at += 1
            parts.append(part)
            if not self.take("."):
                return Name(tuple(parts), start, self.end)
        return Name(tuple(parts), start, self.end) if parts else None

    def names(self) -> tuple[Name, ...]:
        """Go over names parted by commas."""
        found: list[Name] = []
        while (name := self.name()) is not None:
            found.append(name)
            if not self.take(","):
                break
        return tuple(found)

    def inside(self) -> Cursor | None:
        """Go over a bracket and return what it encloses; None where none opens here."""
        if self.word != "(":
            return None
        start = self.at + 1
        self._over()
        return Cursor(self.words[start : self.at - 1])

    def until(self, words: Collection[str]) -> Sequence[Word]:
        """Go to the next of these words outside brackets, or to the end; return what was passed."""
        start = self.at
        while not self.done and self.word not in words:
            self.step()
        return self.words[start : self.at]

    def parts(self) -> list[Cursor]:
        """Return what is left, cut at the commas outside brackets."""
        found: list[Cursor] = []
        while not self.done:
            found.append(Cursor(self.until({","})))
            self.take(",")
        return found

    def find(self, *words: str) -> bool:
        """Go behind the next place outside brackets where these words follow each other, if there is one."""
        while not self.done:
            if self.take(*words):
                return True
            self.step()
        return False

    def _over(self) -> None:
        depth = 0
        while not self.done:
            word = self.word
            depth += (word in _OPENING) - (word in _CLOSING)
            self.at += 1
            if not depth:
                return


def words(text: str) -> frozenset[str]:
    """Return the words of a text."""
    return frozenset(text.split())


def identifier(word: str) -> str | None:
    """Return the name that a word says, quotes undone; None where it says none."""
    if word[:1] == '"' and len(word) > 2:
        return word[1:-1].replace('""', '"')
    return word if word[:1].isalpha() or word[:1] == "_" or not word[:1].isascii() else None


def all_of(cursor: Cursor, read: Callable[[Cursor], str | None]) -> tuple[str, ...]:
    """Return what ``read`` makes of each part of a list in brackets."""
    inner = cursor.inside()
    return tuple(item for part in (inner.parts() if inner else ()) if (item := read(part)) is not None)

"""The header of a migration file: a title and the ``-- key: value`` lines below it."""

from __future__ import annotations

import re
from typing import Final, NamedTuple, NoReturn

import fluxc
from fluxc.diagnostics import Diagnostic, InputError, Span
from fluxc.history.marks import line_of

_TITLE: Final = re.compile(r"^-- fluxc (migration|down) (\S+)[ \t\r]*$", re.MULTILINE)
_KEY_LINE: Final = re.compile(r"-- ([a-z_]+): (.*?)[ \t\r]*(?:\n|\Z)")
_MADE_BY: Final = re.compile(r"^-- fluxc: (\d+)\.(\d+)(?:\.(\d+))?", re.MULTILINE)


class Header(NamedTuple):
    """The words of a header by key; ``line`` is the line of the title, ``end`` the offset behind the last key."""

    file: str
    kind: str
    name: str
    line: int
    end: int
    values: dict[str, tuple[str, ...]]

    def one(self, key: str, pattern: str) -> str:
        """Return the only value of ``key``; raises InputError where it is absent, said twice or of another form."""
        values = self.values.get(key, ())
        if len(values) != 1 or not re.fullmatch(pattern, values[0], re.ASCII):
            said = f"`{values[0][:80]}`" if len(values) == 1 else ("nothing" if not values else "more than one value")
            garbled(self.file, self.line, f"its header says {said} for `{key}`")
        return values[0]

    def many(self, key: str) -> tuple[str, ...]:
        """Return every value of a key that may be repeated."""
        return self.values.get(key, ())


def read_header(text: str, file: str, kind: str, known: frozenset[str], end: int) -> Header:
    """Return the header found in ``text[:end]``; raises InputError where there is none or a key is unknown."""
    title = _TITLE.search(text, 0, end)
    if title is None or title[1] != kind:
        garbled(file, 1, f"it does not begin with `-- fluxc {kind} NAME`")
    values: dict[str, tuple[str, ...]] = {}
    line, position = line_of(text, title.start()), title.end() + 1
    while position < end and (found := _KEY_LINE.match(text, position, end)):
        if found[1] not in known:
            garbled(file, line_of(text, position), f"its header has the unknown key `{found[1]}`")
        values[found[1]] = (*values.get(found[1], ()), found[2])
        position = found.end()
    return Header(file, kind, title[2], line, min(position, end), values)


def garbled(file: str, line: int, what: str) -> NoReturn:
    """Raise InputError: the file is no migration that fluxc could have written, because of ``what``."""
    cure = f"restore the file from version control: git checkout -- {file}"
    raise InputError([Diagnostic("bad-migration", f"{file} is not a migration: {what}", Span(file, line), cure)])


def from_the_future(text: str, file: str) -> Diagnostic | None:
    """Return the diagnostic of a file that a newer fluxc made, if its header says so."""
    made = _MADE_BY.search(text)
    own = tuple(map(int, re.findall(r"\d+", fluxc.__version__)[:3]))
    if made is None or tuple(int(part or 0) for part in made.groups()) <= own:
        return None
    version = made[0].removeprefix("-- fluxc: ")
    message = f"{file} was made by fluxc {version} and holds what fluxc {fluxc.__version__} does not understand"
    cure = f"install fluxc {version} or newer: pip install --upgrade fluxc"
    return Diagnostic("future-migration", message, Span(file, line_of(text, made.start())), cure)

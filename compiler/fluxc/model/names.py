"""Identifiers: quoting, folding, their limits, and the names that PostgreSQL derives (manual, section 4.1.1)."""

from __future__ import annotations

import re
import sys
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from fluxc.model.keywords import QUOTED

if TYPE_CHECKING:
    from collections.abc import Iterable

MAX_BYTES: Final = 63
"""The longest name that PostgreSQL keeps, in bytes of UTF-8; NAMEDATALEN less its end mark."""

_BARE: Final = re.compile(r"[a-z_][a-z0-9_]*")
# Names are said by what they may not hold: ranges up to U+10FFFF take long to compile.
_PART: Final = r'(?:[Uu]&)?"(?:[^"\0]|"")+"|[^\x00-@\[-\^`{-\x7f][^\x00-#%-/:-@\[-\^`{-\x7f]*'
_QUALIFIED: Final = re.compile(rf"\s*(?:{_PART})\s*(?:\.\s*(?:{_PART})\s*)*")
_PARTS: Final = re.compile(_PART)
_IMPOSSIBLE: Final = re.compile(r"[\0\ud800-\udfff]")
_CONTROL: Final = re.compile(r"[\0-\x1f\x7f-\x9f\u2028\u2029]")
_ESCAPED: Final = re.compile(rf'{_CONTROL.pattern}|[\\"]')
_ESCAPE: Final = re.compile(r"\\(?:([0-9A-Fa-f]{4})|\+([0-9A-Fa-f]{6})|(\\))")
_FOLDING: Final = {upper: upper + 32 for upper in range(ord("A"), ord("Z") + 1)}


def fold(word: str) -> str:
    """Return an unquoted word in lower case as PostgreSQL folds it: A to Z only, whatever the language."""
    return word.lower() if word.isascii() else word.translate(_FOLDING)


@lru_cache(maxsize=16384)
def quote(name: str) -> str:
    """Return ``name`` as SQL spells it, as ``quote_ident`` of PostgreSQL 18 where that is one line: bare if safe."""
    return name if _BARE.fullmatch(name) and name not in QUOTED else quoted(name)


def quoted(name: str) -> str:
    """Return ``name`` in double quotes, whatever it is; control characters in it as escapes."""
    if holds_control(name):
        return f'U&"{_ESCAPED.sub(_escape, name)}"'
    return verbatim(name)


def verbatim(name: str) -> str:
    """Return ``name`` in double quotes as a string that names something takes it, where no escape counts."""
    return '"' + name.replace('"', '""') + '"'


def holds_control(text: str) -> bool:
    """Return whether there is a line break or another control character in a text."""
    return not text.isprintable() and _CONTROL.search(text) is not None


def _escape(match: re.Match[str]) -> str:
    character = match[0]
    return character * 2 if character in '\\"' else f"\\{ord(character):04x}"


def qualified(*parts: str) -> str:
    """Return the quoted parts of a name, outermost first, joined by dots."""
    return ".".join(map(quote, parts))


@lru_cache(maxsize=16384)
def prefix(place: tuple[str, ...]) -> str:
    """Return what stands before the last part of a qualified name."""
    return "".join(f"{quote(part)}." for part in place)


@lru_cache(maxsize=16384)
def split_name(text: str) -> tuple[str, ...]:
    """Return the parts of a possibly qualified, possibly quoted name, unquoted words folded; raises ValueError."""
    if not _QUALIFIED.fullmatch(text):
        raise ValueError(f"{text!r} is not a name")
    return tuple(_plain(part) for part in _PARTS.findall(text))


def unquote(text: str) -> str:
    """Return the one name that ``text`` spells, the inverse of `quote`; raises ValueError."""
    parts = split_name(text)
    if len(parts) != 1:
        raise ValueError(f"{text!r} is a qualified name")
    return parts[0]


def _plain(part: str) -> str:
    if part.endswith('"'):
        return without_quotes(part)
    return fold(part)


def without_quotes(text: str) -> str:
    """Return the name that a quoted identifier stands for, whose escapes begin with a backslash if it has any."""
    if text.startswith('"'):
        return text[1:-1].replace('""', '"')
    return _ESCAPE.sub(_unescape, text[3:-1].replace('""', '"'))


def _unescape(match: re.Match[str]) -> str:
    code = match[1] or match[2]
    return chr(int(code, 16)) if code and int(code, 16) <= sys.maxunicode else match[3] or match[0]


@lru_cache(maxsize=16384)
def name_problem(name: str) -> str | None:
    """Return why PostgreSQL cannot hold an object of this name, or None; blanks, quotes and line breaks are legal."""
    if not name:
        return "a name cannot be empty"
    if found := _IMPOSSIBLE.search(name):
        return f"a name cannot hold the character U+{ord(found[0]):04X}"
    size = len(name.encode())
    return f"the name takes {size} bytes, PostgreSQL keeps {MAX_BYTES}" if size > MAX_BYTES else None


def derived(table: str, addition: str | None, label: str) -> str:
    """Return ``table_addition_label``, the two names cut to fit as PostgreSQL's makeObjectName cuts them."""
    whole = f"{table}_{label}" if addition is None else f"{table}_{addition}_{label}"
    if whole.isascii() and len(whole) <= MAX_BYTES:
        return whole
    parts = [part.encode() for part in (table, addition) if part is not None]
    room = MAX_BYTES - len(label.encode()) - len(parts)
    sizes = _shares([len(part) for part in parts], room)
    return "_".join([*(_clip(part, size) for part, size in zip(parts, sizes, strict=True)), label])


def _shares(sizes: list[int], room: int) -> list[int]:
    # The longer one gives way byte by byte, the second one where both are equal.
    while sum(sizes) > room:
        sizes[0 if sizes[0] > sizes[-1] else -1] -= 1
    return sizes


def _clip(raw: bytes, size: int) -> str:
    return raw[:size].decode(errors="ignore")


def column_part(columns: Iterable[str]) -> str:
    """Return the columns joined for a derived name, as far as PostgreSQL reads them: until 64 bytes are reached."""
    joined = ""
    for column in columns:
        joined = f"{joined}_{column}" if joined else column
        if len(joined.encode()) > MAX_BYTES:
            break
    return joined


def index_column_part(labels: Iterable[str | None]) -> str:
    """Return the columns part of an index's name; an element is a column, the label of an expression, or None.

    Columns of ``include`` count; a label seen before gets a number, as PostgreSQL names the index's own columns.
    """
    taken: list[str] = []
    for label in labels:
        taken.append(numbered(label or "expr", taken))
    return column_part(taken)


def numbered(label: str, taken: list[str]) -> str:
    """Return a name that is not taken yet, with a number behind it where the name itself is."""
    name, number = label, 0
    while name in taken:
        number += 1
        name = _clip(label.encode(), MAX_BYTES - len(str(number))) + str(number)
    return name


def primary_key_name(table: str) -> str:
    """Return the name PostgreSQL gives the primary key of a table."""
    return derived(table, None, "pkey")


def unique_name(table: str, columns: Iterable[str]) -> str:
    """Return the name PostgreSQL gives a unique constraint; columns of ``include`` count."""
    return derived(table, index_column_part(columns), "key")


def exclusion_name(table: str, labels: Iterable[str | None]) -> str:
    """Return the name PostgreSQL gives an exclusion constraint; see `index_column_part` for the labels."""
    return derived(table, index_column_part(labels), "excl")


def index_name(table: str, labels: Iterable[str | None]) -> str:
    """Return the name PostgreSQL gives an index; see `index_column_part` for the labels."""
    return derived(table, index_column_part(labels), "idx")


def foreign_key_name(table: str, columns: Iterable[str]) -> str:
    """Return the name PostgreSQL gives a foreign key."""
    return derived(table, column_part(columns), "fkey")


def check_name(table: str, mentioned: Iterable[str]) -> str:
    """Return the name PostgreSQL gives a check whose expression mentions these columns: only a single one is told."""
    columns = set(mentioned)
    return derived(table, columns.pop() if len(columns) == 1 else None, "check")


def statistics_name(table: str, columns: Iterable[str | None]) -> str:
    """Return the name PostgreSQL gives extended statistics; an expression is None."""
    return derived(table, column_part(column or "expr" for column in columns), "stat")


def not_null_name(table: str, column: str | None) -> str:
    """Return the name PostgreSQL 18 gives a not-null constraint."""
    return derived(table, column, "not_null")


def multirange_name(name: str) -> str:
    """Return the name PostgreSQL gives the multirange type of a range type."""
    if "range" in name:
        return _clip(name.replace("range", "multirange", 1).encode(), MAX_BYTES)
    return _clip(name.encode(), MAX_BYTES - len("_multirange")) + "_multirange"


def sequence_name(table: str, column: str) -> str:
    """Return the name PostgreSQL gives the sequence that a serial or identity column owns."""
    return derived(table, column, "seq")

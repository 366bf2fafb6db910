"""Text as YAML scalars that every reader takes for exactly this text."""

from __future__ import annotations

import re
from typing import Final

from fluxc.source.scalars import resolve

_INDICATORS: Final = frozenset("-?:,[]{}#&*!|>'\"%@`")
# What plain scalars cannot hold, within brackets and outside.
_UNSAFE: Final = re.compile(r": |:$| #|^\s|\s$")
_UNSAFE_IN_BRACKETS: Final = re.compile(r"[\[\]{},:?]| #|^\s|\s$")
# Readers of YAML 1.1 take these for something else than text.
_ODD: Final = re.compile(
    r"(?:y|n|yes|no|on|off|true|false|null)|[-+.]?[0-9][0-9_:.,eExoTtZ+\- ]*|<<|=|[-.]{3}.*", re.IGNORECASE
)
_ESCAPES: Final = {"\\": "\\\\", '"': '\\"', "\n": "\\n", "\t": "\\t", "\r": "\\r"}


def text_scalar(text: str, *, within: bool = False) -> str:
    """Return text on one line: plain where that is safe, else in quotes; ``within`` is inside brackets."""
    if _is_plain(text, within=within):
        return text
    if not text.isprintable():
        return '"' + "".join(map(_escaped, text)) + '"'
    if "'" in text and '"' not in text and "\\" not in text:
        return f'"{text}"'
    doubled = text.replace("'", "''")
    return f"'{doubled}'"


def key_scalar(text: str, *, within: bool = False) -> str:
    """Return a key; ``on`` is one of the language's own."""
    return text if text == "on" else text_scalar(text, within=within)


def scalar(value: str | float | bool | None, *, within: bool = False) -> str:
    """Return any scalar on one line."""
    if isinstance(value, str):
        return text_scalar(value, within=within)
    if value is None:
        return "null"
    return str(value).lower() if isinstance(value, bool) else repr(value)


def block_scalar(text: str, indent: int) -> str | None:
    """Return text of several lines as a literal block, from its ``|`` on; None where it cannot be one."""
    body = text.removesuffix("\n")
    if "\n" not in body or not body.strip() or text.endswith("\n\n") or not _holds_in_block(body):
        return None
    mark = "|" + ("2" if body[0] in " \t\n" else "") + ("" if text.endswith("\n") else "-")
    margin = " " * indent
    return "\n".join([mark, *(margin + line if line else "" for line in body.split("\n"))])


def _is_plain(text: str, *, within: bool) -> bool:
    if not text or not text.isprintable() or resolve(text) is not text or _ODD.fullmatch(text):
        return False
    if text[0] in _INDICATORS and not (text[0] == "-" and len(text) > 1 and text[1] not in " -"):
        return False
    return (_UNSAFE_IN_BRACKETS if within else _UNSAFE).search(text) is None


def _holds_in_block(text: str) -> bool:
    return all(letter.isprintable() or letter in "\n\t" for letter in text)


def _escaped(letter: str) -> str:
    if letter in _ESCAPES:
        return _ESCAPES[letter]
    if letter.isprintable():
        return letter
    code = ord(letter)
    return f"\\x{code:02x}" if code < 0x100 else f"\\u{code:04x}" if code < 0x10000 else f"\\U{code:08x}"

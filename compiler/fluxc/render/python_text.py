"""Text as Python source: string literals, docstrings, and long brackets laid out as a formatter would."""

from __future__ import annotations

import inspect
from functools import lru_cache
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Sequence

WIDTH: Final = 88
"""What formatters take a line for when nobody says otherwise; a bracket opened for it stays open in wider lines."""


@lru_cache(maxsize=16384)
def literal(text: str) -> str:
    """Return ``text`` as a string literal, in double quotes unless single ones need fewer escapes."""
    quote = "'" if text.count('"') > text.count("'") else '"'
    return quote + _printable(text).replace(quote, f"\\{quote}") + quote


def _printable(text: str) -> str:
    """Return ``text`` with backslashes and everything that cannot be seen as escapes: no source hides in a name."""
    if text.isprintable() and "\\" not in text:
        return text
    return "".join(ch if ch.isprintable() and ch != "\\" else _escape(ch) for ch in text)


def _escape(ch: str) -> str:
    return ch.encode("unicode_escape").decode("ascii")


@lru_cache(maxsize=16384)
def docstring(text: str, indent: int = 0) -> str:
    """Return ``text`` as a docstring whose lines after the first are indented by ``indent`` blanks."""
    if text.isprintable() and '"' not in text and "\\" not in text:
        return f'"""{text.strip()}"""'
    plain = text.replace("\r\n", "\n").replace("\r", "\n")
    lines = [_printable(line.rstrip()).replace('"""', r"\"\"\"") for line in inspect.cleandoc(plain).split("\n")]
    pad = " " * indent
    body = f"\n{pad}".join(lines).replace(f"\n{pad}\n", "\n\n")
    start = " " if body.startswith('"') else ""
    if len(lines) > 1:
        return f'"""{start}{_without_blank_lines(body)}\n{pad}"""'
    return f'"""{start}{body}{" " if body.endswith(chr(34)) else ""}"""'


def _without_blank_lines(body: str) -> str:
    """Return ``body`` with the blanks of otherwise empty lines taken out."""
    return "\n".join(line.rstrip() for line in body.split("\n"))


def bracketed(head: str, items: Sequence[str], tail: str, indent: int, width: int = WIDTH) -> str:
    """Return ``head`` items ``tail`` on one line where it fits into ``width``, else opened."""
    line = f"{head}{', '.join(items)}{tail}"
    return line if indent + len(line) <= width else opened(head, items, tail, indent)


def opened(head: str, items: Sequence[str], tail: str, indent: int) -> str:
    """Return ``head`` and ``tail`` on lines of their own, with an item on each of the lines between."""
    pad = " " * (indent + 4)
    return "\n".join([head, *(f"{pad}{item}," for item in items), " " * indent + tail])

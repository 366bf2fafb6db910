"""The safe changes of a schema file that findings ask for, made only where nothing else changes by them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from fluxc.diagnostics import InputError

if TYPE_CHECKING:
    from collections.abc import Callable

    from fluxc.diagnostics import Span
    from fluxc.lint.rule import Fix
    from fluxc.model.findings import Place
    from fluxc.source.document import Path

Fixes = list[tuple["Place", "Fix"]]


def fixed(text: str, fixes: Fixes, parse: Callable[[str], Any]) -> str:
    """Return the text of a file with those fixes made that change just the values that they mean.

    ``text`` is that of the file to the letter, ``parse`` what reads such a text as data or raises InputError.
    """
    return _made(text, sorted(fixes, key=_position), parse)


def _made(text: str, fixes: Fixes, parse: Callable[[str], Any]) -> str:
    """Make the fixes from the last to the first, so that no place moves; where they go wrong together, by halves."""
    after, wanted = text, parse(text)
    for place, fix in reversed(fixes):
        after = _edited(after, _span(place, fix), fix)
        _change(wanted, (*place.path, *fix.path), fix)
    if _reads(parse, after) == wanted:
        return after
    half = len(fixes) // 2
    return _made(_made(text, fixes[half:], parse), fixes[:half], parse) if half else text


def _span(place: Place, fix: Fix) -> Span:
    return place.document.span((*place.path, *fix.path))


def _position(item: tuple[Place, Fix]) -> tuple[int, int]:
    span = _span(*item)
    return (span.line, span.column)


def _edited(text: str, span: Span, fix: Fix) -> str:
    """Return the text with the first ``old`` at or behind the value, on its line and in any case, replaced."""
    lines = text.split("\n")
    line, at = lines[span.line - 1], span.column - 1
    lines[span.line - 1] = line[:at] + re.sub(re.escape(fix.old), fix.new, line[at:], count=1, flags=re.IGNORECASE)
    return "\n".join(lines)


def _change(data: Any, path: Path, fix: Fix) -> None:
    """Change the one value in the data; a short form has no keys, so there the way ends early."""
    inner, last = data, path[0]
    for part in path[1:]:
        if not isinstance(inner[last], dict | list):
            break
        inner, last = inner[last], part
    value = inner[last]
    inner[last] = not value if isinstance(value, bool) else value.replace(fix.old, fix.new, 1)


def _reads(parse: Callable[[str], Any], text: str) -> Any:
    try:
        return parse(text)
    except InputError:
        return None

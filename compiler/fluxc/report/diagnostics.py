"""Diagnostics as text with the source line and a caret, and as JSON."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from fluxc.diagnostics import Severity

if TYPE_CHECKING:
    from collections.abc import Iterable

    from fluxc.diagnostics import Diagnostic, Span

_WIDTH = 160
_COLORS = {Severity.ERROR: "31;1", Severity.WARNING: "33;1"}


def diagnostics_text(diagnostics: Iterable[Diagnostic], *, color: bool) -> str:
    """Return diagnostics one below the other; control characters of the input are shown, not sent to the terminal."""
    return "\n\n".join(_text(item, color=color) for item in diagnostics)


def _text(item: Diagnostic, *, color: bool) -> str:
    label = f"{item.severity}[{item.code}]"
    if color:
        label = f"\033[{_COLORS[item.severity]}m{label}\033[0m"
    first, *more = item.message.split("\n")
    lines = [f"{label}: {visible(first)}", *(f"  {visible(line)}" for line in more)]
    if item.span is not None:
        lines += _place(item.span)
    if item.help:
        lines.append(f"  help: {visible(item.help)}")
    return "\n".join(lines)


def _place(span: Span) -> list[str]:
    where = (
        span.file + (f":{span.line}" if span.line else "") + (f":{span.column}" if span.line and span.column else "")
    )
    lines = [f"  --> {visible(where)}"]
    if span.excerpt:
        start = max(0, span.column - 1 - _WIDTH // 2)
        shown = span.excerpt[start : start + _WIDTH]
        gutter = str(span.line)
        lines.append(f"  {gutter} | {visible(shown)}")
        if span.column:
            before = len(visible(shown[: span.column - 1 - start]))
            width = max(1, min(span.length, len(shown) - (span.column - 1 - start)))
            lines.append(f"  {' ' * len(gutter)} | {' ' * before}{'^' * width}")
    return lines


def visible(text: str) -> str:
    """Return a text with its control characters spelled out, so that they do not reach the terminal."""
    return "".join(
        character if character.isprintable() else " " if character == "\t" else repr(character)[1:-1]
        for character in text
    )


def diagnostic_json(item: Diagnostic) -> dict[str, Any]:
    """Return the frozen JSON keys of a diagnostic; file, line and column are null where there is no place."""
    span = item.span
    return {
        "code": item.code,
        "severity": str(item.severity),
        "message": item.message,
        "help": item.help or None,
        "file": span.file if span else None,
        "line": span.line or None if span else None,
        "column": span.column or None if span else None,
    }

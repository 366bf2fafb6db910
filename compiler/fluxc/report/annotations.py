"""Diagnostics as the workflow commands by which GitHub annotates the lines of a change."""

from __future__ import annotations

from typing import TYPE_CHECKING

from fluxc.report.paths import below

if TYPE_CHECKING:
    from collections.abc import Iterable

    from fluxc.diagnostics import Diagnostic


def github(diagnostics: Iterable[Diagnostic], base: str) -> str:
    """Return one command a line; ``base`` leads from the repository to the project."""
    return "\n".join(_command(item, base) for item in diagnostics)


def _command(item: Diagnostic, base: str) -> str:
    properties = {"title": item.code}
    span = item.span
    if span is not None:
        properties["file"] = below(base, span.file)
        if span.line:
            properties |= {"line": str(span.line), "col": str(span.column), "endColumn": str(span.column + span.length)}
    said = ",".join(f"{key}={_property(value)}" for key, value in properties.items())
    text = f"{item.message}\n{item.help}" if item.help else item.message
    return f"::{item.severity} {said}::{_data(text)}"


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")

"""Breaking changes as text: by what they are about, each with who notices and what to do."""

from __future__ import annotations

from collections import Counter
from itertools import groupby
from typing import TYPE_CHECKING

from fluxc.breaking.classes import Class
from fluxc.report.build import count
from fluxc.report.diagnostics import visible

if TYPE_CHECKING:
    from collections.abc import Iterator

    from fluxc.breaking.check import Broken
    from fluxc.commands.breaking import BreakingResult
    from fluxc.diagnostics import Span


def breaking_text(result: BreakingResult) -> str:
    """Return the findings, and what they are together."""
    return "\n".join(_lines(result))


def _lines(result: BreakingResult) -> Iterator[str]:
    for group, items in groupby(result.found, key=lambda item: item.group):
        yield visible(group)
        for item in items:
            yield from _finding(item)
        yield ""
    ignored = f", {len(result.ignored)} ignored" if result.ignored else ""
    against = f"against {visible(result.against.name)}"
    if result.found:
        numbers = Counter(name for item in result.found for name in item.classes)
        classes = ", ".join(f"{name} {numbers[name]}" for name in Class if numbers[name])
        yield f"✗ {count(len(result.found), 'breaking change')} {against}: {classes}{ignored}"
    else:
        yield f"✓ Nothing breaks {against} ({', '.join(result.classes)}){ignored}"
    yield f"  deploy: {result.deploy.order} ({result.deploy.meaning})"


def _finding(item: Broken) -> Iterator[str]:
    yield f"  ✗ {visible(item.message)}"
    place = f" at {visible(_place(item.span))}" if item.span is not None else ""
    yield f"    {item.code} ({', '.join(item.classes)}){place}"
    yield f"    notices: {visible(item.notices)}"
    yield f"    do: {visible(item.help)}"


def _place(span: Span) -> str:
    if not span.line:
        return span.file
    return f"{span.file}:{span.line}" + (f":{span.column}" if span.column else "")

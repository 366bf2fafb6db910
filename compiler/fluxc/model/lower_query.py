"""Queries and other statements as declared into the text that is kept."""

from __future__ import annotations

from typing import TYPE_CHECKING

from fluxc.model import query

if TYPE_CHECKING:
    from collections.abc import Sequence

    from fluxc.model.findings import Findings, Place


def statement(
    findings: Findings, said: str, place: Place, beginnings: Sequence[str] = query.BEGINS_QUERY
) -> str | None:
    """Return the text of one statement; record why it is none and return None."""
    text = query.stripped(said)
    problem = query.problem(text, beginnings)
    comment = place.document.comments.get(place.path)
    if comment is not None and (problem or not comment.startswith("# ")) and findings.cut_by_comment(place, text):
        return None
    if problem is None:
        return text
    line = text[text.rfind("\n", 0, problem.offset) + 1 :].partition("\n")[0].strip()
    shown = line if len(line) <= 80 else f"{line[:77]}…"
    findings.add("bad-query", f"{problem.message}: {shown or 'there is no text'}", place, problem.help)
    return None

"""Gathering diagnostics while reading a schema, each at its place."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final, NamedTuple

from fluxc.diagnostics import Diagnostic
from fluxc.model import expression, names

if TYPE_CHECKING:
    from fluxc.diagnostics import Span
    from fluxc.source.document import Document, Path


OLDEST: Final = 14


class Place(NamedTuple):
    """Where something is declared: a document and the path of keys within it."""

    document: Document
    path: Path

    def __truediv__(self, part: str | int) -> Place:
        """Return the place one key further down."""
        return Place(self.document, (*self.path, part))

    def span(self, *, key: bool = False) -> Span:
        """Return the place in the file."""
        return self.document.span(self.path, key=key)


@dataclass(slots=True)
class Findings:
    """The diagnostics found so far; ``target`` is the oldest server that must do."""

    target: int = OLDEST
    diagnostics: list[Diagnostic] = field(default_factory=list[Diagnostic])

    def add(self, code: str, message: str, place: Place, help_text: str = "", *, key: bool = False) -> None:
        """Record an error at ``place``, at its key or at its value."""
        self.diagnostics.append(Diagnostic(code, message, place.span(key=key), help_text))

    def needs(self, version: int, what: str, place: Place) -> None:
        """Record that something needs a newer server than the project's target is."""
        if version > self.target:
            message = f"{what} needs PostgreSQL {version}, and `target` in fluxc.toml is {self.target}"
            cure = f"write `target = {version}` in fluxc.toml if it runs on no older server, or leave this out"
            self.add("needs-newer-target", message, place, cure)

    def name(self, name: str, noun: str, place: Place) -> bool:
        """Record what makes ``name`` no legal name of a ``noun``; true when it is one."""
        problem = names.name_problem(name)
        if problem is not None:
            self.add("bad-name", f"{noun} name {name[:70]!r}: {problem}", place, "choose another name", key=True)
        return problem is None

    def role(self, name: str, place: Place) -> bool:
        """Record what makes ``name`` no role, or one that the oldest server does not bring; true for a legal name."""
        if name.startswith("pg_"):
            from fluxc.model.role import PREDEFINED  # most roles are the project's own

            self.needs(PREDEFINED.get(name, 0), f"the role {name}", place)
        return self.name(name, "role", place)

    def sql(self, text: str, place: Place) -> str | None:
        """Return the canonical spelling of one SQL expression; record what is wrong with it and return None."""
        if self.cut_by_comment(place, text):
            return None
        problem = expression.problem(text)
        if problem is not None:
            self.add("bad-expression", f"{problem.message}: {_shown(text)}", place, problem.help)
            return None
        canonical = expression.canonical(text)
        if names.holds_control(canonical):
            help_text = r"write such characters as escapes: E'first line\nsecond line'"
            self.add(
                "bad-expression",
                f"a string in it holds a line break or a control character: {_shown(canonical)!r}",
                place,
                help_text,
            )
            return None
        return canonical

    def cut_by_comment(self, place: Place, text: str) -> bool:
        """Record that a `#` cut an unquoted SQL text short; true when it did."""
        comment = place.document.comments.get(place.path)
        if comment is None or (comment.startswith("# ") and expression.problem(text) is None):
            return False
        self.add(
            "cut-by-comment",
            f"`{comment[:40]}` is read as a comment and cuts off the SQL before it: {_shown(text)}",
            place,
            "quote the whole value; for a comment write `# ` with a blank behind complete SQL",
        )
        return True


def _shown(text: str) -> str:
    return text if len(text) <= 80 else f"{text[:77]}…"

"""A rule: a function that knows its code, its level where no setting says otherwise, and what it looks at."""

from __future__ import annotations

import importlib
import pkgutil
from dataclasses import dataclass
from functools import cache
from inspect import cleandoc
from typing import TYPE_CHECKING, Any, Final, NamedTuple, TypeVar

from fluxc.lint import rules

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from fluxc.diagnostics import Severity
    from fluxc.lint.schema import Schema

Subject = TypeVar("Subject")


class Fix(NamedTuple):
    """A safe change of the schema file: in the value at ``path`` of the declaration ``old`` becomes ``new``."""

    path: tuple[str, ...]
    old: str
    new: str


class Finding(NamedTuple):
    """What a rule says about one thing.

    ``at`` are the keys that lead from its declaration to the value in question; without any its name is meant.
    """

    message: str
    help: str
    at: tuple[str, ...] = ()
    fix: Fix | None = None


@dataclass(frozen=True)
class Rule:
    """A rule; ``level`` None is off, ``kinds`` are the classes it looks at, ``doc`` is its page but for the head."""

    code: str
    level: Severity | None
    kinds: tuple[type[Any], ...]
    find: Callable[[Any, Schema], Iterator[Finding]]
    doc: str

    @property
    def summary(self) -> str:
        """Return the one sentence that says what the rule finds."""
        return self.doc.partition("\n")[0]

    @property
    def page(self) -> str:
        """Return the page that `fluxc explain` prints and docs/rules/ holds."""
        level = f"Level: `{self.level or 'off'}`, unless `fluxc.toml` says otherwise."
        summary, _, sections = self.doc.partition("\n")
        return f"# {self.code}\n\n{summary}\n{level}\n{sections}\n"


_RULES: Final[dict[str, Rule]] = {}


def rule(
    level: Severity | None, *kinds: type[Subject]
) -> Callable[[Callable[[Subject, Schema], Iterator[Finding]]], Rule]:
    """Make a function a rule; its name with hyphens is the code, its docstring the documentation."""

    def register(find: Callable[[Subject, Schema], Iterator[Finding]]) -> Rule:
        code = find.__name__.replace("_", "-")
        assert code not in _RULES, code
        made = _RULES[code] = Rule(code, level, kinds, find, cleandoc(find.__doc__ or ""))
        return made

    return register


@cache
def all_rules() -> Mapping[str, Rule]:
    """Return every rule by its code, in the order of codes."""
    for module in pkgutil.iter_modules(rules.__path__):
        importlib.import_module(f"{rules.__name__}.{module.name}")
    return dict(sorted(_RULES.items()))

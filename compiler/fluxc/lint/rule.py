"""A rule: a function that knows its code, its level where no setting says otherwise, and what it looks at."""

from __future__ import annotations

import importlib
import pkgutil
from dataclasses import dataclass, replace
from functools import cache
from inspect import cleandoc
from typing import TYPE_CHECKING, Any, Final, NamedTuple, TypeVar

from fluxc.lint import rules

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from fluxc.diagnostics import Severity
    from fluxc.lint.schema import Schema
    from fluxc.lint.sql.forms import Form
    from fluxc.lint.sql.script import Script

    Read = Callable[[Any, Script], Iterator["Finding"]]

Subject = TypeVar("Subject")


class Fix(NamedTuple):
    """A safe change of the schema file: in the value at ``path`` of the declaration ``old`` becomes ``new``."""

    path: tuple[str, ...]
    old: str
    new: str


class Finding(NamedTuple):
    """What a rule says about one thing.

    In a schema ``at`` are the keys that lead from its declaration to the value in question; without any its name is
    meant.  In SQL ``span`` are the offsets of the place; without it the form that the rule looks at is meant.
    """

    message: str
    help: str
    at: tuple[str, ...] = ()
    fix: Fix | None = None
    span: tuple[int, int] | None = None


@dataclass(frozen=True)
class Rule:
    """A rule; ``level`` None is off, ``doc`` is its page but for the head.

    ``kinds`` are the classes of objects of a schema that ``find`` looks at, ``forms`` those of SQL that ``read`` does;
    where there are no kinds both are one function.
    """

    code: str
    level: Severity | None
    kinds: tuple[type[Any], ...]
    find: Callable[[Any, Any], Iterator[Finding]]
    doc: str
    forms: tuple[type[Any], ...] = ()
    read: Read | None = None

    @property
    def summary(self) -> str:
        """Return the one sentence that says what the rule finds."""
        return self.doc.partition("\n")[0]

    @property
    def over(self) -> str:
        """Return what it looks at."""
        return " and ".join(name for name, seen in (("schema", self.kinds), ("SQL", self.forms)) if seen)

    @property
    def page(self) -> str:
        """Return the page that `fluxc explain` prints and docs/rules/ holds."""
        level = f"Level: `{self.level or 'off'}`, unless `fluxc.toml` says otherwise. Looks at: {self.over}."
        summary, _, sections = self.doc.partition("\n")
        return f"# {self.code}\n\n{summary}\n{level}\n{sections}\n"

    def in_sql(self, *forms: type[Form]) -> Callable[[Read], Read]:
        """Give a rule over schemas the function that finds the same in SQL."""

        def register(read: Read) -> Read:
            _RULES[self.code] = replace(self, forms=forms, read=read)
            return read

        return register


_RULES: Final[dict[str, Rule]] = {}


def rule(
    level: Severity | None, *kinds: type[Subject]
) -> Callable[[Callable[[Subject, Schema], Iterator[Finding]]], Rule]:
    """Make a function a rule over schemas; its name with hyphens is the code, its docstring the documentation."""

    def register(find: Callable[[Subject, Schema], Iterator[Finding]]) -> Rule:
        return _registered(Rule(_code(find), level, kinds, find, cleandoc(find.__doc__ or "")))

    return register


def sql_rule(level: Severity | None, *forms: type[Form]) -> Callable[[Read], Rule]:
    """Make a function that takes these forms a rule over SQL alone, in the same way."""

    def register(read: Read) -> Rule:
        return _registered(Rule(_code(read), level, (), read, cleandoc(read.__doc__ or ""), forms, read))

    return register


def _code(function: Callable[..., Any]) -> str:
    return function.__name__.replace("_", "-")


def _registered(made: Rule) -> Rule:
    assert made.code not in _RULES, made.code
    _RULES[made.code] = made
    return made


@cache
def all_rules() -> Mapping[str, Rule]:
    """Return every rule by its code, in the order of codes."""
    for module in pkgutil.iter_modules(rules.__path__):
        importlib.import_module(f"{rules.__name__}.{module.name}")
    return dict(sorted(_RULES.items()))

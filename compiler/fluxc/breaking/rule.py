"""A rule: a function that knows its code, the classes that its findings may be of, and its page."""

from __future__ import annotations

import importlib
import pkgutil
from dataclasses import dataclass
from functools import cache
from inspect import cleandoc
from typing import TYPE_CHECKING, Final, NamedTuple

from fluxc.breaking import rules
from fluxc.breaking.classes import Class

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from fluxc.breaking.comparison import Comparison
    from fluxc.model.state import Object


class Finding(NamedTuple):
    """What a rule says about one object: what is otherwise, who notices, and what to do.

    ``item`` is the object as it is now, or as it was where it is gone.  Without ``classes`` they are all of the rule's.
    ``name`` is that of a part of the object, such as a value of an enum.
    """

    item: Object
    what: str
    who: str
    cure: str
    classes: tuple[Class, ...] = ()
    name: str = ""


def also(*classes: Class, **more: bool) -> tuple[Class, ...]:
    """Return classes, and those by whose small names a condition holds."""
    return (*classes, *(Class(name.upper()) for name, holds in more.items() if holds))


@dataclass(frozen=True)
class Rule:
    """A rule; ``doc`` is its page but for the head."""

    code: str
    classes: tuple[Class, ...]
    find: Callable[[Comparison], Iterator[Finding]]
    doc: str

    @property
    def summary(self) -> str:
        """Return the one sentence that says what the rule finds."""
        return self.doc.partition("\n")[0]

    @property
    def page(self) -> str:
        """Return the page that `fluxc explain` prints and docs/breaking/ holds."""
        summary, _, sections = self.doc.partition("\n")
        return f"# {self.code}\n\n{summary}\nClasses: {', '.join(self.classes)}.\n{sections}\n"


_RULES: Final[dict[str, Rule]] = {}


def rule(*classes: Class) -> Callable[[Callable[[Comparison], Iterator[Finding]]], Rule]:
    """Make a function a rule; its name with hyphens is the code, its docstring the documentation."""

    def register(find: Callable[[Comparison], Iterator[Finding]]) -> Rule:
        code = find.__name__.replace("_", "-")
        assert code not in _RULES, code
        made = _RULES[code] = Rule(code, classes, find, cleandoc(find.__doc__ or ""))
        return made

    return register


@cache
def all_rules() -> Mapping[str, Rule]:
    """Return every rule by its code, in the order of codes."""
    for module in pkgutil.iter_modules(rules.__path__):
        importlib.import_module(f"{rules.__name__}.{module.name}")
    return dict(sorted(_RULES.items()))

"""Every rule over two states: what breaks, what of it is wanted, and what is to be said of the ignores."""

from __future__ import annotations

import re
from fnmatch import translate
from typing import TYPE_CHECKING, NamedTuple

from fluxc.breaking.comparison import RELATIONS
from fluxc.breaking.rule import all_rules
from fluxc.diagnostics import Diagnostic, InputError, Severity, did_you_mean
from fluxc.model.names import qualified
from fluxc.model.state import ROUTINES, Key

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator
    from datetime import date

    from fluxc.breaking.classes import Class
    from fluxc.breaking.comparison import Comparison
    from fluxc.breaking.rule import Finding, Rule
    from fluxc.diagnostics import Span
    from fluxc.model.state import Object
    from fluxc.project.breaking import Ignore


class Broken(NamedTuple):
    """A finding at its place.

    ``group`` is the relation or the like that it is about, with its noun; ``now`` is a place in the schema as it is:
    the same as ``span``, or that of what held the object where that is gone.  ``ignore`` is what says it is wanted.
    """

    code: str
    classes: tuple[Class, ...]
    object: str
    kind: str
    group: str
    message: str
    notices: str
    help: str
    span: Span | None
    now: Span | None
    ignore: Ignore | None = None

    @property
    def gone(self) -> bool:
        """Return whether the place is one of the schema from before."""
        return self.span != self.now

    @property
    def reason(self) -> str | None:
        """Return why it is wanted, where it is."""
        return self.ignore.reason if self.ignore else None

    @property
    def diagnostic(self) -> Diagnostic:
        """Return it as other programs take it: at a place in the schema as it is."""
        message = f"{self.message} ({', '.join(self.classes)}); who notices: {self.notices}"
        return Diagnostic(self.code, message, self.now, self.help)


class Judged(NamedTuple):
    """What breaks, what of it is wanted, and warnings about ignores."""

    found: tuple[Broken, ...]
    ignored: tuple[Broken, ...]
    warnings: tuple[Diagnostic, ...]


def check(change: Comparison, classes: Collection[str], ignores: Collection[Ignore], today: date) -> Judged:
    """Return what of some classes breaks between two states; raises InputError where an ignore names no rule."""
    rules = all_rules()
    if wrong := [_unknown(ignore, rules) for ignore in ignores if ignore.code not in rules]:
        raise InputError(wrong)
    valid = [(ignore, _pattern(ignore)) for ignore in ignores if ignore.until is None or today <= ignore.until]
    used: set[Ignore] = set()
    found: list[Broken] = []
    for rule in rules.values():
        for item in dict.fromkeys(rule.find(change)):
            broken = _broken(rule, item, change)
            names = {broken.object, ".".join(item.item.key.path)}
            fitting = [one for one, fits in valid if one.code == rule.code and any(map(fits.fullmatch, names))]
            used.update(fitting)
            found.append(broken._replace(ignore=fitting[0]) if fitting else broken)
    counting = sorted((item for item in found if {*item.classes} & {*classes}), key=_order)
    return Judged(
        tuple(item for item in counting if item.ignore is None),
        tuple(item for item in counting if item.ignore is not None),
        tuple(_of_ignores(ignores, used, today)),
    )


def _pattern(ignore: Ignore) -> re.Pattern[str]:
    return re.compile(translate(ignore.object))


def _unknown(ignore: Ignore, rules: Iterable[str]) -> Diagnostic:
    cure = did_you_mean(ignore.code, rules) or "docs/breaking lists them"
    return Diagnostic("unknown-rule", f"there is no breaking change `{ignore.code[:70]}`", ignore.span, cure)


def _of_ignores(ignores: Iterable[Ignore], used: Collection[Ignore], today: date) -> Iterator[Diagnostic]:
    for ignore in ignores:
        what = f"the ignore of {ignore.code} for {ignore.object}"
        if ignore.until is not None and ignore.until < today:
            message = f"{what} ended on {ignore.until}"
            cure = "take it out, or give it another day"
            yield Diagnostic("expired-ignore", message, ignore.span, cure, Severity.WARNING)
        elif ignore not in used:
            message = f"{what} meets no finding here"
            cure = "take it out, if nothing that you compare with needs it"
            yield Diagnostic("unused-ignore", message, ignore.span, cure, Severity.WARNING)


def _broken(rule: Rule, finding: Finding, change: Comparison) -> Broken:
    item = finding.item
    now = change.after.span(item.key) if item.key in change.new.objects else None
    holder = _relation(item, change)
    return Broken(
        rule.code,
        finding.classes or rule.classes,
        _name(item, finding.name),
        item.kind,
        f"{holder.noun} {holder.sql}" if holder is not None else f"{item.noun} {item.sql}",
        finding.what,
        finding.who,
        finding.cure,
        now or change.before.span(item.key),
        now or (change.after.span(holder.key) if holder is not None and holder.key in change.new.objects else None),
    )


def _name(item: Object, part: str) -> str:
    """Return the name by which messages and ignores call an object, or a part of it."""
    routine = item.kind in ROUTINES or getattr(item, "of", None) in ROUTINES
    return item.sql if routine else qualified(*item.key.path, *([part] if part else []))


def _relation(item: Object, change: Comparison) -> Object | None:
    """Return the relation that an object lies in, or whose privileges it is, as it is now where it is there."""
    for path in ((*item.place, item.name), item.place):
        for kind in RELATIONS if len(path) == 2 else ():
            for state in (change.new, change.before.state):
                found = state.get(Key(kind, path))
                if found is not None:
                    return found
    return None


def _order(item: Broken) -> tuple[object, ...]:
    return item.group, item.object, item.code, item.message

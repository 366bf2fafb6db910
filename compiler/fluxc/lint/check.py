"""Every rule over every object of a schema: what is found, what is suppressed, what can be fixed."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from fluxc.diagnostics import Diagnostic, InputError
from fluxc.lint.levels import Levels, unknown_rules, unmatched
from fluxc.lint.rule import all_rules
from fluxc.lint.schema import Schema
from fluxc.lint.suppression import Suppressions

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
    from datetime import date

    from fluxc.diagnostics import Severity
    from fluxc.lint.rule import Finding, Fix, Rule
    from fluxc.lint.sql.source import Source
    from fluxc.model.compiled import Compiled
    from fluxc.model.findings import Place
    from fluxc.model.state import Object
    from fluxc.project.lint import LintSettings
    from fluxc.source.document import Document


class Found(NamedTuple):
    """A finding at its place, as it is reported.

    ``place`` is where its object is declared, None in SQL; ``reason`` that of the suppression where there is one,
    ``fix`` what `--fix` may change in the file.
    """

    diagnostic: Diagnostic
    object: str
    place: Place | None = None
    fix: Fix | None = None
    reason: str | None = None

    @property
    def file(self) -> str:
        """Return the file that it is found in."""
        assert self.diagnostic.span is not None  # everything that a rule looks at is written somewhere
        return self.diagnostic.span.file


class Linted(NamedTuple):
    """What the rules say: findings, those that are suppressed, and what is said of suppressions and settings.

    ``statements`` counts those of SQL that were looked at.
    """

    found: tuple[Found, ...] = ()
    suppressed: tuple[Found, ...] = ()
    others: tuple[Diagnostic, ...] = ()
    statements: int = 0

    @property
    def diagnostics(self) -> tuple[Diagnostic, ...]:
        """Return everything that is to be said, in the order of files and lines."""
        return tuple(sorted((*(item.diagnostic for item in self.found), *self.others), key=_order))


def check(
    compiled: Compiled,
    documents: Collection[Document],
    settings: LintSettings,
    today: date,
    pending: Sequence[Source] = (),
) -> Linted:
    """Return what the rules say of a schema and of the migrations that are ``pending`` for it.

    Raises InputError where a rule is named that is not there.
    """
    rules, suppressions = all_rules(), Suppressions(documents, today)
    wrong = (*unknown_rules(rules, settings), *suppressions.wrong(rules))
    if wrong:
        raise InputError(wrong)
    schema, levels = Schema(compiled), Levels(rules, settings)
    active = {code: rule for code, rule in rules.items() if levels.may_matter(code)}
    found: list[Found] = []
    suppressed: list[Found] = []
    for rule, item, finding in _findings(schema, active):
        place = schema.place(item)
        name = ".".join(item.key.path)
        severity = levels.at(rule.code, place.document.file, name)
        suppression = suppressions.of(rule.code, schema.places(item))
        if severity is None:
            continue
        made = Found(_diagnostic(rule, severity, finding, place), name, place, finding.fix)
        if suppression is None:
            found.append(made)
        else:
            suppressed.append(made._replace(reason=suppression.reason))
    files, names = {document.file for document in documents}, [".".join(item.key.path) for item in compiled.state]
    others = unmatched(settings, files, names)
    generated = _of_pending(pending, schema, levels, active, suppressions)
    return Linted(
        (*_merged(found), *generated.found),
        (*suppressed, *generated.suppressed),
        (*suppressions.left(active), *others, *generated.others),
        generated.statements,
    )


def _of_pending(
    pending: Sequence[Source], schema: Schema, levels: Levels, active: Mapping[str, Rule], suppressions: Suppressions
) -> Linted:
    """Return what the rules say of generated SQL; what they say of schemas as well is not said twice."""
    if not pending:
        return Linted()
    from fluxc.lint.sql.check import together

    alone = {code: rule for code, rule in active.items() if not rule.kinds}
    said = together(pending, alone, levels, suppressions.today)
    found: list[Found] = []
    suppressed = list(said.suppressed)
    for item in said.found:
        suppression = suppressions.of(item.diagnostic.code, schema.places_of(item.object))
        if suppression is None:
            found.append(item)
        else:
            suppressed.append(item._replace(reason=suppression.reason))
    return Linted(tuple(found), tuple(suppressed), said.others, said.statements)


def _findings(schema: Schema, rules: Mapping[str, Rule]) -> Iterator[tuple[Rule, Object, Finding]]:
    by_kind: dict[type[Object], Sequence[Rule]] = {}
    for item in schema.state:
        kind = type(item)
        if kind not in by_kind:
            by_kind[kind] = [rule for rule in rules.values() if issubclass(kind, rule.kinds)]
        for rule in by_kind[kind]:
            for finding in rule.find(item, schema):
                yield rule, item, finding


def _diagnostic(rule: Rule, severity: Severity, finding: Finding, place: Place) -> Diagnostic:
    span = place.document.span((*place.path, *finding.at), key=not finding.at)
    return Diagnostic(rule.code, finding.message, span, finding.help, severity)


def _merged(found: Iterable[Found]) -> tuple[Found, ...]:
    """Return the findings, those of one line of a mixin as one: it is written once however many tables take it."""
    groups: dict[object, list[Found]] = {}
    for item in found:
        said = item.diagnostic
        mixed = item.place is not None and item.place.path[:1] == ("mixins",)
        groups.setdefault((said.code, said.severity, said.span) if mixed else id(item), []).append(item)
    return tuple(_first(group) for group in groups.values())


def _first(group: Sequence[Found]) -> Found:
    first = group[0]
    if len(group) == 1:
        return first
    others = "1 other table" if len(group) == 2 else f"{len(group) - 1} other tables"
    said = first.diagnostic
    return first._replace(diagnostic=said._replace(message=f"{said.message}; so in {others}"))


def _order(item: Diagnostic) -> tuple[str, int, int, str, str]:
    span = item.span
    assert span is not None  # everything that a rule looks at is declared somewhere
    return (span.file, span.line, span.column, item.code, item.message)

"""Declared domain types into objects."""

from __future__ import annotations

from typing import TYPE_CHECKING

from fluxc.lexer import LexicalError, scan
from fluxc.model import expression
from fluxc.model.domain_type import DomainCheck, DomainCheckDeclaration, DomainType, DomainTypeDeclaration, check_name
from fluxc.model.literal import LiteralError, literal
from fluxc.model.lower_options import column_collation
from fluxc.model.lower_privileges import lower_privileges
from fluxc.model.names import not_null_name
from fluxc.model.not_nulls import NAMED
from fluxc.model.possible import impossible
from fluxc.model.sequence_names import with_sequences

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from fluxc.lexer import Token
    from fluxc.model.domain_type import DomainCheckForm, DomainTypeForm
    from fluxc.model.findings import Place
    from fluxc.model.lowering import Lowering
    from fluxc.model.types import Type

_VALUE = "value"


def said_domain_type(low: Lowering, form: DomainTypeForm, place: Place) -> DomainTypeDeclaration | None:
    """Return the long form of a domain type; record a short form that is not understood."""
    if isinstance(form, DomainTypeDeclaration):
        return form
    if low.findings.cut_by_comment(place, form):
        return None
    try:
        tokens = [*scan(form)]
    except LexicalError as error:
        low.findings.add("bad-type", f"`{form[:70]}`: {error.reason}", place, _SHORT)
        return None
    end = next((at for at, token in enumerate(tokens) if token.text.lower() in {"not", "check"}), len(tokens))
    text = form[: tokens[end].start] if end < len(tokens) else form
    rest = tokens[end:]
    not_null = [token.text.lower() for token in rest[:2]] == ["not", "null"]
    rest = rest[2:] if not_null else rest
    checks: list[DomainCheckForm] = []
    while len(rest) > 3 and rest[0].text.lower() == "check" and rest[1].text == "(":
        closing = _closing(rest)
        if closing is None:
            break
        checks.append(form[rest[2].start : rest[closing].start].strip())
        rest = rest[closing + 1 :]
    if rest or not text.strip():
        low.findings.add("bad-type", f"`{form[:70]}` is no domain type", place, _SHORT)
        return None
    return DomainTypeDeclaration(type=text.strip(), not_null=not_null, checks=checks)


_SHORT = "write `TYPE [not null] [check (CONDITION)]`, or the long form"


def _closing(tokens: Sequence[Token]) -> int | None:
    """Return where the first bracket is closed."""
    depth = 0
    for at, token in enumerate(tokens):
        depth += (token.text == "(") - (token.text == ")")
        if at and not depth:
            return at
    return None


def domain_type(low: Lowering, domain: str, path: tuple[str, ...], form: DomainTypeForm, place: Place) -> None:
    """Take in a domain type whose base is known; record what is wrong with it."""
    found = low.scope.bases.get(path)
    if found is None:
        return
    said = form if isinstance(form, DomainTypeDeclaration) else said_domain_type(low, form, place)
    if said is None:
        return
    if found.serial:
        low.findings.add("bad-type", "a domain type draws from no sequence", place, "use the plain integer type")
        return
    checks = tuple(sorted(_checks(low, domain, path[-1], said, place), key=lambda check: check.name))
    item = DomainType(
        place=path[:-1],
        name=path[-1],
        doc=said.doc,
        type=found.text,
        nullable=said.not_null is False,
        not_null=_not_null(low, path[-1], said.not_null, checks, place / "not_null"),
        default=_default(low, domain, said, found, place),
        collation=column_collation(low, domain, said.collation, found, place / "collation"),
        checks=checks,
    )
    low.add(item, place, said.was)
    lower_privileges(low, item, *said.access(), place)


def _not_null(low: Lowering, name: str, said: bool | str, checks: Iterable[DomainCheck], place: Place) -> str | None:
    """Return the name of the constraint that refuses nulls, where it is not the usual one; record what it cannot be."""
    if isinstance(said, bool) or not low.findings.name(said, "constraint", place):
        return None
    low.findings.needs(NAMED, "a not-null constraint with a name of its own", place)
    if any(check.name == said for check in checks):
        message = f"domain type {name} has another constraint {said}"
        low.findings.add("name-clash", message, place, "give one of them another name")
    return said if said != not_null_name(name, None) else None


def _default(low: Lowering, domain: str, said: DomainTypeDeclaration, found: Type, place: Place) -> str | None:
    base = low.scope.base(found)
    if said.default is not None and said.default_sql is not None:
        message = "a default is said twice, as a value and as SQL"
        low.findings.add("bad-default", message, place / "default_sql", "leave one of them out", key=True)
        return None
    where = place / ("default" if said.default is not None else "default_sql")
    try:
        text = literal(said.default, base) if said.default is not None else None
    except LiteralError as problem:
        low.findings.add("bad-default", str(problem), where, problem.help)
        return None
    if said.default_sql is not None:
        sql = low.sql(said.default_sql, domain, where)
        text = with_sequences(sql, lambda path: _sequence(low, domain, path)) if sql is not None else None
    if text is not None and (reason := impossible(text, base, low.scope.labels(base.path))):
        low.findings.add("bad-default", reason[0], where, reason[1])
        return None
    return text


def _sequence(low: Lowering, domain: str, path: tuple[str, ...]) -> str | None:
    found = low.scope.sequence(path, domain)
    return found.sql if found else None


def _checks(low: Lowering, domain: str, name: str, said: DomainTypeDeclaration, place: Place) -> Iterator[DomainCheck]:
    taken: list[str] = []
    forms: list[tuple[str | int, DomainCheckForm]] = (
        list(said.checks.items()) if isinstance(said.checks, dict) else list(enumerate(said.checks))
    )
    for key, form in forms:
        long = form if isinstance(form, DomainCheckDeclaration) else DomainCheckDeclaration(expression=form)
        where = place / "checks" / key if _has_place(place, key) else place
        text_at = where / "expression" if isinstance(form, DomainCheckDeclaration) else where
        sql = low.sql(long.expression, domain, text_at)
        if sql is None:
            continue
        if unknown := sorted(expression.identifiers(sql) - {_VALUE}):
            message = f"the condition mentions `{unknown[0][:70]}`, and a domain type sees nothing but `value`"
            low.findings.add("unknown-column", message, where, "write it over `value`")
            continue
        given = key if isinstance(key, str) else long.name
        own = low.name(given, check_name(name, taken), "constraint", where)
        if own in taken:
            low.findings.add("name-clash", f"check {own} of {name} stands here twice", where, "give it another name")
            continue
        taken.append(own)
        yield DomainCheck(name=own, expression=sql, valid=not long.not_valid, doc=long.doc)


def _has_place(place: Place, key: str | int) -> bool:
    """Return whether a check has a place of its own in the file, which one of the short form has not."""
    data = place.document.data
    for part in (*place.path, "checks", key):
        try:
            data = data[part]
        except (KeyError, IndexError, TypeError):
            return False
    return True

"""What functions and procedures hold: their bodies, their settings, and what these need."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final, cast

from fluxc.model import names
from fluxc.model.draft import listed
from fluxc.model.routine_declaration import VerbatimDeclaration
from fluxc.model.settings import PARAMETER, kept

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from fluxc.model.findings import Place
    from fluxc.model.lowering import Lowering
    from fluxc.model.routine_declaration import CodedDeclaration

BAD: Final = "bad-routine"


def routine_body(low: Lowering, name: str, said: CodedDeclaration, place: Place) -> str | None:
    """Return the text between the quotes; record that there is none or more than one."""
    ways = [said.body is not None, said.file is not None, said.library is not None]
    if ways.count(True) != 1:
        message = "a routine has one body" if any(ways) else "a routine needs a body"
        low.findings.add(BAD, message, place, "write `body: TEXT`, `file: NAME.sql`, or `library:` for one in C")
        return None
    if said.library is not None:
        return said.symbol or name
    if isinstance(said.body, VerbatimDeclaration):
        return said.body.verbatim
    if said.file is not None:
        text = place.document.bodies.get(said.file)
        return None if text is None else _laid_out(text)  # why it cannot be read is said already
    body = cast("str", said.body)
    if "\0" in body:
        low.findings.add(BAD, "a body holds no NUL", place / "body", "take it out")
        return None
    return _laid_out(body)


def _laid_out(text: str) -> str:
    """Return a body as it stands between the quotes: one of several lines begins on a line of its own."""
    return f"\n{text}" if "\n" in text else text


def settings(low: Lowering, said: Mapping[str, Any], place: Place, code: str = BAD) -> Iterator[tuple[str, str]]:
    """Yield the parameters that are set with their values as the server keeps them; record what is wrong with one."""
    if not said:
        return
    from fluxc.model.newer import SETTINGS  # few routines set anything

    for name, value in said.items():
        parameter = name.lower()
        if not PARAMETER.fullmatch(parameter):
            low.findings.add(code, f"`{name[:70]}` is no parameter", place / name, "write a name such as search_path")
            continue
        low.findings.needs(SETTINGS.get(parameter, 0), f"parameter {parameter}", place / name)
        try:
            yield parameter, kept(parameter, value)
        except ValueError as problem:
            low.findings.add(code, str(problem), place / name, "write names with commas between them, or a list")


def depends_on(low: Lowering, domain: str, said: str | list[str], place: Place) -> tuple[str, ...]:
    """Return the qualified names that a declaration depends on; record those that are no names."""
    found: set[str] = set()
    for text in listed(said):
        try:
            path = names.split_name(text)
        except ValueError:
            message = f"`{text[:70]}` is no name"
            low.findings.add("bad-name", message, place, "write NAME, or DOMAIN.NAME for another domain's")
            continue
        *outer, own = path
        space = low.scope.domains.get(outer[0], outer[0]) if outer else low.scope.domains[domain]
        found.add(names.qualified(space, own))
    return tuple(sorted(found))

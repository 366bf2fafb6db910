"""Declared owners and grants into privileges."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from fluxc.diagnostics import did_you_mean
from fluxc.model.column import Column
from fluxc.model.privileges import (
    MAINTAIN,
    MAINTAIN_SINCE,
    PUBLIC,
    RELATIONS,
    Grant,
    Privileges,
    SequencePrivileges,
    known,
)
from fluxc.model.sequence import Sequence

if TYPE_CHECKING:
    from collections.abc import Iterator

    from fluxc.model.findings import Place
    from fluxc.model.lowering import Lowering
    from fluxc.model.state import Object
    from fluxc.model.view import Queried

_OPTION: Final = "with grant option"
_NEWEST: Final = 99


def lower_privileges(
    low: Lowering, item: Object, owner: str | None, grants: dict[str, Any] | None, place: Place
) -> None:
    """Take in what a declaration says about who owns an object and who may do what with it."""
    if owner is None and grants is None:
        return
    if owner is not None and not low.findings.role(owner, place / "owner"):
        return
    found = tuple(lower_grants(low, item.kind, grants or {}, place / "grants"))
    if owner is not None or found:
        low.add(Privileges(place=item.place, name=item.name, of=item.kind, owner=owner, grants=found), place)


def lower_column_privileges(low: Lowering, view: Queried, name: str, grants: dict[str, Any], place: Place) -> None:
    """Take in what a declaration says about who may do what with a column of a view, which is no object of its own."""
    found = tuple(lower_grants(low, Column.kind, grants, place / "grants"))
    if found:
        low.add(Privileges(place=view.key.path, name=name, of=Column.kind, grants=found), place)


def lower_sequence_privileges(low: Lowering, column: Column, grants: dict[str, Any], place: Place) -> None:
    """Take in what a declaration says about who may do what with the sequence of an identity column."""
    found = tuple(lower_grants(low, Sequence.kind, grants, place / "grants"))
    if found and column.sequence is not None:
        item = SequencePrivileges(place=column.place, name=column.name, grants=found, sequence=column.sequence)
        low.add(item, place)


def lower_grants(low: Lowering, of: str, grants: dict[str, Any], place: Place) -> Iterator[Grant]:
    """Yield what roles may do with objects of a kind; record what is no privilege on them."""
    for role, said in sorted(grants.items()):
        where = place / role
        if not low.findings.role(role, where):
            continue
        held: set[str] = set()
        passed: set[str] = set()
        for text in [said] if isinstance(said, str) else said:
            word = " ".join(text.lower().split())
            privilege = word.removesuffix(_OPTION).strip()
            names = _named(low, of, privilege, where)
            held |= names
            passed |= names if word != privilege else set()
        if passed and role == PUBLIC:
            message = "everybody cannot be given the right to pass a privilege on"
            low.findings.add("bad-grant", message, where, "take `with grant option` out")
            continue
        yield Grant(role, _sorted(of, held), _sorted(of, passed))


def _named(low: Lowering, of: str, privilege: str, place: Place) -> set[str]:
    if privilege == "all":
        return set(known(of, low.findings.target))
    if privilege == MAINTAIN and of in RELATIONS:
        low.findings.needs(MAINTAIN_SINCE, "the privilege `maintain`", place)
        return {privilege}
    every = known(of, low.findings.target)
    if privilege not in every:
        message = f"`{privilege[:70]}` is no privilege on a {of.replace('_', ' ')}"
        cure = did_you_mean(privilege, every) or f"write {', '.join(every)} or all"
        low.findings.add("bad-grant", message, place, cure)
        return set()
    return {privilege}


def _sorted(of: str, names: set[str]) -> tuple[str, ...]:
    return tuple(name for name in known(of, _NEWEST) if name in names)

"""Declared default privileges into objects."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from fluxc.model.default_privileges import EVERYWHERE, OF, DefaultPrivileges
from fluxc.model.lower_privileges import lower_grants
from fluxc.model.privileges import OWNER, Held, known

if TYPE_CHECKING:
    from collections.abc import Iterator

    from fluxc.model.default_privileges import DefaultGrantsDeclaration
    from fluxc.model.domain_files import Files
    from fluxc.model.findings import Place
    from fluxc.model.lowering import Lowering
    from fluxc.model.privileges import Grant


def lower_default_privileges(low: Lowering, namespace: str | None, files: Files) -> None:
    """Take in the default privileges in a namespace, or of the database where it is None."""
    for file, place in files:
        said = file.default_privileges
        if said is None:
            continue
        where = place / "default_privileges"
        _lower(low, namespace, None, said, where)
        for role, form in said.by.items():
            if low.findings.role(role, where / "for" / role):
                _lower(low, namespace, role, form, where / "for" / role)


def _lower(low: Lowering, namespace: str | None, by: str | None, said: DefaultGrantsDeclaration, place: Place) -> None:
    for on in OF:
        grants: dict[str, Any] | None = getattr(said, on)
        if grants is None:
            continue
        where = place / on
        if namespace is not None and on in EVERYWHERE:
            message = f"{on.replace('_', ' ')} lie in no schema"
            low.findings.add(
                "bad-grant", message, where, "move this into a shared file, such as `_shared.yaml`", key=True
            )
            continue
        if on == "large_objects":
            low.findings.needs(18, "a default privilege on large objects", where)
        item = DefaultPrivileges.named((namespace,) if namespace is not None else (), on, by, ())
        found = tuple(_telling(low, item, grants, where))
        if found:
            low.add(item.model_copy(update={"grants": found}), where)


def _telling(low: Lowering, item: DefaultPrivileges, said: dict[str, Any], place: Place) -> Iterator[Grant]:
    """Yield the grants that say more than PostgreSQL does; record those that would have to take something away."""
    everything = known(item.of, low.findings.target)
    for grant in lower_grants(low, item.of, said, place):
        if item.place and not grant.privileges:
            if said[grant.role]:
                continue  # what is wrong with it is told
            message = f"nothing can be taken from {grant.role} in one schema that it gets in all of them"
            low.findings.add(
                "bad-grant", message, place / grant.role, "say it in a shared file, which is about all schemas"
            )
            continue
        held = Held(grant.privileges, grant.grantable)
        whole = grant.role == OWNER and not item.place and held == Held(everything)
        if not whole and held != item.standard(grant.role):
            yield grant

"""The names of the types and collations that files declare, and these themselves."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from fluxc.model.domain import DomainFile
from fluxc.model.scope import TYPE_SECTIONS

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from fluxc.model.domain import AnyFile
    from fluxc.model.domain_files import Files, Read
    from fluxc.model.lowering import Lowering
    from fluxc.model.state import Key


def _said_types(declared: AnyFile) -> dict[str, Mapping[str, Any]]:
    return {section: getattr(declared, section) for section in (*TYPE_SECTIONS, "collations")}


def know_types(low: Lowering, domains: list[Read], shared: Files) -> None:
    """Put the names of the types and collations that files declare into the scope."""
    for read in domains:
        for declared, _ in read.files:
            low.scope.know_types(read.name, low.scope.domains[read.name], _said_types(declared))
            if isinstance(declared, DomainFile) and declared.raw:
                _know_raw_types(low, read.name, (said.up for said in declared.raw.values()))
    for declared, place in shared:
        said = _said_types(declared)
        section = next((section for section in said if said[section]), None)
        if declared.namespace is not None:
            low.scope.know_types("", declared.namespace, said)
        elif section is not None:
            message = f"a shared file declares {section} but no namespace to put them in"
            low.findings.add("missing-key", message, place / section, "add `namespace:` to this file", key=True)


def _know_raw_types(low: Lowering, domain: str, texts: Iterable[str]) -> None:
    """Put the names of the types that raw SQL makes into the scope."""
    from fluxc.model.made import made_by  # raw SQL is rare

    space = low.scope.domains[domain]
    paths = [made.path for text in texts for made in made_by(text, space) if made.is_type]
    if paths:
        low.scope.declared.setdefault(domain, {}).update({path[-1]: path for path in paths if path[:-1] == (space,)})


def take_types(low: Lowering, domains: list[Read], shared: Files, ahead: int) -> dict[Key, Mapping[str, str]]:
    """Take in types and collations, before the objects from ``ahead`` on; return the earlier names of attributes."""
    if not low.scope.declared and not low.scope.collations:
        return {}
    from fluxc.model.lower_collations import lower_collations  # most schemas declare neither
    from fluxc.model.lower_types import lower_types

    later = low.objects[ahead:]
    del low.objects[ahead:]
    files = [
        (read.name, low.scope.domains[read.name], declared, place) for read in domains for declared, place in read.files
    ]
    files += [("", said.namespace, said, place) for said, place in shared if said.namespace is not None]
    for file in files:
        lower_collations(low, *file)
    was = lower_types(low, files)
    low.objects += later
    return was

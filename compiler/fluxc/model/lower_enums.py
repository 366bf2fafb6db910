"""Enums, of domains and of shared files."""

from __future__ import annotations

from typing import TYPE_CHECKING

from fluxc.model.enum import Enum, EnumDeclaration, ValueDeclaration
from fluxc.model.lower_privileges import lower_privileges
from fluxc.model.removed_values import removed_values

if TYPE_CHECKING:
    from collections.abc import Mapping

    from fluxc.model.domain import AnyFile
    from fluxc.model.domain_files import Files, Read
    from fluxc.model.findings import Findings, Place
    from fluxc.model.lowering import Lowering
    from fluxc.model.state import Key


def lower_enums(low: Lowering, domains: list[Read], shared: Files) -> dict[Key, Mapping[str, str]]:
    """Take in the enums of domains and of shared files; return old values by new ones for each enum that has some."""
    values_was: dict[Key, Mapping[str, str]] = {}
    for read in domains:
        mine: dict[str, Enum] = {}
        low.scope.enums[read.name] = mine
        for declared, place in read.files:
            mine.update(_enums_of(low, declared, low.scope.domains[read.name], place / "enums", values_was))
    for declared, place in shared:
        if declared.enums and declared.namespace is None:
            message = "a shared file declares enums but no namespace to put them in"
            low.findings.add("missing-key", message, place / "enums", "add `namespace:` to this file", key=True)
        elif declared.namespace is not None:
            low.scope.shared.update(_enums_of(low, declared, declared.namespace, place / "enums", values_was))
    return values_was


def _enums_of(
    low: Lowering, declared: AnyFile, namespace: str, place: Place, values_was: dict[Key, Mapping[str, str]]
) -> dict[str, Enum]:
    made: dict[str, Enum] = {}
    for name, form in declared.enums.items():
        where = place / name
        if not low.findings.name(name, "enum", where):
            continue
        long = form if isinstance(form, EnumDeclaration) else EnumDeclaration(values=form, removed={})
        values = [value.value if isinstance(value, ValueDeclaration) else value for value in long.values]
        _check_values(low.findings, values, where)
        item = Enum(place=(namespace,), name=name, doc=long.doc, values=tuple(values))
        renamed = {value.value: value.was for value in long.values if isinstance(value, ValueDeclaration)}
        if renamed:
            values_was[item.key] = renamed
        if long.removed:
            gone = removed_values(low.findings, long.removed, values, renamed.values(), where / "removed")
            low.removed[item.key] = gone
        low.add(item, where, long.was)
        lower_privileges(low, item, *long.access(), where)
        made[name] = item
    return made


def _check_values(findings: Findings, values: list[str], place: Place) -> None:
    for value in values:
        if len(value.encode()) > 63 or "\0" in value:
            findings.add("bad-name", f"enum value {value[:70]!r} is longer than 63 bytes", place, "shorten it")
        elif values.count(value) > 1:
            findings.add("name-clash", f"enum value {value!r} stands here twice", place, "leave one out")

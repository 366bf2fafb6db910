"""Declared domain, composite and range types, and collations, into objects; their names into the scope."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from fluxc.model import names, types
from fluxc.model.composite import Attribute, AttributeDeclaration, Composite, CompositeDeclaration
from fluxc.model.lower_domain_types import domain_type, said_domain_type
from fluxc.model.lower_options import column_collation
from fluxc.model.lower_privileges import lower_privileges
from fluxc.model.range_type import RangeType, RangeTypeDeclaration

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from fluxc.model.composite import CompositeForm
    from fluxc.model.domain import AnyFile
    from fluxc.model.findings import Place
    from fluxc.model.lowering import Lowering
    from fluxc.model.range_type import RangeTypeForm
    from fluxc.model.state import Key, Object


def lower_types(low: Lowering, files: Iterable[tuple[str, str, AnyFile, Place]]) -> dict[Key, Mapping[str, str]]:
    """Take in the types of files, each with its domain and namespace; return the earlier names of attributes."""
    was: dict[Key, Mapping[str, str]] = {}
    everything = list(files)
    for domain, _, file, place in everything:
        for name, form in file.domain_types.items():
            where = place / "domain_types" / name
            said = said_domain_type(low, form, where)
            found = (
                low.scope.type(said.type, domain, where if isinstance(form, str) else where / "type") if said else None
            )
            if found is not None:
                low.scope.bases[low.scope.declared[domain][name]] = found
    made = len(low.objects)
    for domain, namespace, file, place in everything:
        for name, form in file.domain_types.items():
            where = place / "domain_types" / name
            if low.findings.name(name, "domain type", where):
                domain_type(low, domain, (namespace, name), form, where)
        for name, members in file.composites.items():
            where = place / "composites" / name
            if low.findings.name(name, "composite type", where):
                _composite(low, domain, (namespace, name), members, where, was)
        for name, bounds in file.range_types.items():
            where = place / "range_types" / name
            if low.findings.name(name, "range type", where):
                _range_type(low, domain, (namespace, name), bounds, where)
    _check_circles(low, low.objects[made:])
    return was


def _composite(
    low: Lowering,
    domain: str,
    path: tuple[str, ...],
    form: CompositeForm,
    place: Place,
    was: dict[Key, Mapping[str, str]],
) -> None:
    long = form if isinstance(form, CompositeDeclaration) else None
    attributes = form.attributes if isinstance(form, CompositeDeclaration) else form
    inner = place / "attributes" if long else place
    members = [_attribute(low, domain, name, said, inner / name) for name, said in attributes.items()]
    doc, earlier = (long.doc, long.was) if long else (None, None)
    found = tuple(member for member in members if member is not None)
    item = Composite(place=path[:-1], name=path[-1], doc=doc, members=found)
    renamed = {
        name: said.was
        for name, said in attributes.items()
        if isinstance(said, AttributeDeclaration) and said.was is not None
    }
    if renamed:
        was[item.key] = renamed
    low.add(item, place, earlier)
    if long is not None:
        lower_privileges(low, item, *long.access(), place)


def _attribute(
    low: Lowering, domain: str, name: str, said: str | AttributeDeclaration, place: Place
) -> Attribute | None:
    long = said if isinstance(said, AttributeDeclaration) else None
    text = said.type if isinstance(said, AttributeDeclaration) else said
    where = place / "type" if long else place
    if not low.findings.name(name, "attribute", place):
        return None
    found = low.scope.type(text, domain, where)
    if found is None:
        return None
    if found.serial:
        low.findings.add("bad-type", "an attribute draws from no sequence", where, "use the plain integer type")
        return None
    collation = column_collation(low, domain, long.collation, found, place / "collation") if long else None
    return Attribute(name=name, type=found.text, collation=collation, doc=long.doc if long else None)


def _range_type(low: Lowering, domain: str, path: tuple[str, ...], form: RangeTypeForm, place: Place) -> None:
    long = form if isinstance(form, RangeTypeDeclaration) else RangeTypeDeclaration(subtype=form)
    where = place if isinstance(form, str) else place / "subtype"
    found = low.scope.type(long.subtype, domain, where)
    if found is None:
        return
    if found.serial or found.modifiers:
        message = f"the bounds of a range are of a plain type, not {long.subtype[:70]}"
        low.findings.add("bad-type", message, where, "leave modifiers out; a domain type can carry them")
        return
    options: dict[str, Any] = {"collation": column_collation(low, domain, long.collation, found, place / "collation")}
    for key in ("opclass", "subtype_diff"):
        text = getattr(long, key)
        if text is not None:
            options[key] = _name(low, text, place / key)
    multirange = long.multirange if long.multirange != names.multirange_name(path[-1]) else None
    if multirange is not None and low.findings.name(multirange, "type", place / "multirange"):
        options["multirange"] = multirange
    item = RangeType(place=path[:-1], name=path[-1], doc=long.doc, subtype=found.text, **options)
    low.add(item, place, long.was)
    lower_privileges(low, item, *long.access(), place)


def _name(low: Lowering, text: str, place: Place) -> str | None:
    """Return the SQL of a name, whose first part may be a domain; record a text that is none."""
    try:
        path = names.split_name(text)
    except ValueError:
        low.findings.add("bad-name", f"`{text[:70]}` is no name", place, "write `name` or `domain.name`")
        return None
    head = [low.scope.domains.get(path[0], path[0])] if len(path) > 1 else []
    return names.qualified(*head, *path[len(head) :])


def _check_circles(low: Lowering, items: Iterable[Object]) -> None:
    """Record types that are made of themselves."""
    parts = {item.key.path: list(_parts(item)) for item in items}
    for path in parts:
        ahead, seen = list(parts[path]), set[tuple[str, ...]]()
        while ahead:
            other = ahead.pop()
            if other not in seen:
                seen.add(other)
                ahead += parts.get(other, ())
        if path in seen:
            key = next(item.key for item in low.objects if item.key.path == path and item.type_names)
            message = f"type {names.qualified(*path)} is made of itself"
            low.findings.add("bad-type", message, low.places[key], "take it out of what it is made of")


def _parts(item: Object) -> Iterator[tuple[str, ...]]:
    """Yield the paths of the types that a type is made of."""
    texts = [member.type for member in item.members] if isinstance(item, Composite) else []
    texts += [str(getattr(item, name)) for name in ("type", "subtype") if hasattr(item, name)]
    yield from (types.parse(text).path for text in texts)

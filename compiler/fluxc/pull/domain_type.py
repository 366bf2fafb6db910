"""Domain types as YAML."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from fluxc.model.domain_type import check_name
from fluxc.pull.emit import Block
from fluxc.pull.options import some
from fluxc.pull.privileges import access_form

if TYPE_CHECKING:
    from fluxc.model.domain_type import DomainCheck, DomainType
    from fluxc.pull.sight import Sight


def domain_type_form(item: DomainType, sight: Sight) -> object:
    """Return the type, with `not null` and one check in the short form; all that is more takes the long form."""
    kind, checks = sight.type_text(item.type), _checks(item, sight)
    if item.default is None and item.collation is None and item.doc is item.not_null is None and _is_short(item, sight):
        words = [kind, "not null" if not item.nullable else "", *(f"check ({text})" for text in checks)]
        return " ".join(word for word in words if word)
    said = some(
        type=kind,
        not_null=item.not_null or not item.nullable,
        default_sql=sight.default(item.default) if item.default is not None else None,
        collation=sight.collation(item.collation) if item.collation is not None else None,
        checks=checks or None,
        doc=item.doc,
    )
    return Block(said | access_form(item, sight))


def _is_short(item: DomainType, sight: Sight) -> bool:
    return not access_form(item, sight) and (not item.checks or _has_plain_check(item))


def _has_plain_check(item: DomainType) -> bool:
    return len(item.checks) == 1 and _is_plain(item, item.checks[0])


def _is_plain(item: DomainType, check: DomainCheck) -> bool:
    return check.valid and check.doc is None and check.name == check_name(item.name, [])


def _checks(item: DomainType, sight: Sight) -> list[Any] | dict[str, Any]:
    """Return the checks: one of the name that PostgreSQL derives as a list, several by their names."""
    forms = {check.name: _check(check, sight) for check in item.checks}
    if len(item.checks) == 1 and item.checks[0].name == check_name(item.name, []):
        return list(forms.values())
    return forms


def _check(check: DomainCheck, sight: Sight) -> object:
    text = sight.sql(check.expression)
    long = some(not_valid=not check.valid, doc=check.doc)
    return {"expression": text, **long} if long else text

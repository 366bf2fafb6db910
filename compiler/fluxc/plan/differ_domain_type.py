"""The operations between two states of one domain type."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from fluxc.plan.domain_types import (
    AddDomainCheck,
    DropDomainCheck,
    DropDomainDefault,
    DropDomainNotNull,
    RenameDomainCheck,
    RenameDomainNotNull,
    SetDomainCheckComment,
    SetDomainDefault,
    SetDomainNotNull,
    ValidateDomainCheck,
)
from fluxc.plan.made_of import held_within, used

if TYPE_CHECKING:
    from collections.abc import Iterator

    from fluxc.model.domain_type import DomainCheck, DomainType
    from fluxc.model.state import State
    from fluxc.plan.diff import Difference
    from fluxc.plan.domain_types import AlterDomainType
    from fluxc.plan.operation import Operation


def domain_operations(old: DomainType, new: DomainType, difference: Difference) -> Iterator[Operation]:
    """Yield what takes a domain type from ``old`` to ``new`` in place, but for its comment."""
    steps = _Steps(old, in_use=used(old, difference.before))
    if old.default is not None and new.default is None:
        yield steps.to(DropDomainDefault, default=None)
    if new.nullable and not old.nullable:
        yield steps.to(DropDomainNotNull, nullable=True, not_null=None)
    if old.not_null != new.not_null and not (old.nullable or new.nullable):
        yield steps.to(RenameDomainNotNull, not_null=new.not_null)
    yield from _checks(old, new, steps)
    if new.default is not None and new.default != old.default:
        yield steps.to(SetDomainDefault, default=new.default)
    if old.nullable and not new.nullable:
        yield steps.to(SetDomainNotNull, nullable=False, not_null=new.not_null)


def keeps_domain(old: DomainType, new: DomainType, before: State) -> bool:
    """Return whether a domain type can become another in place.

    It stays on its base, and the server looks at no values within arrays, composites and ranges.
    """
    return _base(old) == _base(new) and not (_stricter(old, new) and held_within(old, before))


def _base(item: DomainType) -> tuple[str, str | None]:
    return item.type, item.collation


def _stricter(old: DomainType, new: DomainType) -> bool:
    """Return whether values that are there have to be looked at."""
    known = [check.expression for check in old.checks if check.valid]
    return (old.nullable and not new.nullable) or any(
        check.valid and check.expression not in known for check in new.checks
    )


class _Steps:
    """Operations on one domain type, each going on from what the one before made."""

    def __init__(self, item: DomainType, *, in_use: bool) -> None:
        self.item = item
        self._in_use = in_use

    def to(self, operation: type[AlterDomainType], **update: Any) -> AlterDomainType:
        """Return the operation that changes attributes."""
        old, self.item = self.item, self.item.model_copy(update=update)
        return operation(old, self.item, self._in_use)

    def exchange(
        self, operation: type[AlterDomainType], old: DomainCheck | None, new: DomainCheck | None
    ) -> AlterDomainType:
        """Return the operation that puts one check in the place of another."""
        kept = [check for check in self.item.checks if check != old]
        checks = sorted((*kept, *([new] if new else ())), key=lambda check: check.name)
        return self.to(operation, checks=tuple(checks))


def _checks(old: DomainType, new: DomainType, steps: _Steps) -> Iterator[Operation]:
    before, after = ({check.name: check for check in item.checks} for item in (old, new))
    gone = [check for name, check in before.items() if name not in after or _other(check, after[name])]
    come = [check for name, check in after.items() if name not in before or _other(before[name], check)]
    pairs: list[tuple[DomainCheck, DomainCheck]] = []
    for check in list(gone):
        twin = next(
            (new for new in come if new.name not in before and check.name not in after and not _other(check, new)), None
        )
        if twin is not None:
            pairs.append((check, twin))
            gone.remove(check)
            come.remove(twin)
    for check in gone:
        yield steps.exchange(DropDomainCheck, check, None)
    for check, twin in pairs:
        renamed = check.model_copy(update={"name": twin.name})
        yield steps.exchange(RenameDomainCheck, check, renamed)
        before[twin.name] = renamed
    for check in come:
        yield steps.exchange(AddDomainCheck, None, check)
        before[check.name] = check
    for name, check in after.items():
        known = before[name]
        if check.valid and not known.valid:
            valid = known.model_copy(update={"valid": True})
            yield steps.exchange(ValidateDomainCheck, known, valid)
            known = valid
        if check.doc != known.doc:
            yield steps.exchange(SetDomainCheckComment, known, check)


def _other(old: DomainCheck, new: DomainCheck) -> bool:
    """Return whether one check cannot become the other in place."""
    return old.expression != new.expression or (old.valid and not new.valid)

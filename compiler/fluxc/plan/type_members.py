"""The operations that create, drop, rename and change a collation, or a type other than an enum, by its kind."""

from __future__ import annotations

from typing import TYPE_CHECKING

from fluxc.model.collation import Collation
from fluxc.model.composite import Composite
from fluxc.model.domain_type import DomainType
from fluxc.model.range_type import RangeType
from fluxc.plan.collations import CreateCollation, DropCollation, RenameCollation
from fluxc.plan.composites import CreateComposite, DropComposite, RenameComposite
from fluxc.plan.differ_composite import composite_operations, keeps_composite
from fluxc.plan.differ_domain_type import domain_operations, keeps_domain
from fluxc.plan.domain_types import CreateDomainType, DropDomainType, RenameDomainType
from fluxc.plan.range_types import CreateRangeType, DropRangeType, RenameRangeType
from fluxc.plan.replaced_types import replace_types

if TYPE_CHECKING:
    from collections.abc import Iterator

    from fluxc.model.state import Object, State
    from fluxc.plan.diff import Difference
    from fluxc.plan.operation import Create, Drop, Operation, Rename
    from fluxc.plan.replaced_types import ReplaceTypes

    DeclaredType = Collation | DomainType | Composite | RangeType


def creating_type(item: DeclaredType) -> Create:
    """Return the operation that creates the type."""
    match item:
        case Collation():
            return CreateCollation(item)
        case DomainType():
            return CreateDomainType(item)
        case Composite():
            return CreateComposite(item)
        case _:
            return CreateRangeType(item)


def dropping_type(item: DeclaredType) -> Drop:
    """Return the operation that drops the type."""
    match item:
        case Collation():
            return DropCollation(item)
        case DomainType():
            return DropDomainType(item)
        case Composite():
            return DropComposite(item)
        case _:
            return DropRangeType(item)


def renaming_type(item: DeclaredType, renamed: Object) -> Rename:
    """Return the operation that renames the type."""
    match item:
        case Collation():
            return RenameCollation(item, renamed)
        case DomainType():
            assert isinstance(renamed, DomainType)
            return RenameDomainType(item, renamed.as_usual())
        case Composite():
            return RenameComposite(item, renamed)
        case _:
            return RenameRangeType(item, renamed)


def replaced(difference: Difference) -> ReplaceTypes | None:
    """Return the operation on all types that have to be made anew, None where there are none."""
    roots = [old.key for old, new in difference.changed if not _in_place(old, new, difference.before)]
    return replace_types(roots, difference, difference.before) if roots or difference.turned else None


def _in_place(old: Object, new: Object, before: State) -> bool:
    if isinstance(old, DomainType) and isinstance(new, DomainType):
        return keeps_domain(old, new, before)
    if isinstance(old, Composite) and isinstance(new, Composite):
        return keeps_composite(old, new, before)
    return not isinstance(old, Collation | RangeType) or new.model_copy(update={"doc": old.doc}) == old


def type_operations(old: Object, new: Object, difference: Difference) -> Iterator[Operation]:
    """Yield what takes a type from ``old`` to ``new`` in place, but for its comment."""
    if isinstance(old, DomainType) and isinstance(new, DomainType):
        yield from domain_operations(old, new, difference)
    elif isinstance(old, Composite) and isinstance(new, Composite):
        yield from composite_operations(old, new, difference)

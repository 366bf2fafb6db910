"""The operations that create, drop, rename and change a collation, or a type other than an enum, by its kind."""

from __future__ import annotations

from typing import TYPE_CHECKING

from fluxc.model.collation import Collation
from fluxc.model.composite import Composite
from fluxc.model.domain_type import DomainType
from fluxc.plan.collations import CreateCollation, DropCollation, RenameCollation
from fluxc.plan.composites import CreateComposite, DropComposite, RenameComposite
from fluxc.plan.differ_composite import composite_operations
from fluxc.plan.differ_domain_type import domain_operations
from fluxc.plan.domain_types import CreateDomainType, DropDomainType, RenameDomainType
from fluxc.plan.range_types import CreateRangeType, DropRangeType, RenameRangeType
from fluxc.plan.remade_types import replace_type

if TYPE_CHECKING:
    from collections.abc import Iterator

    from fluxc.model.range_type import RangeType
    from fluxc.model.state import Object
    from fluxc.plan.diff import Difference
    from fluxc.plan.operation import Create, Drop, Operation, Rename

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
            return RenameDomainType(item, renamed)
        case Composite():
            return RenameComposite(item, renamed)
        case _:
            return RenameRangeType(item, renamed)


def type_operations(old: Object, new: Object, difference: Difference) -> Iterator[Operation]:
    """Yield what takes a type from ``old`` to ``new``, but for its comment."""
    if isinstance(old, DomainType) and isinstance(new, DomainType):
        yield from domain_operations(old, new, difference)
    elif isinstance(old, Composite) and isinstance(new, Composite):
        yield from composite_operations(old, new, difference)
    elif (kept := new.model_copy(update={"doc": old.doc})) != old:
        yield replace_type(old, kept, difference.before, difference.target)

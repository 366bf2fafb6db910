"""Renames that the schema declares by ``was``, in an order in which each new name is free."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final, TypeVar

from fluxc.model.aggregate import Aggregate
from fluxc.model.attached import Apart
from fluxc.model.claims import Claim, claims
from fluxc.model.collation import Collation
from fluxc.model.column import Column
from fluxc.model.composite import Composite
from fluxc.model.constraint import Constraint
from fluxc.model.domain_type import DomainType
from fluxc.model.enum import Enum
from fluxc.model.extension import Extension
from fluxc.model.index import Index
from fluxc.model.names import qualified
from fluxc.model.namespace import Namespace, namespace_key
from fluxc.model.policy import Policy
from fluxc.model.publication import Publication
from fluxc.model.range_type import RangeType
from fluxc.model.routine import Function, Procedure, Routine
from fluxc.model.rule import Rule
from fluxc.model.sequence import Sequence
from fluxc.model.state import Key, Object, State
from fluxc.model.statistics import Statistics
from fluxc.model.table import Table
from fluxc.model.text_search import TextSearchConfiguration, TextSearchDictionary
from fluxc.model.trigger import Trigger
from fluxc.model.type_table import EXTENSION_TYPES
from fluxc.model.types import parse
from fluxc.model.view import MaterializedView, View
from fluxc.plan.attached import renaming_attached
from fluxc.plan.columns import RenameColumn
from fluxc.plan.constraints import DropConstraint, RenameConstraint
from fluxc.plan.enums import RenameEnum, RenameEnumValue
from fluxc.plan.extensions import MoveExtension
from fluxc.plan.fallen import renamed_away
from fluxc.plan.families import leave_parents
from fluxc.plan.indexes import DropIndex, RenameIndex
from fluxc.plan.materialized_views import RenameMaterializedView
from fluxc.plan.moved_values import doubtful_values
from fluxc.plan.namespaces import CreateNamespace, RenameNamespace
from fluxc.plan.owned import follow_owned
from fluxc.plan.routines import RenameRoutine
from fluxc.plan.rules import RenameRule
from fluxc.plan.sequences import RenameSequence
from fluxc.plan.tables import RenameTable
from fluxc.plan.views import RenameView

if TYPE_CHECKING:
    from fluxc.model.compiled import Intent
    from fluxc.plan.decisions import Decisions
    from fluxc.plan.operation import Operation, Path

_RENAMED: Final = (
    *(Namespace, Sequence, Table, Enum, Collation, DomainType, Composite, RangeType, Column),
    *(Function, Procedure, Aggregate, View, MaterializedView, Rule),
    *(TextSearchDictionary, TextSearchConfiguration, Trigger, Policy, Statistics, Publication),
)
"""The kinds that are renamed by `was`, in the order in which that is done."""

AnyObject = TypeVar("AnyObject", bound=Object)


@dataclass(slots=True)
class Renaming:
    """The state as renames change it, the operations so far, and the real names of objects moved out of the way.

    ``blocked`` are the renames (kind, old path, new path) onto a name that another object still has.
    """

    state: State
    operations: list[Operation] = field(default_factory=list["Operation"])
    moved_aside: dict[Path, Path] = field(default_factory=dict["Path", "Path"])
    blocked: list[tuple[type[Object], Path, Path]] = field(default_factory=list["tuple[type[Object], Path, Path]"])

    def do(self, operation: Operation) -> None:
        """Append an operation and let the state follow."""
        self.operations.append(operation)
        objects = dict(self.state.objects)
        operation.apply(objects)
        self.state = State(objects.values())


def plan_renames(before: State, after: State, intent: Intent, decisions: Decisions) -> Renaming:
    """Return the renames of this edit: those whose new name is not there yet and whose earlier name is.

    A name is free as well where the decisions drop the object that has it.
    """
    renaming = Renaming(before)
    _move_extensions(renaming, after)
    _rename_multiranges(renaming, after)
    if intent.was or intent.values_was:
        _follow_intent(renaming, after, intent, decisions)
    follow_owned(renaming, after)
    leave_parents(renaming, after)
    return renaming


def _follow_intent(renaming: Renaming, after: State, intent: Intent, decisions: Decisions) -> None:
    if any(key.kind == "role" for key in intent.was):
        from fluxc.plan.roles import rename_roles  # most schemas declare no roles

        rename_roles(renaming, after, intent)
    for kind in _RENAMED:
        wanted = _wanted(renaming, after, intent, kind, decisions)
        _create_namespaces(renaming, wanted, after)
        _rename(renaming, wanted, kind)
    for key, values in intent.values_was.items():
        for new, old in values.items():
            _rename_value(renaming, key, old, new)


def _move_extensions(renaming: Renaming, after: State) -> None:
    """Move the extensions whose namespace is another, which is made first where it is new."""
    for old in renaming.state.of(Extension):
        new = after.get(old.key)
        if isinstance(new, Extension) and new.namespace != old.namespace:
            _create_namespace(renaming, new.namespace, after)
            moved = old.model_copy(update={"namespace": new.namespace})
            renaming.do(MoveExtension(old, moved, _types_of(old, renaming.state)))


def _rename_multiranges(renaming: Renaming, after: State) -> None:
    """Rename the multirange types that are to have another name, of range types that keep their own."""
    for old in renaming.state.of(RangeType):
        new = after.get(old.key)
        if isinstance(new, RangeType) and new.multirange_name != old.multirange_name:
            from fluxc.plan.range_types import RenameMultirange  # most schemas have no range types

            renaming.do(RenameMultirange(old, old.model_copy(update={"multirange": new.multirange})))


def _types_of(extension: Extension, state: State) -> tuple[str, ...]:
    """Return the types of columns that are an extension's: what lies in its namespace and is nobody else's."""
    paths = {parse(column.type).path for column in state.of(Column)}
    return tuple(
        sorted(
            path[1]
            for path in paths
            if len(path) > 1 and path[0] == extension.namespace and state.type_key(path) is None
            if EXTENSION_TYPES.get(path[1], extension.name) == extension.name
        )
    )


def _create_namespaces(renaming: Renaming, wanted: dict[Path, Path], after: State) -> None:
    """Create the namespaces that tables move to and that are new."""
    for name in sorted({new[0] for old, new in wanted.items() if len(new) == 2 and new[0] != old[0]}):
        _create_namespace(renaming, name, after)


def _create_namespace(renaming: Renaming, name: str, after: State) -> None:
    namespace = after.get(namespace_key(name))
    if namespace is not None and not _there(renaming.state, Namespace, (name,)):
        renaming.do(CreateNamespace(namespace))


def _rename(renaming: Renaming, wanted: dict[Path, Path], kind: type[Object]) -> None:
    while wanted:
        old, new = next(
            (pair for pair in wanted.items() if not _there(renaming.state, kind, pair[1])), next(iter(wanted.items()))
        )
        if _there(renaming.state, kind, new):
            # what is dropped later steps aside
            aside = (*new[:-1], aside_name(new))
            _emit(renaming, kind, new, aside)
            renaming.moved_aside[aside] = new
            continue
        _emit(renaming, kind, old, new)
        del wanted[old]


def _wanted(
    renaming: Renaming, after: State, intent: Intent, kind: type[Object], decisions: Decisions
) -> dict[Path, Path]:
    """Return old path → new path of one kind, in a stable order; record those whose new name is taken."""
    waiting = {
        key.path: old
        for key, paths in sorted(intent.was.items())
        if key.kind == kind.kind and key in after.objects
        if (old := next((path for path in paths if _there(renaming.state, kind, path)), None)) is not None
    }
    wanted: dict[Path, Path] = {}
    while free := [new for new in waiting if new in wanted or not _there(renaming.state, kind, new)]:
        for new in free:  # a name that another rename leaves is free as well
            wanted.setdefault(waiting.pop(new), new)
    for new, old in waiting.items():
        if old in wanted or _there(after, kind, old):
            continue
        if decisions.drops_object(qualified(*new)):
            wanted[old] = new
        else:
            renaming.blocked.append((kind, old, new))
    return wanted


def _there(state: State, kind: type[Object], path: Path) -> bool:
    return Key(kind.kind, path) in state.objects


def aside_name(path: Path) -> str:
    """Return the name of an object that waits until the name it is to have is free."""
    return f"fluxc_aside_{hashlib.sha256(repr(path).encode()).hexdigest()[:12]}"


def _emit(renaming: Renaming, kind: type[Object], old: Path, new: Path) -> None:
    for operation in renamed_away(Key(kind.kind, old), renaming.state):
        renaming.do(operation)
    item = renaming.state.get(Key(kind.kind, old))
    if item is None:
        return  # it went with what it read, and comes back under its new name
    renamed = item.at(*new)
    if isinstance(item, Table):
        for path in _way(renaming.state, item, new):
            _table(renaming, item, path)
            item = item.at(*path)
    elif isinstance(item, Column) and isinstance(renamed, Column):
        table = renaming.state.get(Key(Table.kind, item.place))
        parted = isinstance(table, Table) and table.partition_by is not None
        rename = RenameColumn(item, renamed, parted)
        if parted:
            from fluxc.plan.member_copies import with_copies  # most tables are in one piece

            rename = with_copies(rename, renaming.state)
        renaming.do(rename)
    elif isinstance(item, Sequence):
        renaming.do(RenameSequence(item, renamed))
    elif isinstance(item, Enum):
        renaming.do(RenameEnum(item, renamed))
    elif isinstance(item, View) and isinstance(renamed, View):
        renaming.do(RenameView(item, renamed))
    elif isinstance(item, MaterializedView) and isinstance(renamed, MaterializedView):
        renaming.do(RenameMaterializedView(item, renamed))
    elif isinstance(item, Rule) and isinstance(renamed, Rule):
        renaming.do(RenameRule(item, renamed))
    elif isinstance(item, Routine) and isinstance(renamed, Routine):
        renaming.do(RenameRoutine(item, renamed))
    elif isinstance(item, Apart) and isinstance(renamed, Apart):
        renaming.do(renaming_attached(item, renamed))
    elif isinstance(item, Collation | DomainType | Composite | RangeType):
        from fluxc.plan.type_members import renaming_type  # most schemas have none of them

        renaming.do(renaming_type(item, renamed))
    else:
        renaming.do(RenameNamespace(item, renamed))


def _way(state: State, table: Table, new: Path) -> list[Path]:
    """Return the paths of a table on its way: with each its name or its namespace changes, and each is free."""
    if new[0] == table.place[0] or new[1] == table.name:
        return [new]
    aside = aside_name(new)
    ways = [(table.place[0], new[1])], [(new[0], table.name)], [(table.place[0], aside), (new[0], aside)]
    taken = _taken(state, table)
    owned = [column for column in state.members(table.key.path, Column) if column.sequence]
    for way in ways:
        there = [table.at(*way[0]), *(column.at(*way[0], column.name) for column in owned)]
        if taken.isdisjoint(claim for item in there for claim in claims(item)):
            return [*way, new]
    raise AssertionError  # pragma: no cover - nobody has the name of what is aside


def _taken(state: State, table: Table) -> set[Claim]:
    """Return the names that are taken by anything but the table and what lies in it."""
    path = table.key.path
    return {claim for item in state if path not in (item.place, item.key.path) for claim in claims(item)}


def _table(renaming: Renaming, table: Table, new: Path) -> None:
    """Rename or move a table; constraints and indexes whose names are taken in its new namespace step aside first."""
    taken = _taken(renaming.state, table) if new[0] != table.place[0] else set[Claim]()
    for item in list(renaming.state.under(table.key.path)):
        if isinstance(item, Constraint | Index) and ("relation", new[0], item.name) in taken:
            aside = item.at(*item.place, aside_name((*new, item.name)))
            renaming.do(RenameIndex(item, aside) if isinstance(item, Index) else RenameConstraint(item, aside))
    renaming.do(RenameTable.of(table, table.at(*new), renaming.state))


def _rename_value(renaming: Renaming, key: Key, old: str, new: str) -> None:
    """Rename a value of an enum, or an attribute of a composite type."""
    enum = renaming.state.get(key)
    if isinstance(enum, Composite):
        _rename_attribute(renaming, enum, old, new)
    if isinstance(enum, Enum) and old in enum.values and new not in enum.values:
        for item in doubtful_values(dict(renaming.state.objects), key.path, old, new):
            renaming.do(DropIndex(item) if isinstance(item, Index) else DropConstraint(item))
        values = tuple(new if value == old else value for value in enum.values)
        renaming.do(RenameEnumValue(enum, enum.model_copy(update={"values": values})))


def _rename_attribute(renaming: Renaming, composite: Composite, old: str, new: str) -> None:
    from fluxc.plan.composites import RenameAttribute  # most schemas have no composite types

    names = [member.name for member in composite.members]
    if old in names and new not in names:
        members = tuple(
            member.model_copy(update={"name": new}) if member.name == old else member for member in composite.members
        )
        renaming.do(RenameAttribute(composite, composite.model_copy(update={"members": members})))

"""Checks across objects: keys that refer to nothing unique, types that differ, names that clash."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from fluxc.model.claims import claims, keys_of, mentioned
from fluxc.model.column import Column
from fluxc.model.constraint import ForeignKey, PrimaryKey, Unique
from fluxc.model.names import qualified
from fluxc.model.state import Key
from fluxc.model.type_table import INTEGERS
from fluxc.model.types import parse

if TYPE_CHECKING:
    from collections.abc import Iterable

    from fluxc.model.claims import Claim
    from fluxc.model.lowering import Lowering
    from fluxc.model.state import Object, State
    from fluxc.model.types import Type


def check_references(low: Lowering, state: State, items: Iterable[Object]) -> None:
    """Record what is wrong with the targets of those of the objects that are foreign keys."""
    for item in items:
        if isinstance(item, ForeignKey):
            _target_is_unique(low, state, item)
            _types_agree(low, state, item)


def check_earlier_names(low: Lowering, state: State) -> None:
    """Record what cannot be meant by `was`."""
    _earlier_names(low)
    _exchanged_names(low)
    _removed_names_in_expressions(low, state)


def _target_is_unique(low: Lowering, state: State, key: ForeignKey) -> None:
    if keys_of(key, state):
        return
    wanted = set(key.target_columns)
    target, columns = qualified(*key.target), ", ".join(key.target_columns)
    message = f"{target} ({columns}) is neither a primary key nor unique" if columns else f"{target} has no primary key"
    members = state.under(key.target)
    if any(isinstance(item, PrimaryKey | Unique) and set(item.columns) == wanted for item in members):
        message = f"{target} ({columns}) is unique by a deferrable constraint alone, to which no foreign key can refer"
    help_text = (
        f"make ({columns}) of {target} unique, or refer to another column"
        if columns
        else f"give {target} one, or name a unique column"
    )
    low.findings.add("no-unique-target", message, low.places[key.key], help_text)


def _types_agree(low: Lowering, state: State, key: ForeignKey) -> None:
    for name, target_name in zip(key.columns, key.target_columns, strict=False):
        column = state.get(Key(Column.kind, (*key.place, name)))
        target = state.get(Key(Column.kind, (*key.target, target_name)))
        if not isinstance(column, Column) or not isinstance(target, Column):
            continue
        if column.type == target.type:
            continue
        if not comparable(low.scope.base(parse(column.type)), low.scope.base(parse(target.type))):
            message = f"column {name} is {column.type}, but {target.sql} that it refers to is {target.type}"
            help_text = f"write `{name}: -> …`, which takes the type of its target, or make the types agree"
            low.findings.add("reference-type", message, low.places[key.key], help_text)


_NAMED_BY_KEY: Final = frozenset({"table", "enum", "column", "view", "materialized_view"})
_ALIKE: Final = (
    INTEGERS,
    frozenset({"text", "character varying"}),
    frozenset({"date", "timestamp without time zone", "timestamp with time zone"}),
    frozenset({"real", "double precision"}),
    frozenset({"inet", "cidr"}),
    frozenset({"bit", "bit varying"}),
)
"""Types of which one may refer to another: an operator class of btree compares them as they are."""


def comparable(one: Type, other: Type) -> bool:
    """Return whether a foreign key can compare a column of the first type with one of the second."""
    if one.path == other.path or one.array or other.array or len(one.path) > 1 or len(other.path) > 1:
        return (one.path, one.array) == (other.path, other.array)
    if one.base in INTEGERS and other.base == "numeric":
        return True  # what refers is cast, and it loses nothing
    return any({one.base, other.base} <= alike for alike in _ALIKE)


def check_names(low: Lowering, state: State) -> None:
    """Record names that two objects would have to share."""
    # most objects are columns that draw from no sequence, and their names are told apart by the table already
    naming = (item for item in state if not isinstance(item, Column) or item.serial or item.identity)
    everything = [claim for item in naming for claim in claims(item)]
    if len(set(everything)) == len(everything):
        return
    taken: dict[Claim, Object] = {}
    for item in state:
        for claim in claims(item):
            other = taken.setdefault(claim, item)
            if other is not item:
                _clash(low, item, other, claim)


def _clash(low: Lowering, item: Object, other: Object, claim: Claim) -> None:
    span = low.places[other.key].span()
    taken = f"{other.noun} {other.key.object} ({span.file}:{span.line})"
    message = f"{claim[0]} {qualified(*claim[1:])} of {item.noun} {item.key.object} is also that of {taken}"
    cure = "rename one of them" if item.kind in _NAMED_BY_KEY else "give one of them a `name` of its own"
    low.findings.add("name-clash", message, low.places[item.key], cure)


def _earlier_names(low: Lowering) -> None:
    claimed: dict[tuple[str, tuple[str, ...]], Key] = {}
    for key, paths in low.was.items():
        for path in paths:
            if path == key.path:
                low.findings.add(
                    "bad-was",
                    f"`was` names {key.object} itself",
                    low.places[key],
                    "name the earlier one, or leave `was` out",
                )
            other = claimed.setdefault((key.kind, path), key)
            if other != key:
                message = f"{key.object} and {other.object} both say that they were {qualified(*path)}"
                low.findings.add(
                    "bad-was",
                    message,
                    low.places[key],
                    "only one of them can have been it; take `was` out of the other",
                )


def _exchanged_names(low: Lowering) -> None:
    """Record objects that were each other: `was` may stay for good, so it cannot tell an exchange from one done."""
    for key in low.was:
        circle = [key]
        while (earlier := _declared_earlier(low, circle[-1])) is not None and earlier not in circle:
            circle.append(earlier)
        if earlier == key == min(circle) and len(circle) > 1:
            message = f"{', '.join(item.object for item in circle)} say that they were each other"
            cure = "exchange names in two builds: first give one of them a name in between"
            low.findings.add("bad-was", message, low.places[key], cure)


def _declared_earlier(low: Lowering, key: Key) -> Key | None:
    return next((Key(key.kind, path) for path in low.was[key] if Key(key.kind, path) in low.was), None)


def _removed_names_in_expressions(low: Lowering, state: State) -> None:
    """Record checks and indexes that still mention the earlier name of a renamed column."""
    for key, paths in low.was.items():
        if key.kind != Column.kind:
            continue
        table = key.path[:-1]
        gone = {path[-1] for path in paths} - {column.name for column in state.members(table, Column)}
        for item in state.under(table):
            if found := gone & mentioned(item):
                message = f"{item.noun} {item.name} mentions {', '.join(sorted(found))}, which is {key.path[-1]} now"
                low.findings.add("unknown-column", message, low.places[item.key], f"write {key.path[-1]} in its place")

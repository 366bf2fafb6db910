"""What is the same before and after but would not survive in between, and is dropped and made again."""

from __future__ import annotations

from typing import TYPE_CHECKING

from fluxc.model.claims import by_expression, mentioned, rests_on
from fluxc.model.column import Column
from fluxc.model.constraint import Constraint, ForeignKey
from fluxc.model.index import Index
from fluxc.model.privileges import Privileges
from fluxc.model.state import ROUTINES, Key
from fluxc.model.table import Table
from fluxc.model.types import parse
from fluxc.plan.columns import DropDefault, SetDefault, SetType
from fluxc.plan.constraints import DropConstraint
from fluxc.plan.indexes import DropIndex, SetIndexStatistics
from fluxc.plan.members import creating, dropping
from fluxc.plan.operation import Create, Drop

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from fluxc.model.state import Object
    from fluxc.plan.diff import Difference
    from fluxc.plan.operation import Operation


def torn_members(found: list[Operation], difference: Difference) -> Iterator[Operation]:
    """Yield the drop and the creation of constraints and indexes over what changes or goes for a while."""
    retyped = {operation.key for operation in found if isinstance(operation, SetType) and _other_base(operation)}
    ended = {operation.key for operation in found if isinstance(operation, DropConstraint | DropIndex)}
    ended |= difference.remade
    ended |= {Key(Table.kind, path) for path in difference.gone & difference.fresh}
    typed = {operation.key for operation in found if isinstance(operation, SetType)}
    if not typed and not ended:
        return
    for last in (False, True):  # foreign keys rest on what goes with the columns of others
        for item, kept in _members_of_both(difference, ended):
            if isinstance(item, ForeignKey) is last and _is_torn(item, difference, retyped, ended):
                ended.add(item.key)
                yield dropping(item)
                yield creating(kept)
    yield from _targets_again(typed, difference, ended)


def _targets_again(typed: set[Key], difference: Difference, ended: Collection[Key]) -> Iterator[Operation]:
    """Yield what gives indexes over columns whose type changes their statistics targets, which the server forgets."""
    for item, kept in _members_of_both(difference, ended):
        if not (isinstance(item, Index) and isinstance(kept, Index)) or not (item.statistics or kept.statistics):
            continue
        if any(Key(Column.kind, (*item.place, name)) in typed for name in mentioned(item)):
            yield from (SetIndexStatistics(item, item, "early"),) if item.statistics else ()
            yield from (SetIndexStatistics(kept, kept, "late"),) if kept.statistics else ()


def _members_of_both(difference: Difference, ended: Collection[Key]) -> Iterator[tuple[Object, Object]]:
    after = difference.after
    for key, item in difference.before.objects.items():
        kept = after.objects.get(key)
        stays = kept is not None and key not in ended and item.place not in difference.gone
        if stays and kept is not None and isinstance(item, Constraint | Index):
            yield item, kept


def _is_torn(item: Object, difference: Difference, retyped: set[Key], ended: set[Key]) -> bool:
    own = {Key(Column.kind, (*item.place, name)) for name in mentioned(item)}
    if own & difference.remade:
        return True
    if isinstance(item, ForeignKey):
        return bool(rests_on(item, difference.before) & (retyped | ended))
    return by_expression(item) and bool(own & retyped)


def _other_base(operation: SetType) -> bool:
    one, other = parse(operation.old.type), parse(operation.new.type)
    return (one.path, one.array) != (other.path, other.array)


def taken_down(found: list[Operation], difference: Difference) -> list[Operation]:
    """Return the operations with all that holds on to what they drop or retype taken down and put back.

    What the server keeps parsed (a view, a policy) lets nobody drop or retype what it mentions.  So it goes first, with
    what lies in it and what rests on it in turn, and is made again as it shall be.
    """
    after = difference.after.objects
    gone = {item.key for item in found if isinstance(item, Drop) and item.key not in after}
    torn = {item.key for item in found if isinstance(item, SetType)}
    if difference.anew:
        torn |= {key for item in found for key in getattr(item, "retyped", ())} | difference.anew
    torn |= {item.key for item in found if isinstance(item, Drop)} - gone
    lost = {key for key in gone if key.kind in ROUTINES}
    holders = _holders(difference, torn | lost)
    if not holders:
        return found
    down: dict[Key, Object] = {}
    growing = True
    while growing:
        fallen = [item for item in holders if item.key not in down and _falls(item, difference, torn, gone)]
        growing = bool(fallen)
        for item in fallen:
            down |= {each.key: each for each in (item, *_inside(item, difference))}
        torn |= down.keys()
    kept = [item for item in found if item.key not in down or isinstance(item, Create | Drop)]
    dropped = {item.key for item in found if isinstance(item, Drop)}
    made = {item.key for item in found if isinstance(item, Create)}
    kept += [dropping(item) for key, item in down.items() if key not in dropped]
    kept += [creating(after[key]) for key in down if key in after and key not in made]
    return [*_parted(kept, difference, torn), *_defaults(kept, difference, torn | lost)]


def _parted(found: list[Operation], difference: Difference, torn: set[Key]) -> Iterator[Operation]:
    """Yield the operations, with a default that changes and calls what goes for a while taken away in between."""
    called = any(key.kind in ROUTINES for key in torn)
    for item in found:
        if called and isinstance(item, SetDefault) and rests_on(item.old, difference.before) & torn - {item.key}:
            without = item.old.model_copy(update={"default": None})
            yield DropDefault(item.old, without)
            yield SetDefault(without, item.new)
        else:
            yield item


def _holders(difference: Difference, torn: set[Key]) -> list[Object]:
    """Return what is there before and after and may hold on to something: members of tables only to a routine."""
    after = difference.after.objects
    members = any(key.kind in ROUTINES for key in torn)
    granted = {Key(Privileges.kind, key.path) for key in difference.anew}  # what makes the types anew sees to these
    return [
        item
        for key, item in difference.before.objects.items()
        if (item.parsed or (members and isinstance(item, Constraint | Index))) and key in after and key not in granted
    ]


def _falls(item: Object, difference: Difference, torn: set[Key], gone: set[Key]) -> bool:
    if item.key in torn:
        return item.parsed
    before = rests_on(item, difference.before)
    if before & torn if item.parsed else any(key.kind in ROUTINES for key in before & torn):
        return True
    lost = before & gone
    if not lost:
        return False
    kept = difference.after.objects[item.key]
    if kept == item and any(key.kind in ROUTINES for key in lost):
        return True  # the same words call another routine of the name from now on
    now = {key.path for key in rests_on(kept, difference.after)}
    return any(key.path in now for key in lost)  # a view may be called like the table that goes


def _inside(item: Object, difference: Difference) -> list[Object]:
    """Return what lies in an object that has members, such as the triggers of a view."""
    return difference.before.under(item.key.path) if len(item.place) == 1 else []


def _defaults(found: list[Operation], difference: Difference, torn: set[Key]) -> Iterator[Operation]:
    """Yield what takes away and gives back the defaults that call what goes for a while."""
    if not any(key.kind in ROUTINES for key in torn):
        return
    touched = {item.key for item in found}
    for column in difference.before.of(Column):
        kept = difference.after.objects.get(column.key)
        if column.default is None or column.key in touched or not isinstance(kept, Column) or kept.default is None:
            continue
        if rests_on(column, difference.before) & torn - {column.key}:
            without = column.model_copy(update={"default": None})
            yield DropDefault(column, without)
            yield SetDefault(without, kept)

"""What a project shall say: what the database holds, in the words of the project where these mean the same."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from fluxc.model.domain_type import DomainType
from fluxc.model.extension import Extension
from fluxc.model.mentions import alike
from fluxc.model.namespace import Namespace
from fluxc.model.not_nulls import NAMED
from fluxc.model.privileges import Privileges
from fluxc.model.raw import Raw
from fluxc.model.state import Key, State
from fluxc.model.table import Table

if TYPE_CHECKING:
    from collections.abc import Iterator

    from fluxc.model.state import Object


_ROLE: Final = "role"


class Bounds(NamedTuple):
    """What a pull leaves alone: all but these namespaces, where any are named, and what could not be read.

    Raw SQL, owners, roles and the versions of extensions are left alone too unless they were asked for.
    """

    namespaces: tuple[str, ...] = ()
    unsaid: frozenset[Key] = frozenset()
    raw: bool = False
    owners: bool = False
    versions: bool = False
    roles: bool = False

    def leave(self, item: Object) -> bool:
        """Return whether a declared object stays, whatever the database holds."""
        if self.namespaces and _namespace(item) not in self.namespaces:
            return True
        return item.key in self.unsaid or Key(Table.kind, item.place) in self.unsaid


def sayable(found: State, target: int) -> State:
    """Return what was found without what a project for servers from ``target`` on cannot say: names that 18 keeps."""
    named = [item for item in found.of(Table) if item.not_nulls or item.said_again] if target < NAMED else []
    domains = [item for item in found.of(DomainType) if item.not_null is not None] if target < NAMED else []
    without: dict[Key, Object] = {item.key: _nameless(item) for item in named}
    without |= {item.key: item.model_copy(update={"not_null": None}) for item in domains}
    return State(without.get(item.key, item) for item in found) if without else found


def _nameless(item: Table) -> Table:
    kinds = tuple(pair for pair in item.not_null_kinds if "local" not in pair[1])
    return item.model_copy(update={"not_nulls": (), "not_null_kinds": kinds})


def doubtful(declared: State, found: State, bounds: Bounds) -> bool:
    """Return whether something is on both sides in different words, which may mean the same."""
    goal = goal_of(declared, found, None, bounds)
    if bounds.raw and {item.key for item in declared.of(Raw)} != {item.key for item in found.of(Raw)}:
        return True
    return any((mine := declared.get(item.key)) is not None and mine != item for item in goal)


def goal_of(declared: State, found: State, reading: State | None, bounds: Bounds) -> State:
    """Return the state that the project shall declare.

    ``reading`` is what a server made of the declared state: an object that reads the same as what was found is left as
    it is declared.
    """
    return State(_objects(declared, found, reading, bounds))


def _objects(declared: State, found: State, reading: State | None, bounds: Bounds) -> Iterator[Object]:
    for item in found:
        mine = declared.get(item.key)
        if isinstance(item, Raw):
            yield from _raw(item, mine, reading, bounds)
            continue
        shall = _with_hints(_asked(item, mine, bounds), mine, found)
        yield mine if mine is not None and _is_same(item, reading) else shall
    for item in declared.of(Raw):
        # raw SQL of another name may make anything, which is in no catalogue as such
        pulled = bounds.raw and reading is not None and reading.get(item.key) is not None
        if item.key not in found.objects and not (pulled and not bounds.leave(item)):
            yield item
    if bounds != Bounds():
        others = (item for item in declared if item.kind != Raw.kind and (bounds.roles or item.kind != _ROLE))
        yield from (item for item in others if item.key not in found.objects and bounds.leave(item))
    if not bounds.roles:
        yield from (item for item in declared if item.kind == _ROLE)
    yield from () if bounds.owners else _owners(declared, found, bounds)


def _raw(item: Raw, mine: Object | None, reading: State | None, bounds: Bounds) -> Iterator[Object]:
    """Yield raw SQL as the project shall say it; none where other raw SQL of the project makes the same."""
    if mine is not None:
        same = not bounds.raw or _is_same(item, reading) or alike(item, mine)
        yield mine if same else item
    elif reading is None or reading.get(item.key) is None:
        yield item


def otherwise(declared: State, found: State, reading: State | None) -> tuple[Raw, ...]:
    """Return what was found and raw SQL of another name makes, but otherwise."""
    there = reading or State()
    return tuple(
        item for item in found.of(Raw) if item.key not in declared.objects and there.get(item.key) not in (None, item)
    )


def _with_hints(item: Object, mine: Object | None, found: State) -> Object:
    """Return what was found with what only a declaration can say."""
    if isinstance(item, Table) and isinstance(mine, Table) and mine.rolling is not None:
        key = item.partition_by
        timed = key is not None and key.strategy == "range" and [part.expression for part in key.parts] == [None]
        goes_on = timed and item.rolling is None and not found.heirs(item.key.path)
        return item.model_copy(update={"rolling": mine.rolling}) if goes_on else item
    said = getattr(mine, "depends_on", ())
    return item.model_copy(update={"depends_on": said}) if said else item


def _asked(item: Object, mine: Object | None, bounds: Bounds) -> Object:
    """Return what was found with the owner or the version that is declared, where these were not asked for."""
    if isinstance(item, Privileges) and isinstance(mine, Privileges) and mine.owner is not None and not bounds.owners:
        return item.model_copy(update={"owner": mine.owner})
    if isinstance(item, Extension) and isinstance(mine, Extension) and not bounds.versions:
        return item.model_copy(update={"version": mine.version})
    return item


def _owners(declared: State, found: State, bounds: Bounds) -> Iterator[Object]:
    """Yield what is declared of owners of things on which no privileges were found."""
    for item in declared.of(Privileges):
        there = item.target in found.objects or item.of == Namespace.kind
        if item.owner is not None and there and item.key not in found.objects and not bounds.leave(item):
            yield item.model_copy(update={"grants": ()})


def _namespace(item: Object) -> str:
    return item.name if isinstance(item, Namespace) else item.place[0] if item.place else ""


def _is_same(item: Object, reading: State | None) -> bool:
    return reading is not None and reading.get(item.key) == item


def differing(declared: State, goal: State) -> set[Key]:
    """Return the keys of what only one of two states has, or has otherwise."""
    keys = declared.objects.keys() | goal.objects.keys()
    return {key for key in keys if declared.get(key) != goal.get(key)}

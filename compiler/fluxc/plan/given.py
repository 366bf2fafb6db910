"""What default privileges give to objects that are made, set right behind each where it is not what shall be."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from fluxc.model.column import Column
from fluxc.model.default_privileges import ON, DefaultPrivileges
from fluxc.model.privileges import Grant, Held, Privileges, SequencePrivileges
from fluxc.model.sequence import Sequence
from fluxc.model.state import Key
from fluxc.plan.column_sequences import AddIdentity
from fluxc.plan.enums import ReplaceEnum, Uses
from fluxc.plan.operation import Create
from fluxc.plan.privileges import CreatePrivileges, RevokeGiven
from fluxc.plan.replaced_types import ReplaceTypes
from fluxc.plan.tables import CreateTable

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator

    from fluxc.model.state import Object, State
    from fluxc.plan.operation import Operation
    from fluxc.plan.steps import Step

_DATABASE: Final = ""


class Given:
    """What new objects of who migrates get from the default privileges of a state."""

    def __init__(self, defaults: Iterable[DefaultPrivileges]) -> None:
        mine = [item for item in defaults if item.by is None]
        self._defaults = {(*(item.place or (_DATABASE,)), item.on): item for item in mine}

    @classmethod
    def of(cls, state: State) -> Given:
        """Return what those of a state give."""
        return cls(state.of(DefaultPrivileges))

    def to(self, key: Key) -> Privileges | None:
        """Return what roles may do with a new object, None where that is what PostgreSQL lets them."""
        on = ON.get(key.kind)
        found = [self._defaults.get((space, on)) for space in (_DATABASE, key.path[0]) if on is not None]
        defaults = [item for item in found if item is not None]
        if not defaults:
            return None
        plain = Privileges(place=key.path[:-1], name=key.path[-1], of=key.kind)
        roles = sorted({grant.role for item in defaults for grant in item.grants})
        grants = [_merged(role, plain, defaults) for role in roles]
        return plain.model_copy(update={"grants": tuple(grant for grant in grants if grant is not None)})

    def behind(self, operations: Iterable[Operation], made: Iterable[Object] = ()) -> Iterator[Operation]:
        """Yield ordered operations, with what default privileges give set right; ``made`` was before them."""
        everything = tuple(operations)
        told = _told(everything)
        fresh: dict[Key, Privileges] = {}
        yield from self._fresh((item.key for item in made), told, fresh)
        yield from self._behind(everything, told, fresh)

    def steps(self, steps: Iterable[Step]) -> tuple[Step, ...]:
        """Return steps that rest on no assumption, with what default privileges give set right."""
        everything = tuple(steps)
        told = _told(operation for step in everything for operation in step.operations)
        fresh: dict[Key, Privileges] = {}
        return tuple(step._replace(operations=tuple(self._behind(step.operations, told, fresh))) for step in everything)

    def _behind(
        self, operations: Iterable[Operation], told: Collection[Key], fresh: dict[Key, Privileges]
    ) -> Iterator[Operation]:
        for operation in operations:
            if isinstance(operation, RevokeGiven):
                continue
            if isinstance(operation, CreatePrivileges) and (given := fresh.get(_about(operation.new))) is not None:
                yield replace(operation, given=_under(operation.new.owner, given))
                continue
            yield self._inside(operation)
            yield from self._fresh(_made(operation), told, fresh)

    def _fresh(self, keys: Iterable[Key], told: Collection[Key], fresh: dict[Key, Privileges]) -> Iterator[Operation]:
        """Take in what new objects got; yield what takes it from those of which nothing is told."""
        for key in keys:
            given = self.to(key)
            if given is None:
                continue
            if key in told:
                fresh[key] = given
            else:
                yield RevokeGiven(given)

    def _inside(self, operation: Operation) -> Operation:
        """Return an operation that makes types anew with what these get set right."""
        if isinstance(operation, ReplaceEnum):
            return replace(operation, used=self._used(operation.used, (operation.new, *operation.used.types)))
        if isinstance(operation, ReplaceTypes):
            return replace(operation, used=self._used(operation.used, operation.new))
        return operation

    def _used(self, used: Uses, made: Iterable[Object]) -> Uses:
        return used._replace(restored=tuple(self.behind(used.restored, made)))


def _told(operations: Iterable[Operation]) -> frozenset[Key]:
    """Return the keys of the objects whose privileges are told by an operation of their own."""
    return frozenset(_about(item.new) for item in operations if isinstance(item, CreatePrivileges))


def _about(item: Privileges) -> Key:
    """Return the key of what privileges are about, a sequence that comes with its column among it."""
    return Key(Sequence.kind, (item.place[0], item.sequence)) if isinstance(item, SequencePrivileges) else item.target


def _merged(role: str, plain: Privileges, defaults: Iterable[DefaultPrivileges]) -> Grant | None:
    """Return what a role gets from the database's and from a namespace's; None where that is what it gets anyway."""
    standard = held = plain.standard(role)
    for item in defaults:
        mine = item.held(role)
        held = _sum(held, mine) if item.place else mine
    return Grant(role, held.privileges, held.grantable) if held != standard else None


def _sum(one: Held, other: Held) -> Held:
    if one.whole:
        return one
    return Held(
        tuple(dict.fromkeys((*one.privileges, *other.privileges))),
        tuple(dict.fromkeys((*one.grantable, *other.grantable))),
    )


def _under(owner: str | None, given: Privileges) -> Privileges:
    """Return what was given as it is once the object has its owner, who then has what others have got from him."""
    if owner is None:
        return given
    grants = tuple(grant for grant in given.grants if grant.role != owner)
    return given.model_copy(update={"grants": grants})


def _made(operation: Operation) -> Iterator[Key]:
    """Yield the keys of what an operation makes, with the sequences that come with columns."""
    if isinstance(operation, Create):
        yield operation.new.key
    columns = operation.content.columns if isinstance(operation, CreateTable) else ()
    if isinstance(operation, Create | AddIdentity) and isinstance(operation.new, Column):
        columns = (operation.new,)
    for column in columns:
        if column.sequence is not None:
            yield Key(Sequence.kind, (*column.place[:-1], column.sequence))

"""What every operation can do: change a state, be undone, describe itself, name what it touches and its hazards."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar, Final, Literal, NamedTuple

from fluxc.model.claims import bindings, claims, rests_on
from fluxc.model.state import ROUTINES

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, MutableMapping

    from fluxc.model.claims import Claim
    from fluxc.model.state import Key, Object, State

    Objects = MutableMapping[Key, Object]

Path = tuple[str, ...]
_OUTSIDE_TABLES: Final = ROUTINES | frozenset(
    {"namespace", "extension", "sequence", "enum", "domain_type", "composite", "range_type", "collation", "raw"}
    | {"publication", "text_search_dictionary", "text_search_configuration", "default_privileges", "role"}
)
_COPIED: Final = frozenset({"table", "index", "primary_key", "unique", "exclusion"})


class Effects(NamedTuple):
    """What an operation makes, needs and ends, for ordering.

    ``makes`` comes before everything that ``needs`` it; what ``leaves`` an object comes before what ``ends`` it;
    names and what foreign keys are bound to are freed before they are taken.
    """

    makes: frozenset[Key] = frozenset()
    needs: frozenset[Key] = frozenset()
    ends: frozenset[Key] = frozenset()
    leaves: frozenset[Key] = frozenset()
    takes: frozenset[Claim] = frozenset()
    frees: frozenset[Claim] = frozenset()


@dataclass(frozen=True, slots=True)
class Operation:
    """One thing that a migration does to a database; subclasses are the glossary.

    ``stage`` and ``rank`` place an operation among others that could run at the same time: stages run through the
    whole migration, ranks within a table.  ``since`` is the oldest server that can do it.
    """

    sign: ClassVar[Literal["+", "-", "~"]] = "~"
    stage: ClassVar[int] = 3
    rank: ClassVar[int] = 0
    since: ClassVar[int] = 0
    cleaned_up: ClassVar[bool] = False
    patient: ClassVar[bool] = True

    @property
    def outside(self) -> bool:
        """Return whether it runs outside transactions, ``cleaned_up`` if an attempt that fails leaves something.

        A ``patient`` one waits for its locks without end, since nobody has to wait behind it.
        """
        return False

    @property
    def by_itself(self) -> bool:
        """Return whether it has a step of its own: it takes long, or what takes it back runs outside transactions."""
        return self.outside

    @property
    def remarked_on(self) -> bool:
        """Return whether the server says something of it though all is well, such as that nothing was there to drop."""
        return False

    @property
    def subject(self) -> Object:
        """Return the object that the operation is about."""
        raise TypeError  # pragma: no cover - every operation says it

    @property
    def key(self) -> Key:
        """Return the key of the object that the operation is about."""
        return self.subject.key

    @property
    def about(self) -> Path:
        """Return the path of what hazards are told of, under the name by which people know it."""
        return self.key.path

    @property
    def order(self) -> tuple[int, int]:
        """Return stage and rank."""
        return self.stage, self.rank

    @property
    def table(self) -> Path | None:
        """Return the table that the operation changes, if it changes one."""
        path = self.key.path
        return path[:2] if self.key.kind not in _OUTSIDE_TABLES else None

    def apply(self, objects: Objects) -> None:
        """Change the objects as the operation changes a database that holds them."""
        del objects
        raise TypeError  # pragma: no cover - every operation says it

    def reverse(self) -> tuple[Operation, ...]:
        """Return the operations that take this one back, in order."""
        raise TypeError  # pragma: no cover - every operation says it

    def describe(self) -> str:
        """Return one English sentence without its full stop, such as ``Add column identity.users.email``."""
        raise TypeError  # pragma: no cover - every operation says it

    def hazards(self) -> tuple[str, ...]:
        """Return the codes of what can go wrong on a table that is there already."""
        return ()

    def lost(self) -> tuple[Path, ...]:
        """Return the tables and columns whose rows or values the operation deletes."""
        return ()

    def unrecoverable(self) -> str | None:
        """Return what taking the operation back cannot restore, in words; None where it is exact."""
        return None

    def irreversible(self) -> str | None:
        """Return why nothing can take the operation back, in words; None where it can be tried."""
        return None

    def effects(self, before: State, after: State) -> Effects:
        """Return what the operation makes, needs and ends; most only change what is there."""
        del before, after
        return Effects(needs=frozenset({self.key}))


def differing(names: Iterable[tuple[str | None, str | None]]) -> tuple[tuple[str, str], ...]:
    """Return the pairs of an old and a new name that are both there and not the same."""
    return tuple((old, new) for old, new in names if old and new and old != new)


def taken(items: Iterable[Object], before: State, after: State) -> frozenset[Claim]:
    """Return what objects take; where nothing was before, nothing has to be freed first and nothing is told."""
    if not before.objects:
        return frozenset()
    return frozenset(
        claim for item in items for claim in (*_claims(item, after, going=False), *bindings(item, going=False))
    )


def _claims(item: Object, state: State, *, going: bool) -> Iterator[Claim]:
    """Yield the names that an object takes, with those of the copies of indexes and keys that partitions have."""
    yield from claims(item)
    if item.kind in _COPIED and (getattr(item, "partition_of", None) or state.heirs(item.place)):
        from fluxc.model.member_copy import claims_of_copies  # most tables are in one piece

        yield from claims_of_copies(item, state, going=going)


def making(items: Iterable[Object], before: State, after: State) -> Effects:
    """Return the effects of creating objects."""
    made = tuple(items)
    keys = frozenset(item.key for item in made)
    needs = frozenset(key for item in made for key in rests_on(item, after)) - keys
    return Effects(makes=keys, needs=needs, takes=taken(made, before, after))


def absorb(objects: Objects, new: Object, absorbed: Iterable[Object]) -> None:
    """Put an object in, and take out those that become part of it."""
    for item in absorbed:
        del objects[item.key]
    objects[new.key] = new


def absorbing(new: Object, absorbed: Iterable[Object], before: State, after: State) -> Effects:
    """Return the effects of creating an object of which others become part."""
    found = making([new], before, after)
    keys = {item.key for item in absorbed}
    return found._replace(needs=found.needs | keys) if keys else found


def ending(items: Iterable[Object], before: State) -> Effects:
    """Return the effects of dropping objects."""
    ended = tuple(items)
    keys = frozenset(item.key for item in ended)
    leaves = frozenset(key for item in ended for key in rests_on(item, before)) - keys
    frees = frozenset(
        claim for item in ended for claim in (*_claims(item, before, going=True), *bindings(item, going=True))
    )
    return Effects(ends=keys, leaves=leaves, frees=frees)


def replacing(old: Object, new: Object, before: State, after: State) -> Effects:
    """Return the effects of giving an object another definition in place."""
    needs = frozenset(rests_on(new, after) - {new.key})
    return Effects(makes=frozenset({new.key}), needs=needs, leaves=frozenset(rests_on(old, before)) - needs - {old.key})


def renamed_in_place(objects: Objects, changes: MutableMapping[Key, Object]) -> None:
    """Replace objects by others under other keys, each at the place of the one before."""
    kept = [changes.get(key, item) for key, item in objects.items()]
    objects.clear()
    objects.update((item.key, item) for item in kept)


@dataclass(frozen=True, slots=True)
class Create(Operation):
    """Make an object that was not there."""

    new: Object
    sign: ClassVar[Literal["+", "-", "~"]] = "+"

    @property
    def subject(self) -> Object:
        return self.new

    def apply(self, objects: Objects) -> None:
        objects[self.new.key] = self.new

    def describe(self) -> str:
        return f"Create {self.new.noun} {self.new.sql}"

    def effects(self, before: State, after: State) -> Effects:
        return making([self.new], before, after)


@dataclass(frozen=True, slots=True)
class Drop(Operation):
    """Take an object away."""

    old: Object
    sign: ClassVar[Literal["+", "-", "~"]] = "-"

    @property
    def subject(self) -> Object:
        return self.old

    def apply(self, objects: Objects) -> None:
        del objects[self.old.key]

    def describe(self) -> str:
        return f"Drop {self.old.noun} {self.old.sql}"

    def effects(self, before: State, after: State) -> Effects:
        del after
        return ending([self.old], before)


@dataclass(frozen=True, slots=True)
class Rename(Operation):
    """Give an object another name in the same place; what is derived from the name has operations of its own."""

    old: Object
    new: Object

    @property
    def subject(self) -> Object:
        return self.new

    def apply(self, objects: Objects) -> None:
        renamed_in_place(objects, {self.old.key: self.new})

    def describe(self) -> str:
        return f"Rename {self.old.noun} {self.old.sql} to {self.new.name}"

    def effects(self, before: State, after: State) -> Effects:
        # a name that lives only in between is nobody else's
        took = frozenset(claims(self.old) if self.old.key in before.objects else ())
        takes = frozenset(claims(self.new) if self.new.key in after.objects else ())
        # under the old key something else may be made once this one has left it
        needs = frozenset(() if self.old.key in before.objects else {self.old.key})
        return Effects(makes=frozenset({self.new.key}), needs=needs, takes=takes - took, frees=took - takes)

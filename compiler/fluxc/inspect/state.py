"""A database as a state: the objects that a schema would declare, and what it could not."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from fluxc.inspect.member_copy import without_numbered
from fluxc.inspect.unsaid import Unsaid
from fluxc.model.claims import rests_on
from fluxc.model.column import Column
from fluxc.model.inherited import columns_of
from fluxc.model.lower_owned import settled
from fluxc.model.member_copy import MemberCopy
from fluxc.model.names import qualified
from fluxc.model.privileges import Privileges
from fluxc.model.sequence import Sequence
from fluxc.model.state import Key, Object, State
from fluxc.model.table import Table
from fluxc.model.types import parse

if TYPE_CHECKING:
    from collections import abc
    from collections.abc import Callable, Collection, Iterable, Iterator, Mapping

    from fluxc.inspect.scope import Kind

    Taking = Callable[[Key], bool]
    Rows = abc.Sequence[tuple[Kind, abc.Sequence[Mapping[str, Any]]]]


_DROPPED: Final = frozenset({"table", "view", "materialized_view", "index", "sequence"})
"""The kinds that ``drop`` calls by their nouns and names."""


class Reading(NamedTuple):
    """What a database holds; what rests on an object that the state cannot say is not in the state either."""

    state: State
    unsaid: tuple[Unsaid, ...]


def nothing(_key: Key) -> bool:
    """Take no raw SQL."""
    return False


def reading_of(
    rows: Rows, meant: Iterable[Object | Unsaid], others: Iterable[Unsaid] = (), raw: Taking = nothing
) -> Reading:
    """Return the state of what the rows of all kinds ``meant``, and the ``others``, which no state has words for.

    Of these the state has as raw SQL what ``raw`` takes; the rest of them is not in it, nor what rests on that.
    """
    found: list[Object] = []
    unsaid: list[Unsaid] = []
    for item in meant:
        if isinstance(item, Unsaid):
            unsaid.append(replace(item, space=item.key.path[0]))
        else:
            found.append(item)
    if any(item.kind == MemberCopy.kind for item in found):
        found = list(without_numbered(found))
    state = State(_settled(found))
    if unsaid or others:
        state, unsaid = _with_raw(state, unsaid, others, rows, raw)
    else:
        state, unsaid = _without_fallen(state, unsaid, rows)
        unsaid += _unowned(state)
    left = {item.key: item for item in state.of(Sequence) if item.owned_by and not _is_there(item.owned_by, state)}
    if left:
        state = State(item.owned(()) if isinstance(item, Sequence) and item.key in left else item for item in state)
    return Reading(state, tuple(unsaid))


def _with_raw(
    state: State, unsaid: list[Unsaid], others: Iterable[Unsaid], rows: Rows, raw: Taking
) -> tuple[State, list[Unsaid]]:
    """Return a state with the raw SQL that ``raw`` takes, without what rests on what is not in it, and all of that."""
    from fluxc.inspect.raw_state import with_raw  # most databases hold nothing of that kind

    tables = [item for item in unsaid if item.whole and item.key.kind == Table.kind]  # told with what is in them
    state, left, missing = with_raw(state, [*(item for item in unsaid if item not in tables), *others], raw)
    state, found = _without_fallen(state, [*left, *tables], rows, missing)
    fallen = [*(item for item in found if item not in left), *_unowned(state)]
    state, more, missing = with_raw(state, fallen, raw)
    kept = State(item for item in state if item.key not in missing) if missing else state
    return kept, [*(item for item in found if item in left), *more]


def _without_fallen(
    state: State, unsaid: list[Unsaid], rows: Rows, missing: Collection[Key] = ()
) -> tuple[State, list[Unsaid]]:
    """Return a state without what rests on something that is not in it, and all that cannot be said."""
    fallen = _fallen(state, {*missing, *(item.key for item in unsaid if item.whole and item.key not in missing)})
    if not fallen and not missing:
        return state, unsaid
    partly = [item for item in unsaid if item.key not in fallen]
    kept = State(item for item in state if item.key not in fallen and item.key not in missing)
    return kept, list(_with_members([*partly, *_defined(rows, fallen)]))


def _unowned(state: State) -> Iterator[Unsaid]:
    """Yield what is to be said of the sequences whose owners are not in the state."""
    for item in state.of(Sequence):
        if item.owned_by and not _is_there(item.owned_by, state):
            owner = qualified(*item.owned_by)
            change = f"alter sequence {item.sql} owned by"
            yield Unsaid(item.key, f"{change} {owner};", f"owned by {owner}", f"{change} none;")


def _is_there(column: tuple[str, ...], state: State) -> bool:
    """Return whether a table has a column, of its own or from a parent."""
    table = state.get(Key(Table.kind, column[:-1]))
    return isinstance(table, Table) and any(item.name == column[-1] for item in columns_of(table.key.path, state))


def _settled(found: list[Object]) -> list[Object]:
    """Return the objects with the sequences of serial columns said as a schema that is compiled has them."""
    owned = [item for item in found if isinstance(item, Sequence) and item.owned_by]
    serials = [item for item in found if isinstance(item, Column) and item.serial]
    drawing = [item for item in found if isinstance(item, Column) and item.default and "nextval(" in item.default]
    held = {item.key.path: None for item in found if isinstance(item, Privileges) and item.of == Sequence.kind}
    if not serials or not (drawing or held):
        return found
    unlogged = {item.key.path for item in found if isinstance(item, Table) and item.unlogged}
    said, gone, fresh = settled([*serials, *drawing], owned, held, unlogged)
    told = [*fresh, *(item for item in found if isinstance(item, Sequence) and item.key not in gone)]
    rest = (said.get(item.key, item) for item in found if not isinstance(item, Sequence))
    return [*sorted(told, key=lambda item: item.key), *rest]


def _fallen(state: State, missing: set[Key]) -> set[Key]:
    """Return the keys of the objects that cannot be there without what is missing."""
    there = {item.key.path for item in state if len(item.place) == 1}
    fallen = {item.key for item in state if len(item.place) > 1 and item.place not in there}
    types = {key.path for key in missing if len(key.path) == 2}
    if types:
        fallen |= {item.key for item in state.of(Column) if parse(item.type).path in types}
    if not missing and not fallen:
        return fallen
    needs = {item.key: rests_on(item, state) for item in state}
    gone = missing | fallen
    while more := {key for key, needed in needs.items() if key not in gone and not gone.isdisjoint(needed)}:
        gone |= more
        fallen |= more
    return fallen


def _defined(rows: Rows, keys: set[Key]) -> Iterable[Unsaid]:
    """Yield the objects of these keys as what cannot be said, with their definitions."""
    for kind, its_rows in rows:
        for row in its_rows:
            for item in kind.objects(row):
                if item.key in keys and isinstance(item, Object):
                    definition = kind.definition(row)
                    undo = f"drop {item.noun} {item.sql};" if item.key.kind in _DROPPED and definition else ""
                    yield Unsaid(item.key, definition, undo=undo, space=item.key.path[0])


def _with_members(unsaid: list[Unsaid]) -> Iterable[Unsaid]:
    """Yield what cannot be said, the parts of a table behind it in its definition."""
    members: dict[tuple[str, ...], list[str]] = {
        item.key.path: [item.definition] for item in unsaid if item.whole and item.key.kind == Table.kind
    }
    for item in unsaid:
        if (its := members.get(item.key.path[:-1])) is not None and item.definition:
            its.append(item.definition)
    for item in unsaid:
        if item.whole and item.key.kind == Table.kind:
            yield replace(item, definition="\n".join(members[item.key.path]))
        elif item.key.path[:-1] not in members:
            yield item

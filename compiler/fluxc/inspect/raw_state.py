"""What a state has no words for as raw SQL in it."""

from __future__ import annotations

from hashlib import sha256
from typing import TYPE_CHECKING, Final

from fluxc.model.mentions import PUBLIC
from fluxc.model.names import qualified
from fluxc.model.raw import Raw
from fluxc.model.routine import Function
from fluxc.model.state import Key, State

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from fluxc.inspect.unsaid import Unsaid

_INSTALLED: Final = frozenset({"access method", "language"})
"""What belongs to the server rather than to a schema: what rests on it can be said without it."""
_MOST: Final = 63
_SERVING: Final = frozenset({"cstring", "internal", "cstring[]", "oid", "integer"})


def with_raw(
    state: State, unsaid: Sequence[Unsaid], takes: Callable[[Key], bool]
) -> tuple[State, list[Unsaid], set[Key]]:
    """Return a state with raw SQL for all that can be raw SQL, what is left, and the keys of the raw SQL not taken."""
    places = _places(unsaid)
    raws: list[Raw] = []
    left: list[Unsaid] = []
    missing: set[Key] = set()
    for item in unsaid:
        key = places.get(item)
        if key is not None:
            raws.append(_raw(item, key, {one.key: found for one, found in places.items() if one.whole}))
        if key is None or not takes(key):
            left.append(item)
        if key is not None and not takes(key) and item.whole and item.key.kind not in _INSTALLED:
            missing.add(key)
    absorbed = {key for raw in raws if raw.key not in missing for key in _absorbed(raw, state)}
    there = [raw for raw in raws if takes(raw.key) or raw.key in missing]
    kept = (item for item in state if getattr(item, "target", item.key) not in absorbed)
    return State([*there, *kept]), left, missing


def _places(unsaid: Iterable[Unsaid]) -> dict[Unsaid, Key]:
    """Return the keys of the raw SQL for what can be raw SQL; no two have the same."""
    found: dict[Unsaid, Key] = {}
    taken: set[Key] = set()
    for item in unsaid:
        if item.undo:
            key = _key(item)
            number = 1
            while key in taken:
                number += 1
                key = key.sibling(f"{_key(item).path[-1]}_{number}")
            taken.add(key)
            found[item] = key
    return found


def _key(item: Unsaid) -> Key:
    space = item.space or PUBLIC
    path = item.key.path[1:] if len(item.key.path) > 1 and item.key.path[0] == space else item.key.path
    words = "_".join((item.key.kind.replace("-", "_").replace(" ", "_"), *path))
    name = f"{words}_{item.attribute.replace(' ', '_')}" if item.attribute else words
    raw = name.encode()
    if len(raw) > _MOST:
        mark = sha256(raw).hexdigest()[:8]
        name = f"{raw[: _MOST - 9].decode(errors='ignore')}_{mark}"
    return Key(Raw.kind, (space, name))


def _raw(item: Unsaid, key: Key, known: Mapping[Key, Key]) -> Raw:
    needs = {qualified(*known[one].path) for one in item.needs if one in known}
    return Raw(
        place=key.path[:-1],
        name=key.path[-1],
        up=item.definition.strip(),
        down=item.undo.strip(),
        depends_on=tuple(sorted(needs)),
    )


def _absorbed(raw: Raw, state: State) -> Iterable[Key]:
    """Yield the keys of the functions that are made with a type, by which it is read and written."""
    types = {qualified(*made.path) for made in raw.made if made.is_type}
    for made in raw.made if types else ():
        if made.kind != "function" or made.called is None:
            continue
        for key in state.routines.get(made.called, ()):
            item = state.objects[key]
            if isinstance(item, Function):
                said = {item.returns, *(argument.type for argument in item.arguments)}
                if said <= {*types, *_SERVING, "bytea", "boolean"}:
                    yield key

"""What a person wrote, brought to say something else with as little change as there can be."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final, TypeGuard

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

_TWINS: Final = {"default": "default_sql", "default_sql": "default"}
_BARE: Final = frozenset({"type", "nullable"})


def is_mapping(value: object) -> TypeGuard[dict[str, Any]]:
    """Return whether a value of a document is a mapping."""
    return isinstance(value, dict)


def is_list(value: object) -> TypeGuard[list[Any]]:
    """Return whether a value of a document is a list."""
    return isinstance(value, list)


def same(one: object, other: object) -> bool:
    """Return whether two values are written alike; to Python, true is 1 and 1 is 1.0."""
    return repr(one) == repr(other)


def merged(raw: object, own: Mapping[str, Any], new: Mapping[str, Any], short: object) -> object:
    """Return what shall stand for ``raw``.

    ``own`` is the long form of what ``raw`` says now, ``new`` that of what it shall say, ``short`` the same in its
    shortest form.  Keys of a mapping that no database holds, and those that say the same, stay as they are written.
    """
    if not is_mapping(raw):
        return short
    result = dict(raw)
    for key in dict.fromkeys([*own, *new]):
        if same(own.get(key), new.get(key)):
            continue
        result.pop(_TWINS.get(key, ""), None)
        if key in {"type", "references"}:
            result.pop("nullable", None)  # the forms say it by `?`
        if key in new:
            result[key] = new[key]
        else:
            result.pop(key, None)
    return short if result.keys() <= _BARE else result


def put(data: dict[str, Any], key: str, value: object, order: Sequence[str]) -> None:
    """Set a key of a mapping, None taking it out; a new one stands where ``order`` has it."""
    if value is None:
        data.pop(key, None)
    elif key in data or key not in order:
        data[key] = value
    else:
        before = set(order[: order.index(key)])
        at = max((number for number, name in enumerate(data, 1) if name in before), default=0)
        items = list(data.items())
        data.clear()
        data.update([*items[:at], (key, value), *items[at:]])

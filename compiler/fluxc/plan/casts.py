"""What servers from the target on cast by themselves, and which changes of type it does without writing the table anew.

Everything about built-in types is from the shipped table, which is loaded when a type changes and not before.  Types of
the project and of extensions are cast to and from strings, as every type is, and to nothing else.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Final, Literal, NamedTuple

from fluxc.model.names import qualified
from fluxc.model.types import Type, parse

if TYPE_CHECKING:
    from fluxc.model.column import Column

Context = Literal["assignment", "explicit"]
NEWEST: Final = 18
_CONTEXTS: Final[dict[str, Context]] = {"assignment": "assignment", "explicit": "explicit"}

_BY_WAY_OF: Final = ("integer", "numeric")
_SECONDS: Final = frozenset(
    {"time without time zone", "time with time zone", "timestamp without time zone", "timestamp with time zone"}
    | {"interval"}
)
_ZONED: Final = frozenset({"time with time zone", "timestamp with time zone"})
_WIDENING: Final = frozenset({"character varying", "bit varying", "numeric", *_SECONDS})
_MOST_SECONDS: Final = 6


class _Table(NamedTuple):
    """What the shipped table says of one version."""

    strings: frozenset[str]
    contexts: dict[tuple[str, str], Context]


@cache
def _table(version: int) -> _Table:
    from fluxc.plan.cast_table import CASTS, STRINGS

    return _Table(
        frozenset(name for name, (first, last) in STRINGS.items() if first <= version <= last),
        {(old, new): _CONTEXTS[context] for old, new, context, first, last in CASTS if first <= version <= last},
    )


def has_assignment_cast(old: str, new: str, target: int) -> bool:
    """Return whether values of the first type can be assigned to the second without being told how."""
    return _context(parse(old), parse(new), target) == "assignment"


def _context(old: Type, new: Type, target: int) -> Context | None:
    """Return the weakest context among the versions from the target on: a migration must run on all of them."""
    found: Context | None = "assignment"
    for version in range(target, NEWEST + 1):
        context = context_in(old, new, version)
        if context is None:
            return None
        found = "explicit" if context == "explicit" else found
    return found


def context_in(old: Type, new: Type, version: int) -> Context | None:
    """Return whether one version assigns the first type to the second, casts it when asked, or does neither."""
    table = _table(version)
    if old.array != new.array:
        to_string, of_string = not new.array and new.base in table.strings, not old.array and old.base in table.strings
        return "assignment" if to_string else "explicit" if of_string else None
    if old.path == new.path:
        return "assignment"
    said = table.contexts.get((old.base, new.base))
    return said or ("assignment" if new.base in table.strings else "explicit" if old.base in table.strings else None)


def cast_path(old: str, new: str, target: int) -> tuple[str, ...]:
    """Return the types by way of which values of the first are cast to the second when that is asked for."""
    one, other = parse(old), parse(new)
    if _context(one, other, target):
        return (new,)
    if one.array == other.array:
        brackets = "[]" if one.array else ""
        for between in _BY_WAY_OF:
            hub = Type((between,), (), one.array)
            if _context(one, hub, target) and _context(hub, other, target):
                return (hub.text, new)
        return (f"text{brackets}", new)
    return ("text", new)


def is_hopeless(old: str, new: str, target: int) -> bool:
    """Return whether no cast takes any value of the first type to the second, as far as the table knows."""
    from fluxc.plan.cast_table import READ

    one, other = parse(old), parse(new)
    if len(cast_path(old, new, target)) == 1 or len(one.path) > 1 or len(other.path) > 1:
        return False
    if one.array != other.array:
        return one.base != other.base and not _context(*_elements(one, other), target)
    through_text = cast_path(old, new, target)[0].removesuffix("[]") == "text"
    return through_text and one.base in READ and other.base in READ and other.base not in READ[one.base]


def _elements(one: Type, other: Type) -> tuple[Type, Type]:
    return one._replace(array=False), other._replace(array=False)


def through(old: Column, new: Column, target: int) -> str:
    """Return the expression that casts the values of a column to a new type, where nothing does it unasked."""
    return "::".join((qualified(new.name), *cast_path(old.type, new.type, target)))


def ready_made(old: Column, new: Column, target: int) -> str | None:
    """Return the expression to propose for a change of type, None where none could be of use.

    A value becomes an array of one; of an array its first element stays.
    """
    one, other = parse(old.type), parse(new.type)
    if is_hopeless(old.type, new.type, target):
        return None
    if one.array == other.array or not _context(*_elements(one, other), target) or _context(one, other, target):
        return through(old, new, target)
    name = qualified(new.name)
    if one.array:
        return f"{name}[1]::{new.type}"
    made = f"array[{name}]::{new.type}"
    return f"case when {name} is not null then {made} end" if old.nullable else made


def rewrites(old: str, new: str) -> bool:
    """Return whether PostgreSQL writes the table anew for the change, in whatever version and time zone."""
    one, other = parse(old), parse(new)
    if one.array and other.array and one != other:
        return True
    if one.path == other.path and one.array == other.array:
        return one != other and not widens(one, other)
    from fluxc.plan.cast_table import FREE

    return one.array or other.array or bool(other.modifiers) or (one.base, other.base) not in FREE


def by_time_zone(old: str, new: str) -> bool:
    """Return whether a cast gives one or another value by the time zone of the session (manual, section 8.5.1)."""
    one, other = parse(old), parse(new)
    return one.base != other.base and not _ZONED.isdisjoint({one.base, other.base})


def free_in_utc(old: str, new: str) -> bool:
    """Return whether servers leave the rows as they are where the time zone is UTC: 12 and later do."""
    one, other = parse(old), parse(new)
    same = {one.base, other.base} == {"timestamp without time zone", "timestamp with time zone"}
    return same and not (one.array or other.array) and one.modifiers == other.modifiers


def widens(one: Type, other: Type) -> bool:
    """Return whether every value of a type fits the same type with other modifiers as it is."""
    if one.path[0] not in _WIDENING:
        return False
    if not other.modifiers:
        return True
    old, new = _numbers(one), _numbers(other)
    if one.path[0] == "numeric":
        return bool(old) and old[1:] == new[1:] and old[0] <= new[0]
    if one.path[0] in _SECONDS and new == (_MOST_SECONDS,):
        return True
    return len(one.modifiers) == len(other.modifiers) == 1 and bool(old) and bool(new) and old[0] <= new[0]


def _numbers(one: Type) -> tuple[int, ...]:
    return tuple(value for value in one.modifiers if isinstance(value, int))


_INTEGERS: Final = {"smallint": 1, "integer": 2, "bigint": 3}
_FLOATING: Final = frozenset({"real", "double precision", "point", "line", "lseg", "box", "path", "polygon", "circle"})
_OTHER_AS_TEXT: Final = frozenset({"character", "money", '"char"', *_FLOATING})
_BACK_AGAIN: Final = frozenset(
    {("text", "character varying"), ("bit", "bit varying"), ("cidr", "inet"), ("macaddr", "macaddr8")}
    | {("date", "timestamp without time zone")}
    | {(integer, "numeric") for integer in _INTEGERS}
    | {(one, other) for one in _INTEGERS for other in _INTEGERS if one != other}
)
"""Changes that let through only what the cast back makes the same again."""


def keeps_values(old: str, new: str) -> bool:
    """Return whether every value that the change lets through can be cast back to what it was."""
    one, other = parse(old), parse(new)
    if one.array != other.array:
        return False
    if one.path == other.path:
        return one == other or one.path[0] in {"character varying", "bit", "bit varying"} or widens(one, other)
    if one.path[0].startswith("reg") or one.path[0] == "name":
        return False
    if other.path[0] in {"text", "character varying"}:
        return one.path[0] not in _OTHER_AS_TEXT
    return not other.modifiers and (one.base, other.base) in _BACK_AGAIN

"""Data types: the built-in ones, their aliases and modifiers, and their one canonical spelling (manual, chapter 8)."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final, NamedTuple

from fluxc.model.names import qualified

TIME_ZONE: Final = " with time zone"


class Builtin(NamedTuple):
    """A built-in type: its canonical name, other spellings, and the inclusive range of each modifier."""

    name: str
    aliases: tuple[str, ...] = ()
    modifiers: tuple[tuple[int, int], ...] = ()
    serial_of: str | None = None
    default_modifiers: tuple[int, ...] = ()


_LENGTH: Final = ((1, 10485760),)
_SECONDS: Final = ((0, 6),)

BUILTINS: Final = (
    Builtin("smallint", ("int2",)),
    Builtin("integer", ("int", "int4")),
    Builtin("bigint", ("int8",)),
    Builtin("smallserial", ("serial2",), serial_of="smallint"),
    Builtin("serial", ("serial4",), serial_of="integer"),
    Builtin("bigserial", ("serial8",), serial_of="bigint"),
    Builtin("numeric", ("decimal", "dec"), ((1, 1000), (-1000, 1000))),
    Builtin("real", ("float4",)),
    Builtin("double precision", ("float8", "float")),
    Builtin("text"),
    Builtin("character varying", ("varchar", "char varying"), _LENGTH),
    Builtin("character", ("char",), _LENGTH, default_modifiers=(1,)),
    Builtin("boolean", ("bool",)),
    Builtin("date"),
    Builtin("time without time zone", ("time",), _SECONDS),
    Builtin("time with time zone", ("timetz",), _SECONDS),
    Builtin("timestamp without time zone", ("timestamp",), _SECONDS),
    Builtin("timestamp with time zone", ("timestamptz",), _SECONDS),
    Builtin("interval", (), _SECONDS),
    Builtin("uuid"),
    Builtin("json"),
    Builtin("jsonb"),
    Builtin("bytea"),
    Builtin("inet"),
    Builtin("cidr"),
)
BY_NAME: Final = {spelling: builtin for builtin in BUILTINS for spelling in (builtin.name, *builtin.aliases)}

INTEGERS: Final = frozenset({"smallint", "integer", "bigint"})
STRINGS: Final = frozenset({"text", "character varying", "character"})


class Type(NamedTuple):
    """A type: built in (``path`` has one part) or of the project (namespace and name), with modifiers, maybe an array.

    PostgreSQL keeps no count of dimensions, so ``text[][]`` is ``text[]``.
    """

    path: tuple[str, ...]
    modifiers: tuple[int, ...] = ()
    array: bool = False
    serial: bool = False

    @property
    def base(self) -> str:
        """Return the type's name without modifiers and array bounds."""
        return qualified(*self.path) if len(self.path) > 1 else "".join(self.path)

    @property
    def text(self) -> str:
        """Return the canonical spelling, the one that ``format_type`` uses."""
        return _spelled(self.base, self.modifiers) + ("[]" if self.array else "")


class TypeTextError(ValueError):
    """The text is no type that fluxc knows; ``code`` and ``help`` go into the diagnostic."""

    def __init__(self, code: str, message: str, help_text: str = "") -> None:
        self.code = code
        self.help = help_text
        super().__init__(message)


_SHAPE: Final = re.compile(
    r"""(?P<name>(?:"(?:[^"]|"")+"|[^\W\d][\w$]*)(?:\s*\.\s*(?:"(?:[^"]|"")+"|[^\W\d][\w$]*)|\s+[^\W\d]\w*)*?)
        \s*(?:\(\s*(?P<modifiers>[^()]*?)\s*\))?
        (?P<zone>\s+with(?:out)?\s+time\s+zone)?
        \s*(?P<array>(?:\[\s*\d*\s*\]\s*)*)""",
    re.VERBOSE | re.IGNORECASE,
)


class TypeText(NamedTuple):
    """A type as written, taken apart but not yet looked up."""

    name: str
    modifiers: str | None
    array: bool


@lru_cache(maxsize=4096)
def take_apart(text: str) -> TypeText | None:
    """Return the parts of a type as written; None where the text has not the shape of one."""
    match = _SHAPE.fullmatch(text.strip())
    if match is None:
        return None
    zone = " ".join((match["zone"] or "").lower().split())
    name = match["name"] if '"' in match["name"] else " ".join(match["name"].lower().split())
    return TypeText(f"{name} {zone}".strip(), match["modifiers"], bool(match["array"]))


@lru_cache(maxsize=4096)
def builtin(parts: TypeText) -> Type | None:
    """Return the built-in type that the parts name, None for none; raises TypeTextError for wrong modifiers."""
    found = BY_NAME.get(parts.name)
    if found is None:
        return None
    modifiers = _modifiers(found, parts.modifiers)
    if found.serial_of and parts.array:
        raise TypeTextError("bad-type", f"there are no arrays of {found.name}", "use an array of integers")
    return Type((found.serial_of or found.name,), modifiers, parts.array, found.serial_of is not None)


def _modifiers(found: Builtin, text: str | None) -> tuple[int, ...]:
    if text is None:
        return found.default_modifiers
    words = [word.strip() for word in text.split(",")]
    if not found.modifiers or len(words) > len(found.modifiers):
        takes = f"at most {len(found.modifiers)}" if found.modifiers else "none"
        raise TypeTextError("bad-type", f"type {found.name} is given the modifiers ({text}) and takes {takes}")
    for word, (low, high) in zip(words, found.modifiers, strict=False):
        if not re.fullmatch(r"-?\d{1,9}", word) or not low <= int(word) <= high:
            raise TypeTextError("bad-type", f"modifier {word!r} of {found.name} is not a number from {low} to {high}")
    values = tuple(int(word) for word in words)
    return (*values, 0) if found.name == "numeric" and len(values) == 1 else values


def _spelled(base: str, modifiers: tuple[int, ...]) -> str:
    if not modifiers:
        return base
    inside = f"({','.join(map(str, modifiers))})"
    head, word, zone = base.partition(" with")
    return f"{head}{inside}{word}{zone}"


_CANONICAL: Final = re.compile(r"(?P<name>.*?)(?:\((?P<modifiers>[-\d,]+)\))?(?P<zone> with.*?)?(?P<array>\[\])?")


@lru_cache(maxsize=4096)
def parse(text: str) -> Type:
    """Return the type of a canonical spelling, the inverse of `Type.text`."""
    from fluxc.model.names import split_name

    match = _CANONICAL.fullmatch(text)
    assert match is not None
    name = match["name"] + (match["zone"] or "")
    modifiers = tuple(int(word) for word in match["modifiers"].split(",")) if match["modifiers"] else ()
    path = (name,) if name in BY_NAME else split_name(name)
    return Type(path, modifiers, bool(match["array"]))

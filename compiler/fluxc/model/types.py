"""Data types as written and as PostgreSQL spells them: aliases, modifiers, arrays (manual, chapter 8)."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final, NamedTuple

from fluxc.model.names import qualified, split_name
from fluxc.model.type_table import BY_NAME, INTERVAL_FIELDS

Modifier = str | int


class Type(NamedTuple):
    """A type: built in (``path`` has one part) or another (namespace and name), with modifiers, maybe an array.

    PostgreSQL keeps no count of dimensions, so ``text[][]`` is ``text[]``.  Modifiers are numbers, but for the fields
    of an interval (``interval day to second(3)`` has two) and what types of extensions take.
    """

    path: tuple[str, ...]
    modifiers: tuple[Modifier, ...] = ()
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
    r"""(?P<name>(?:(?:u&)?"(?:[^"]|"")+"|[^\W\d][\w$]*)(?:\s*\.\s*(?:(?:u&)?"(?:[^"]|"")+"|[^\W\d][\w$]*)|\s+[^\W\d]\w*)*?)
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
    bare = name.removesuffix(" array")  # the standard's spelling of an array
    return TypeText(f"{bare} {zone}".strip(), match["modifiers"], bool(match["array"]) or bare != name)


@lru_cache(maxsize=4096)
def builtin(parts: TypeText) -> Type | None:
    """Return the built-in type that the parts name, None for none; raises TypeTextError for wrong modifiers."""
    name = parts.name.removeprefix("pg_catalog.")
    if name.startswith("interval "):
        return _interval(name.removeprefix("interval "), parts)
    if parts.modifiers is not None and name in _BY_DIGITS:
        name, parts = _BY_DIGITS[name](parts.modifiers), parts._replace(modifiers=None)
    elif parts.modifiers is not None and name == "bpchar":
        name = "character"
    found = BY_NAME.get(name)
    if found is None:
        return None
    modifiers = _modifiers(found.name, found.modifiers, parts.modifiers) or found.default_modifiers
    if found.serial_of and parts.array:
        raise TypeTextError("bad-type", f"there are no arrays of {found.name}", "use an array of integers")
    return Type((found.serial_of or found.name,), modifiers, parts.array, found.serial_of is not None)


def _interval(fields: str, parts: TypeText) -> Type:
    if fields not in INTERVAL_FIELDS:
        known = (
            "an interval is written `interval`, `interval(3)`, `interval year to month`, `interval day to second(3)`"
        )
        raise TypeTextError("bad-type", f"`interval {fields[:60]}` is no type", known)
    takes = BY_NAME["interval"].modifiers if fields.endswith("second") else ()
    return Type(("interval",), (fields, *_modifiers(f"interval {fields}", takes, parts.modifiers)), parts.array)


def _binary_digits(text: str) -> str:
    """Return the type that ``float(text)`` means (manual, section 8.1.3)."""
    (digits,) = _modifiers("float", ((1, 53),), text)
    return "real" if digits <= 24 else "double precision"  # binary digits of a real


_BY_DIGITS: Final = {"float": _binary_digits}


def _modifiers(name: str, bounds: tuple[tuple[int, int], ...], text: str | None) -> tuple[int, ...]:
    if text is None:
        return ()
    words = [word.strip() for word in text.split(",")]
    if not bounds or len(words) > len(bounds):
        takes = f"at most {len(bounds)}" if bounds else "none"
        raise TypeTextError("bad-type", f"type {name} is given the modifiers ({text}) and takes {takes}")
    for word, (low, high) in zip(words, bounds, strict=False):
        if not re.fullmatch(r"-?\d{1,9}", word) or not low <= int(word) <= high:
            raise TypeTextError("bad-type", f"modifier {word!r} of {name} is not a number from {low} to {high}")
    values = tuple(int(word) for word in words)
    return (*values, 0) if name == "numeric" and len(values) == 1 else values


def has_plain_scale(modifiers: tuple[Modifier, ...]) -> bool:
    """Return whether the scale of a numeric is one that servers before 15 take."""
    precision, scale = map(int, modifiers)
    return 0 <= scale <= precision


_FREE_MODIFIER: Final = re.compile(r"-?\d{1,9}|[A-Za-z_]\w{0,62}", re.ASCII)
_SHAPES: Final = ("Point", "LineString", "Polygon", "MultiPoint", "MultiLineString", "MultiPolygon", "Geometry")
_MORE_SHAPES: Final = ("GeometryCollection", "CircularString", "CompoundCurve", "CurvePolygon", "MultiCurve")
_LAST_SHAPES: Final = ("MultiSurface", "Curve", "Surface", "PolyhedralSurface", "Triangle", "Tin")
_SPATIAL: Final = {
    f"{shape}{axes}".lower(): f"{shape}{axes}"
    for shape in (*_SHAPES, *_MORE_SHAPES, *_LAST_SHAPES)
    for axes in ("", "Z", "M", "ZM")
}


def free_modifiers(text: str | None) -> tuple[Modifier, ...]:
    """Return the modifiers of an extension's type, numbers and words; raises TypeTextError for anything else.

    Kinds of geometry come in the capitals of PostGIS, and no reference system (0) is left out as it does.
    """
    if text is None:
        return ()
    words = [word.strip() for word in text.split(",")]
    for word in words:
        if not _FREE_MODIFIER.fullmatch(word):
            raise TypeTextError("bad-type", f"modifier {word[:60]!r} is neither a number nor a word")
    values = tuple(_SPATIAL.get(word.lower(), word) if word.isidentifier() else int(word) for word in words)
    return values[:1] if len(values) > 1 and isinstance(values[0], str) and values[1] == 0 else values


def _spelled(base: str, modifiers: tuple[Modifier, ...]) -> str:
    if not modifiers:
        return base
    if base == "interval" and isinstance(modifiers[0], str):
        base, modifiers = f"interval {modifiers[0]}", modifiers[1:]
    inside = f"({','.join(map(str, modifiers))})" if modifiers else ""
    head, word, zone = base.partition(" with")
    return f"{head}{inside}{word}{zone}" if '"' not in base else base + inside


_CANONICAL: Final = re.compile(
    r"""(?P<name>(?:"(?:[^"]|"")*"|[^"(\[])+?)(?:\((?P<modifiers>[^()]+)\))?(?P<zone> with.*?)?(?P<array>\[\])?"""
)


@lru_cache(maxsize=4096)
def parse(text: str) -> Type:
    """Return the type of a canonical spelling, the inverse of `Type.text`."""
    match = _CANONICAL.fullmatch(text)
    assert match is not None
    name = match["name"] + (match["zone"] or "")
    words = match["modifiers"].split(",") if match["modifiers"] else []
    modifiers = tuple(int(word) if word.lstrip("-").isdigit() else word for word in words)
    if name.startswith("interval "):
        return Type(("interval",), (name.removeprefix("interval "), *modifiers), bool(match["array"]))
    path = (name,) if name in BY_NAME else split_name(name)
    return Type(path, modifiers, bool(match["array"]))

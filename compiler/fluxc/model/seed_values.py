"""YAML values as the text from which PostgreSQL reads a value of a column's type."""

from __future__ import annotations

import json
import re
from decimal import Decimal, InvalidOperation
from typing import TYPE_CHECKING, Any, Final, TypeGuard

from fluxc.diagnostics import did_you_mean
from fluxc.model.type_table import STRINGS

if TYPE_CHECKING:
    from collections.abc import Callable

    from fluxc.model.enum import Enum
    from fluxc.model.types import Type

JSON: Final = frozenset({"json", "jsonb"})
_SQL: Final = "or an expression as `{sql: …}`"
_QUOTE: Final = "put it into quotes"
_BOUNDS: Final = {"smallint": 15, "integer": 31, "bigint": 63}
_UUID: Final = re.compile(r"\{?(?:[0-9a-fA-F]{4}-?){7}[0-9a-fA-F]{4}\}?")


class UnfitError(ValueError):
    """The value cannot be one of the type; ``help`` says what to write."""

    def __init__(self, message: str, help_text: str) -> None:
        self.help = help_text
        super().__init__(message)


def text_of(value: Any, found: Type, enum: Enum | None) -> str:
    """Return a value other than null as text for a column of the given type; raises UnfitError.

    ``enum`` is the type itself where it is one of the project.
    """
    if found.array:
        return _array(value, found, enum)
    return _single(value, found, enum)


def _single(value: Any, found: Type, enum: Enum | None) -> str:
    if enum is not None:
        return _label(value, enum)
    base = found.base
    if base in JSON:
        return _json(value)
    if isinstance(value, dict | list):
        raise _wrong(value, "a single value", f"write one value of type {found.text}, {_SQL}")
    return _READERS.get(base, _clock if base.startswith("time") else _other)(value, found)


def _array(value: Any, found: Type, enum: Enum | None) -> str:
    if not _is_list(value):
        raise _wrong(value, "a list", f"{found.text} takes a list such as `[]` or `[a, b]`, {_SQL}")
    return _braces(value, found._replace(array=False), enum)


def _braces(values: list[Any], found: Type, enum: Enum | None) -> str:
    return "{" + ",".join(_element(value, found, enum) for value in values) + "}"


def _is_list(value: Any) -> TypeGuard[list[Any]]:
    return isinstance(value, list)


def _element(value: Any, found: Type, enum: Enum | None) -> str:
    if value is None:
        return "NULL"
    if _is_list(value) and found.base not in JSON:
        return _braces(value, found, enum)
    escaped = _single(value, found, enum).replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'


def _label(value: Any, enum: Enum) -> str:
    if not isinstance(value, str):
        raise _wrong(value, f"a value of the enum {enum.name}", f"write one of {_listed(enum.values)}")
    if value not in enum.values:
        cure = did_you_mean(value, enum.values) or f"write one of {_listed(enum.values)}"
        raise UnfitError(f"{_shown(value)} is no value of the enum {enum.name}", cure)
    return value


def _listed(values: tuple[str, ...]) -> str:
    more = ", …" if len(values) > 10 else ""
    return ", ".join(f"`{value}`" for value in values[:10]) + more


def _json(value: Any) -> str:
    try:
        return json.dumps(value, ensure_ascii=False, allow_nan=False)
    except ValueError:
        raise UnfitError("JSON has no infinity and no NaN", "write a number, or text") from None


def _text(value: Any, found: Type) -> str:
    if not isinstance(value, str):
        raise _wrong(value, "text", _QUOTE)
    most = _numbers(found)
    if most and len(value.rstrip(" ")) > most[0]:
        message = f"{_shown(value)} has {len(value)} characters, {found.text} holds {most[0]}"
        raise UnfitError(message, "shorten it, or make the column longer")
    return value


def _boolean(value: Any, found: Type) -> str:  # noqa: ARG001  # all readers take the same
    if not isinstance(value, bool):
        raise _wrong(value, "true or false", "write `true` or `false`; `yes` and `on` are plain text in YAML 1.2")
    return "true" if value else "false"


def _integer(value: Any, found: Type) -> str:
    if isinstance(value, bool) or not isinstance(value, int):
        raise _wrong(value, "a whole number", f"write a number without quotes and without a point, {_SQL}")
    limit = 1 << _BOUNDS[found.path[0]]
    if not -limit <= value < limit:
        raise UnfitError(f"{_shown(value)} does not fit into {found.text}", "make the type of the column wider")
    return str(value)


def _number(value: Any, found: Type) -> str:
    number = _decimal(value)
    if number is None:
        raise _wrong(value, "a number", f"write a number without quotes, {_SQL}")
    limits = _numbers(found)
    if len(limits) == 2 and number.is_finite():
        precision, scale = limits
        if abs(number) >= Decimal(10) ** (precision - scale):
            message = f"{_shown(value)} has more digits before the point than {found.text} holds"
            raise UnfitError(message, "make the type of the column wider")
    return str(number)


def _numbers(found: Type) -> tuple[int, ...]:
    return tuple(item for item in found.modifiers if isinstance(item, int))


def _decimal(value: Any) -> Decimal | None:
    """Return a number; one that a float cannot hold, infinity and NaN may be written as text."""
    if isinstance(value, bool):
        return None
    try:
        number = Decimal(str(value).strip())
    except InvalidOperation:
        return None
    return None if number.is_snan() else number


def _uuid(value: Any, found: Type) -> str:
    if not isinstance(value, str) or not _UUID.fullmatch(value):
        raise _wrong(value, f"a {found.text}", f"write such as `a0eebc99-9c0b-4ef8-bb6d-6bb9bd380a11`, {_SQL}")
    return value


def _clock(value: Any, found: Type) -> str:
    if not isinstance(value, str):
        raise _wrong(value, f"a value of type {found.text}", f"write it as text such as `2026-01-31`, {_SQL}")
    return value


def _other(value: Any, found: Type) -> str:
    if isinstance(value, bool):
        raise _wrong(value, f"a value of type {found.text}", f"write it as text, {_SQL}")
    return str(value)


def _wrong(value: Any, expected: str, cure: str) -> UnfitError:
    return UnfitError(f"{expected} is expected here, not {_called(value)}", cure)


def _called(value: Any) -> str:
    if isinstance(value, dict):
        return "a mapping"
    if isinstance(value, list):
        return "a list"
    return f"the {'text' if isinstance(value, str) else 'value'} {_shown(value)}"


def _shown(value: Any) -> str:
    text = str(value).lower() if isinstance(value, bool) else str(value)
    return f"`{text[:60]}{'…' if len(text) > 60 else ''}`"


_READERS: Final[dict[str, Callable[[Any, Type], str]]] = {
    **dict.fromkeys(STRINGS, _text),
    **dict.fromkeys(_BOUNDS, _integer),
    **dict.fromkeys(("numeric", "real", "double precision"), _number),
    "boolean": _boolean,
    **dict.fromkeys(("date", "interval"), _clock),
    "uuid": _uuid,
}

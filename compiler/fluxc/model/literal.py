"""YAML values as SQL literals of a column's type."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any, Final, TypeGuard

from fluxc.model.names import holds_control
from fluxc.model.type_table import STRINGS

if TYPE_CHECKING:
    from fluxc.model.types import Type

_LOOKS_LIKE_SQL: Final = re.compile(
    r"[^\W\d]\w*\s*\(.*\)|current_\w+|localtime(?:stamp)?|null|session_user|user", re.IGNORECASE | re.DOTALL
)


class LiteralError(ValueError):
    """The value cannot be a literal of the type; ``help`` says what to write."""

    def __init__(self, message: str, help_text: str) -> None:
        self.help = help_text
        super().__init__(message)


def literal(value: Any, column_type: Type) -> str:
    """Return the SQL literal of a YAML value for a column of the given type; raises LiteralError."""
    if column_type.array:
        return _array(value, column_type)
    if column_type.path in {("json",), ("jsonb",)}:
        return quoted(_json(value))
    return _scalar(value, column_type)


def _scalar(value: Any, column_type: Type) -> str:
    if isinstance(value, dict | list):
        raise LiteralError(
            f"a {'mapping' if isinstance(value, dict) else 'list'} is no value of type {column_type.text}",
            "write a single value, or an expression under `default_sql`",
        )
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int | float):
        return (
            quoted(repr(value))
            if column_type.path[0] in STRINGS or value != value or abs(value) == float("inf")
            else repr(value)
        )
    text = str(value)
    if column_type.path[0] not in STRINGS and len(column_type.path) == 1 and _LOOKS_LIKE_SQL.fullmatch(text.strip()):
        raise LiteralError(
            f"`{text[:60]}` looks like an SQL expression", "write it under `default_sql`, which takes SQL"
        )
    return quoted(text)


def _json(value: Any) -> str:
    try:
        return json.dumps(value, ensure_ascii=False, allow_nan=False)
    except (TypeError, ValueError) as error:
        raise LiteralError(
            "the value cannot be said in JSON", "use text, numbers, booleans, lists and mappings"
        ) from error


def _array(value: Any, column_type: Type) -> str:
    if not _is_list(value):
        raise LiteralError(
            f"type {column_type.text} needs a list", "write `[]`, `[a, b]`, or an expression under `default_sql`"
        )
    return quoted("{" + ",".join(_element(item) for item in value) + "}")


def _is_list(value: Any) -> TypeGuard[list[Any]]:
    return isinstance(value, list)


def _element(value: Any) -> str:
    if value is None:
        return "NULL"
    if isinstance(value, dict | list):
        raise LiteralError("a list within a list is no plain array value", "write an expression under `default_sql`")
    text = str(value).lower() if isinstance(value, bool) else str(value)
    escaped = text.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'


def quoted(text: str) -> str:
    """Return text as an SQL string on one line; migrations pin standard_conforming_strings."""
    doubled = text.replace("'", "''")
    if text.isprintable():
        return f"'{doubled}'"
    escaped = "".join(_ESCAPES.get(character) or _escape(character) for character in doubled)
    return f"E'{escaped}'"


def _escape(character: str) -> str:
    return f"\\u{ord(character):04x}" if holds_control(character) else character


def unquoted(text: str) -> str | None:
    """Return what an SQL string says, None for one that is written in another way than ``quoted`` writes any."""
    if text.startswith("'"):
        return text[1:-1].replace("''", "'")
    if not text.startswith(("E'", "e'")) or _OTHER_ESCAPE.search(text):
        return None
    return _ESCAPED.sub(_said, text[2:-1].replace("''", "'"))


def _said(match: re.Match[str]) -> str:
    return chr(int(match[1], 16)) if match[1] else _SAID[match[0]]


_ESCAPES: Final = {
    "\\": "\\\\",
    "\n": "\\n",
    "\r": "\\r",
    "\t": "\\t",
}
_SAID: Final = {escape: character for character, escape in _ESCAPES.items()}
_ESCAPED: Final = re.compile(r"\\(?:u([0-9a-fA-F]{4})|[\\nrt])")
_OTHER_ESCAPE: Final = re.compile(r"(?:[^\\]|^)(?:\\\\)*\\(?!u[0-9a-fA-F]{4}|[\\nrt])")

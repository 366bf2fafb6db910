"""Writes docs/reference.md and the JSON Schema from the declarations of the schema language; `make docs` runs it."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from fluxc.model.domain import JSON_SCHEMA, json_schema
from fluxc.model.type_table import BUILTINS, EXTENSION_TYPES

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from fluxc.model.type_table import Builtin

    Schema = dict[str, Any]

PAGE: Final = Path(__file__).with_name("reference.md")
_HEAD: Final = """\
# Reference of the schema language

Every key that a file in `schema/` may hold, and every type. [language.md](language.md) shows them in use.

Written by `make docs` from the declarations in `compiler/fluxc/model`: change it there.
"""
_TYPES_HEAD: Final = """\
## Types

Each type by the name that PostgreSQL prints, with the other names that mean the same, and what its modifiers may be:
the numbers in parentheses behind it. `interval` may also be followed by fields, such as `day to second`.
"""
_EXTENSIONS_HEAD: Final = """\

## Types of extensions

Known where the extension is declared under `extensions`; types of others are named there, by `types`.
"""
_PLAIN: Final = {
    "string": ("text",),
    "boolean": ("`true`", "`false`"),
    "integer": ("whole number",),
    "number": ("number",),
    "null": (),
    "": ("any value",),
}


def page() -> str:
    """Return the whole page."""
    schema = json_schema()
    declared: Schema = schema["$defs"]
    sections = [_section("File", schema), *(_section(title(name), declared[name]) for name in sorted(declared))]
    return "\n".join([_HEAD, *sections, _TYPES_HEAD, *_types(), _EXTENSIONS_HEAD, *_extensions(), ""])


def title(name: str) -> str:
    """Return what a declaration is called: `ForeignKeyDeclaration` is a foreign key."""
    words = re.findall(r"[A-Z][a-z]*", name.removesuffix("Declaration"))
    return " ".join(words).capitalize()


def _section(heading: str, schema: Schema) -> str:
    required = frozenset[str](schema.get("required", ()))
    rows = (_row(key, said, required=key in required) for key, said in schema["properties"].items())
    return "\n".join(
        [f"## {heading}", "", schema["description"], "", *_table(("key", "takes", "if left out", "says"), rows), ""]
    )


def _row(key: str, said: Schema, *, required: bool) -> tuple[str, ...]:
    default = said.get("default")
    unsaid = "" if default in (None, [], {}) else f"`{str(default).lower()}`"
    return f"`{key}`", takes(said), "required" if required else unsaid, said["description"]


def takes(said: Schema) -> str:
    """Return in words what a place of the JSON Schema takes."""
    *forms, last = dict.fromkeys(_forms(said))
    return f"{', '.join(forms)} or {last}" if forms else last


def _forms(said: Schema) -> Iterator[str]:
    """Yield each form that a place takes, leaving out that it may hold nothing."""
    match said:
        case {"anyOf": [{"type": "array", "items": one}, {"type": "object", "additionalProperties": other}]} if (
            one == other
        ):
            yield f"list, or mapping by name, of {_grouped(one)}"
        case {"anyOf": options}:
            for option in options:
                yield from _forms(option)
        case {"$ref": target}:
            name = title(target.rpartition("/")[2]).lower()
            yield f"[{name}](#{name.replace(' ', '-')})"
        case {"const": word}:
            yield f"`{word}`"
        case {"enum": words}:
            yield from (f"`{word}`" for word in words)
        case {"type": "array", "items": items}:
            yield f"list of {_grouped(items)}"
        case {"type": "object", "additionalProperties": True}:
            yield "mapping by name of any value"
        case {"type": "object", "additionalProperties": inner}:
            yield f"mapping by name of {_grouped(inner)}"
        case _:
            yield from _PLAIN[said.get("type", "")]


def _grouped(said: Schema) -> str:
    """Return what a list or mapping holds, in parentheses where that is one of several forms."""
    text = takes(said)
    return text if len(set(_forms(said))) == 1 else f"({text})"


def _types() -> list[str]:
    return _table(("type", "also written", "modifiers"), map(_type, BUILTINS))


def _type(builtin: Builtin) -> tuple[str, ...]:
    aliases = ", ".join(f"`{name}`" for name in builtin.aliases)
    return f"`{builtin.name}`", aliases, ", ".join(f"{low} to {high}" for low, high in builtin.modifiers)


def _extensions() -> list[str]:
    types: dict[str, list[str]] = {}
    for name, extension in sorted(EXTENSION_TYPES.items()):
        types.setdefault(extension, []).append(f"`{name}`")
    return _table(("extension", "types"), ((f"`{name}`", ", ".join(types[name])) for name in sorted(types)))


def _table(heads: tuple[str, ...], rows: Iterable[tuple[str, ...]]) -> list[str]:
    return [_line(cells) for cells in (heads, ("---",) * len(heads), *rows)]


def _line(cells: Iterable[str]) -> str:
    """Return a row of a table; a bar inside a cell would end it."""
    escaped = (cell.replace("|", "\\|") for cell in cells)
    return "".join(f"| {cell} " if cell else "| " for cell in escaped) + "|"


def json_schema_text() -> str:
    """Return the text of the JSON Schema that comes with fluxc."""
    return json.dumps(json_schema(), indent=1, ensure_ascii=False) + "\n"


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8")
    JSON_SCHEMA.write_text(json_schema_text(), encoding="utf-8")

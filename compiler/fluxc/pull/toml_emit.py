"""Plain data as TOML in the layout of this language: tables of what has a name, inline tables for what is short."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, Final

from fluxc.pull.emit import WIDTH, Block
from fluxc.pull.merge import is_list, is_mapping

if TYPE_CHECKING:
    from collections.abc import Mapping

    from fluxc.source.document import Path

_BARE: Final = re.compile(r"[A-Za-z0-9_-]+")
_ESCAPES: Final = {"\\": "\\\\", '"': '\\"', "\n": "\\n", "\t": "\\t", "\r": "\\r"}
_DEEPEST: Final = 3
"""The most names in a header, as in `tables.users.columns`; what lies deeper is written inline, named blocks aside."""


def document(data: Mapping[str, Any], head: str = "") -> str:
    """Return the text of a file; ``head`` are its first lines."""
    lines = _table("", (), data)
    return "\n".join([*([head, ""] if head else []), *lines]) + "\n"


def tables(path: Path, data: Mapping[str, Any] | list[Any]) -> list[str]:
    """Return the lines of the table or the tables that say a mapping or a list of mappings."""
    if not isinstance(data, list):
        return _table(f"[{dotted(path)}]", path, data)
    lines: list[str] = []
    for inner in data:
        lines += ["", *element(path, inner)] if lines else element(path, inner)
    return lines


def element(path: Path, data: Mapping[str, Any]) -> list[str]:
    """Return the lines of one element of a list of tables."""
    return _table(f"[[{dotted(path)}]]", path, data)


def is_table(path: Path, data: object) -> bool:
    """Return whether a value is to stand below a header of its own."""
    names = [part for part in path if isinstance(part, str)]
    if is_list(data):
        return len(names) <= _DEEPEST and bool(data) and all(map(is_mapping, data))
    if not is_mapping(data) or not data:
        return False
    if isinstance(data, Block) or len(names) == 1:
        return True
    if len(names) > _DEEPEST:
        return False
    return names[-1] == "columns" or _is_long(names[-1], data) or _holds_tables(path, data)


def pair(names: Path, data: object, indent: str = "") -> str:
    """Return the lines of a key and its value; the key may be one with dots."""
    head = f"{indent}{dotted(names)} = "
    return head + value(data, len(head), indent)


def dotted(path: Path) -> str:
    """Return the name of a path, without its indexes."""
    return ".".join(_key(part) for part in path if isinstance(part, str))


def value(data: object, used: int, indent: str = "") -> str:
    """Return a value as it stands behind its key, ``used`` characters into the line."""
    if isinstance(data, str) and "\n" in data:
        return _long_text(data)
    text = inline(data)
    if not is_list(data) or not data or used + len(text) <= WIDTH:
        return text
    return "\n".join(["[", *(f"{indent}  {inline(inner)}," for inner in data), f"{indent}]"])


def inline(data: object) -> str:
    """Return a value on one line."""
    if is_mapping(data):
        return f"{{ {', '.join(f'{_key(key)} = {inline(inner)}' for key, inner in data.items())} }}" if data else "{}"
    if is_list(data):
        return f"[{', '.join(map(inline, data))}]"
    if isinstance(data, str):
        return _text(data)
    return str(data).lower() if isinstance(data, bool) else repr(data)


def _table(header: str, path: Path, data: Mapping[str, Any]) -> list[str]:
    inner = {key: value for key, value in data.items() if is_table((*path, key), value)}
    pairs = [pair((key,), value) for key, value in data.items() if key not in inner]
    lines = [header, *pairs] if header and (pairs or not inner or header.startswith("[[")) else pairs
    for key, said in inner.items():
        lines += ["", *tables((*path, key), said)] if lines else tables((*path, key), said)
    return lines


def _is_long(name: str, data: Mapping[str, Any]) -> bool:
    return len(f"{name} = {inline(data)}") > WIDTH or any(
        isinstance(said, str) and "\n" in said for said in data.values()
    )


def _holds_tables(path: Path, data: Mapping[str, Any]) -> bool:
    return any(is_table((*path, key), inner) for key, inner in data.items())


def _key(text: str) -> str:
    return text if _BARE.fullmatch(text) else _text(text)


def _text(text: str) -> str:
    if text.isprintable() and ('"' in text or "\\" in text) and "'" not in text:
        return f"'{text}'"
    return '"' + "".join(map(_escaped, text)) + '"'


def _long_text(text: str) -> str:
    """Return text of several lines between three quotes, the literal ones where escapes would be needed."""
    if not all(letter.isprintable() or letter in "\n\t" for letter in text):
        return _text(text)
    if "\\" not in text and '"""' not in text and not text.endswith('"'):
        return f'"""\n{text}"""'
    return f"'''\n{text}'''" if "'''" not in text and not text.endswith("'") else _text(text)


def _escaped(letter: str) -> str:
    if letter in _ESCAPES:
        return _ESCAPES[letter]
    if letter.isprintable():
        return letter
    code = ord(letter)
    return f"\\u{code:04x}" if code < 0x10000 else f"\\U{code:08x}"

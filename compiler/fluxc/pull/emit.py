"""Plain data as YAML in the layout of this language: short things on one line, named things below each other."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final, TypeGuard, cast

from fluxc.pull.scalar import block_scalar, key_scalar, scalar

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

WIDTH: Final = 100
STEP: Final = 2


class Block(dict[str, Any]):
    """A mapping whose entries stand on lines of their own, however short they are."""


class Spaced(Block):
    """A mapping between whose entries a line is left free."""


def document(data: Mapping[str, Any], head: str = "") -> str:
    """Return the text of a file: ``head`` are its first lines, and a free line parts long sections."""
    lines: list[str] = [head] if head else []
    for key, value in data.items():
        found = entry(key, value, 0)
        if len(found) > 1 and lines and lines != [head]:
            lines.append("")
        lines += found
    return "\n".join(lines) + "\n" if lines else ""


def entry(key: str, value: object, indent: int) -> list[str]:
    """Return the lines of an entry of a mapping, indented."""
    return _behind(f"{' ' * indent}{key_scalar(key)}:", value, indent)


def item(value: object, indent: int) -> list[str]:
    """Return the lines of an item of a list, indented."""
    margin = " " * indent
    if _is_mapping(value) and value and _flow(value, indent + STEP) is None:
        lines = list(_entries(value, indent + STEP))
        return [f"{margin}- {lines[0].lstrip()}", *lines[1:]]
    return _behind(f"{margin}-", value, indent)


def _behind(head: str, value: object, indent: int) -> list[str]:
    inline = _inline(value, len(head) + 1)
    if inline is not None:
        return [f"{head} {inline}"]
    if isinstance(value, str):
        block = block_scalar(value, indent + STEP)
        return f"{head} {block if block is not None else scalar(value)}".split("\n")
    if _is_mapping(value):
        return [head, *_entries(value, indent + STEP)]
    return [head, *(line for inner in cast("list[Any]", value) for line in item(inner, indent + STEP))]


def _entries(data: dict[str, Any], indent: int) -> Iterator[str]:
    first = True
    for key, value in data.items():
        if not first and isinstance(data, Spaced):
            yield ""
        first = False
        yield from entry(key, value, indent)


def _inline(value: object, used: int) -> str | None:
    """Return a value on one line; None where it has to stand below its key."""
    if isinstance(value, str):
        return scalar(value) if "\n" not in value else None
    if _is_mapping(value) or _is_list(value):
        return _flow(value, used)
    return scalar(cast("float | bool | None", value))


def _is_mapping(value: object) -> TypeGuard[dict[str, Any]]:
    return isinstance(value, dict)


def _is_list(value: object) -> TypeGuard[list[Any]]:
    return isinstance(value, list)


def _flow(value: dict[str, Any] | list[Any], used: int) -> str | None:
    """Return a mapping or a list in brackets; None where that would be long, or hide what is in it."""
    if not value:
        return "[]" if _is_list(value) else "{}"
    if isinstance(value, Block) or (_is_list(value) and any(map(_is_mapping, value))):
        return None
    text = flow(value)
    return text if text is not None and used + len(text) <= WIDTH else None


def flow(value: object) -> str | None:
    """Return a value as it stands within brackets; None where a text of several lines is in it."""
    if _is_mapping(value):
        parts = [(key_scalar(key, within=True), flow(inner)) for key, inner in value.items()]
        return None if any(inner is None for _, inner in parts) else f"{{{', '.join(f'{k}: {v}' for k, v in parts)}}}"
    if _is_list(value):
        items = [flow(inner) for inner in value]
        return None if None in items else f"[{', '.join(str(inner) for inner in items)}]"
    if isinstance(value, str) and "\n" in value:
        return None
    return scalar(cast("str | float | bool | None", value), within=True)

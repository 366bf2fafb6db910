"""What does not fit the declarations of schema files, in words and at its place."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any, cast

from fluxc.diagnostics import did_you_mean
from fluxc.model.domain import JSON_SCHEMA, SharedFile
from fluxc.model.findings import Place

if TYPE_CHECKING:
    from pydantic import ValidationError

    from fluxc.model.findings import Findings
    from fluxc.source.document import Document


def report(error: ValidationError, document: Document, findings: Findings) -> None:
    """Record each wrong place once: of a union's branches only the one that came furthest is of interest."""
    found: dict[tuple[str | int, ...], Any] = {}
    for item in error.errors(include_url=False, include_context=True):
        path = _within(document.data, item["loc"])
        found.setdefault(path, []).append(item)
    for path, items in found.items():
        if any(len(other) > len(path) and other[: len(path)] == path for other in found):
            continue
        _explain(items, Place(document, path), findings)


def _within(data: Any, loc: tuple[str | int, ...]) -> tuple[str | int, ...]:
    """Return ``loc`` without pydantic's union tags: only keys that lead through the data, and an unknown last key."""
    path: list[str | int] = []
    for part in loc:
        try:
            data = data[part]
        except (KeyError, IndexError, TypeError):
            continue
        path.append(part)
    return tuple(path)


_EXPECTED = {
    "string_type": "text",
    "bool_type": "true or false",
    "int_type": "a whole number",
    "list_type": "a list",
    "dict_type": "a mapping",
    "model_type": "a mapping",
}


_NEVER = {
    ("roles", "password"): "passwords are in no schema: set it on the server, with `\\password` of psql",
    (
        "roles",
        "superuser",
    ): "who may do everything is in no schema: `alter role … superuser` on the server, if it must be",
}
"""What is no key on purpose, and what to do instead."""


def _explain(items: list[Any], place: Place, findings: Findings) -> None:
    unknown = next((item for item in items if item["type"] == "extra_forbidden"), None)
    if unknown is not None:
        word = str(place.path[-1])
        message = f"unknown key `{word[:70]}`"
        cure = _NEVER.get((str(place.path[0]), word)) or did_you_mean(word, _known(place))
        findings.add("unknown-key", message, place, cure, key=True)
        return
    kinds = {item["type"] for item in items}
    if "none_required" in kinds and len(place.path) == 1 and place.path[0] in SharedFile.model_fields:
        section = str(place.path[0]).replace("_", " ")
        message, cure = f"a shared file declares no {section}", f"move the {section} into a domain's file"
        findings.add("bad-value", message, place, cure, key=True)
        return
    if "string_pattern_mismatch" in kinds:
        cure = "write no action, restrict, cascade, set null, set default, or `set null (column)`"
        findings.add("bad-value", f"{_called(items[0]['input'])} is no action of a foreign key", place, cure)
        return
    wanted = list(dict.fromkeys(_EXPECTED[kind] for kind in _EXPECTED if kind in kinds))
    value = items[0]["input"]
    incomplete = "missing" in kinds and isinstance(value, dict)  # it is the long form that was meant
    if wanted and not incomplete:
        findings.add(
            "bad-value", f"{' or '.join(wanted)} is expected here, not {_called(value)}", place, _cure(value, wanted)
        )
    elif "missing" in kinds:
        missing = ", ".join(f"`{item['loc'][-1]}`" for item in items if item["type"] == "missing")
        findings.add("missing-key", f"{missing} is missing here", place, f"add {missing}")
    else:
        findings.add("bad-value", _sentence(items[0]["msg"]), place)


def _sentence(message: str) -> str:
    return message[:1].lower() + message[1:]


def _called(value: Any) -> str:
    if value is None:
        return "nothing"
    if isinstance(value, dict):
        return "a mapping"
    if isinstance(value, list):
        return "a list"
    return f"`{str(value)[:60]}`".lower() if isinstance(value, bool) else f"`{str(value)[:60]}`"


def _cure(value: Any, wanted: list[str]) -> str:
    if "text" in wanted and isinstance(value, int | float):
        return "put it into quotes"
    if wanted == ["true or false"]:
        return "write `true` or `false`; `yes` and `on` are plain text in YAML 1.2"
    return "see the schema language's reference, docs/language.md"


def _known(place: Place) -> list[str]:
    """Return the keys that could have stood at ``place``: those of the declaration that the path leads to."""
    properties: dict[str, Any] = json.loads(JSON_SCHEMA.read_bytes())
    definitions: dict[str, Any] = properties.get("$defs", {})
    here = [properties]
    for part in place.path[:-1]:
        here = [below for schema in here for below in _below(schema, part, definitions)]
    return [name for schema in here for name in schema.get("properties", {})]


def _below(schema: dict[str, Any], part: str | int, definitions: dict[str, Any]) -> list[dict[str, Any]]:
    inner: Any
    if isinstance(part, str):
        inner = schema.get("properties", {}).get(part) or schema.get("additionalProperties")
    else:
        inner = schema.get("items")
    return _resolved(cast("dict[str, Any]", inner), definitions) if isinstance(inner, dict) else []


def _resolved(schema: dict[str, Any], definitions: dict[str, Any]) -> list[dict[str, Any]]:
    if "$ref" in schema:
        return _resolved(definitions[schema["$ref"].rpartition("/")[2]], definitions)
    return [
        inner
        for option in schema.get("anyOf", [schema])
        for inner in ([option] if option is schema else _resolved(option, definitions))
    ]

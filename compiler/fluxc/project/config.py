"""``fluxc.toml``: the settings of a project."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final, cast

from fluxc.diagnostics import Diagnostic, InputError, Span, did_you_mean

if TYPE_CHECKING:
    from fluxc.project.layout import Layout

TARGETS: Final = (14, 15, 16, 17, 18)
NAMINGS: Final = ("words", "describe")
_KEYS: Final = {"": ("target", "naming", "schema"), "schema": ("namespace",)}


@dataclass(frozen=True, slots=True)
class Config:
    """The settings: the oldest server that migrations must run on, the default namespace, how migrations are named."""

    target: int = TARGETS[0]
    namespace: str | None = None
    naming: str = "words"


def read_config(layout: Layout) -> Config:
    """Return the settings; raises InputError with everything that is wrong in the file."""
    file = layout.shown(layout.config)
    try:
        text = layout.config.read_bytes().decode()
        data = tomllib.loads(text)
    except OSError as error:
        raise InputError([Diagnostic("unreadable-file", f"{file}: {error.strerror}", Span(file), "make it readable")]) from error
    except (ValueError, RecursionError) as error:
        raise InputError([Diagnostic("toml-syntax", f"{file}: {error}", Span(file), "mend the TOML")]) from error
    return _checked(data, file, text)


def _checked(data: dict[str, Any], file: str, text: str) -> Config:
    found: list[Diagnostic] = []

    def add(code: str, message: str, key: str, cure: str) -> None:
        line = next((number for number, line in enumerate(text.splitlines(), 1) if line.split("=")[0].strip(" []\"'") == key), 0)
        found.append(Diagnostic(code, message, Span(file, line, 1 if line else 0, len(key)), cure))

    schema = data.get("schema", {})
    sections = {"": data, "schema": schema if isinstance(schema, dict) else {}}
    for section, known in _KEYS.items():
        for key in cast("dict[str, Any]", sections[section]):
            if key not in known:
                add("unknown-key", f"unknown setting `{key}`", key, did_you_mean(key, known) or f"known are {', '.join(known)}")
    if not isinstance(schema, dict):
        add("bad-value", "`schema` is a table", "schema", "write `[schema]` and its settings below")
    target, naming = data.get("target", TARGETS[0]), data.get("naming", "words")
    namespace = cast("dict[str, Any]", sections["schema"]).get("namespace")
    if target not in TARGETS or isinstance(target, bool):
        add("bad-value", f"`target` is {target!r}", "target", f"write a major version of PostgreSQL from {TARGETS[0]} to {TARGETS[-1]}")
    if naming not in NAMINGS:
        add("bad-value", f"`naming` is {naming!r}", "naming", 'write "words" or "describe"')
    if namespace is not None and not (isinstance(namespace, str) and namespace):
        add("bad-value", f"`namespace` is {namespace!r}", "namespace", "write the name of a PostgreSQL schema")
    if found:
        raise InputError(found)
    return Config(target, namespace, naming)

"""``fluxc.toml``: the settings of a project."""

from __future__ import annotations

import re
import tomllib
from typing import TYPE_CHECKING, Any, Final, NamedTuple, cast

from fluxc.diagnostics import Diagnostic, InputError, Span, did_you_mean
from fluxc.project.address import Environment, ProveSettings, holds_secret
from fluxc.project.timeouts import KEYS, USUAL, Timeouts, timeouts_of
from fluxc.source.reading import read_text

if TYPE_CHECKING:
    from datetime import timedelta

    from fluxc.project.layout import Layout

TARGETS: Final = (14, 15, 16, 17, 18)
NAMINGS: Final = ("words", "describe")
ALIASES: Final = ("camel",)
_KEYS: Final = {
    "": (
        *("target", "naming", "online", "contract_after", *KEYS),
        *("schema", "models", "lint", "breaking", "prove", "environments"),
    ),
    "schema": ("namespace",),
    "models": ("aliases", "key_types"),
}


class ModelSettings(NamedTuple):
    """How the Python models are written: ``camel`` aliases or none, and types of their own for keys or plain ones."""

    aliases: str | None = None
    key_types: bool = False


class Config(NamedTuple):
    """The settings: the oldest server that migrations must run on, the default namespace, how migrations are named.

    ``online`` says whether tables are in use while they are changed, where the tables do not say so themselves, and
    ``timeouts`` how long a step waits for locks behind which others wait, and how long its statements may take then.
    ``contract_after`` is how long after what they belong to contracts are applied unasked, None for never.
    ``prove`` and ``environments`` say where proofs are made, and which databases have a name.
    """

    target: int = TARGETS[0]
    namespace: str | None = None
    naming: str = "words"
    online: bool = True
    timeouts: Timeouts = USUAL
    contract_after: timedelta | None = None
    models: ModelSettings = ModelSettings()
    prove: ProveSettings = ProveSettings()
    environments: tuple[Environment, ...] = ()


def read_config(layout: Layout) -> Config:
    """Return the settings; raises InputError with everything that is wrong in the file, and no secret that it holds."""
    try:
        return _read(layout)
    except InputError as error:
        raise InputError(map(_discreet, error.diagnostics)) from None


def _discreet(said: Diagnostic) -> Diagnostic:
    """Return a diagnostic without the line of the file where that seems to hold a secret."""
    if said.span is None or not holds_secret(said.span.excerpt):
        return said
    return said._replace(span=said.span._replace(excerpt=""))


def _read(layout: Layout) -> Config:
    file = layout.shown(layout.config)
    text = read_text(layout.config, file)
    try:
        data = tomllib.loads(text)
    except ValueError as error:
        raise InputError([_syntax(str(error), file, text)]) from None
    except RecursionError:
        message = f"values stand too deep inside each other in {file}"
        raise InputError([Diagnostic("too-deep", message, Span(file), "nest less deeply")]) from None
    return _checked(data, file, text)


def _syntax(said: str, file: str, text: str) -> Diagnostic:
    """Return the diagnostic of a text that is no TOML, at the place that the parser names."""
    place = re.search(r" \(at line (\d+), column (\d+)\)", said)
    line, column = (int(place[1]), int(place[2])) if place else (0, 0)
    excerpt = text.split("\n")[line - 1] if line else ""
    message = f"this is not TOML: {said.partition(' (at ')[0]}"
    span = Span(file, line, column, 1, excerpt)
    return Diagnostic("toml-syntax", message, span, "write `key = value`, with text in quotes")


def _checked(data: dict[str, Any], file: str, text: str) -> Config:
    found: list[Diagnostic] = []

    def add(code: str, message: str, key: str, cure: str) -> None:
        lines = enumerate(text.split("\n"), 1)
        line, excerpt = next(((at, line) for at, line in lines if line.split("=")[0].strip(" []\"'") == key), (0, ""))
        found.append(Diagnostic(code, message, Span(file, line, excerpt.find(key) + 1, len(key), excerpt), cure))

    sections = {section: _section(data, section) for section in _KEYS}
    for section, known in _KEYS.items():
        for key in sections[section]:
            if key not in known:
                add(
                    "unknown-key",
                    f"unknown setting `{key}`",
                    key,
                    did_you_mean(key, known) or f"known are {', '.join(known)}",
                )
    for section in _KEYS:
        if section and not isinstance(data.get(section, {}), dict):
            add("bad-value", f"`{section}` is a table", section, f"write `[{section}]` and its settings below")
    target, naming = data.get("target", TARGETS[0]), data.get("naming", "words")
    namespace, models = sections["schema"].get("namespace"), ModelSettings(**_known(sections["models"], "models"))
    if target not in TARGETS:
        add(
            "bad-value",
            f"`target` is {target!r}",
            "target",
            f"write a major version of PostgreSQL from {TARGETS[0]} to {TARGETS[-1]}",
        )
    if naming not in NAMINGS:
        add("bad-value", f"`naming` is {naming!r}", "naming", 'write "words" or "describe"')
    online: object = data.get("online", True)
    if not isinstance(online, bool):
        add("bad-value", f"`online` is {online!r}", "online", "write true or false")
    timeouts = timeouts_of(data, lambda key, message, cure: add("bad-value", message, key, cure)).over(USUAL)
    contract_after = None
    if "contract_after" in data:
        from fluxc.project.durations import LONG_TIMES, long_time  # few projects say it

        contract_after = long_time(data["contract_after"])
        if contract_after is None:
            add("bad-value", f"`contract_after` is {data['contract_after']!r}"[:100], "contract_after", LONG_TIMES)
    if namespace is not None and not (isinstance(namespace, str) and namespace):
        add("bad-value", f"`namespace` is {namespace!r}", "namespace", "write the name of a PostgreSQL schema")
    if models.aliases not in (None, *ALIASES):
        add("bad-value", f"`aliases` is {models.aliases!r}", "aliases", 'write "camel", or leave it out')
    if not isinstance(cast("object", models.key_types), bool):
        add("bad-value", f"`key_types` is {models.key_types!r}", "key_types", "write true or false")
    prove, environments, wrong = _databases(data, file, text)
    if found or wrong:
        raise InputError([*found, *wrong])
    waits = timeouts, contract_after
    return Config(target, namespace, naming, bool(online), *waits, models, prove, environments)


def _databases(
    data: dict[str, Any], file: str, text: str
) -> tuple[ProveSettings, tuple[Environment, ...], list[Diagnostic]]:
    """Return what is said of proofs and of environments, and what is wrong with it."""
    if data.keys().isdisjoint(("prove", "environments")):
        return ProveSettings(), (), []
    from fluxc.project.databases import DatabaseSettings  # many projects name no database
    from fluxc.source.toml import read

    settings = DatabaseSettings(read(file, text))
    return settings.prove(), settings.environments(), settings.found


def _section(data: dict[str, Any], section: str) -> dict[str, Any]:
    found = data.get(section, {}) if section else data
    return cast("dict[str, Any]", found) if isinstance(found, dict) else {}


def _known(said: dict[str, Any], section: str) -> dict[str, Any]:
    return {key: value for key, value in said.items() if key in _KEYS[section]}

"""Dictionaries and configurations of text search as YAML."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from fluxc.model.names import qualified, quote
from fluxc.model.state import Key
from fluxc.model.text_search import (
    BUILT_IN,
    DEFAULT_PARSER,
    LANGUAGES,
    TEMPLATES,
    TextSearchDictionary,
    built_in,
    grouped,
)
from fluxc.pull.options import some

if TYPE_CHECKING:
    from collections.abc import Collection

    from fluxc.model.text_search import Mappings, TextSearchConfiguration
    from fluxc.pull.sight import Sight


def dictionary_form(item: TextSearchDictionary, sight: Sight) -> object:
    """Return a dictionary."""
    options = dict(item.options)
    return {"template": _name(item.template, sight, TEMPLATES), **some(options=options or None, doc=item.doc)}


def configuration_form(item: TextSearchConfiguration, sight: Sight) -> object:
    """Return a configuration: what it is a copy of, where that says all, or the long form."""
    base = _base(item)
    said: dict[str, Any] = {"copy": base} if base is not None else {}
    if item.parser != DEFAULT_PARSER:
        said["parser"] = qualified(*item.parser)
    mappings = _mappings(item, built_in(base) or () if base is not None else (), sight)
    said |= some(mappings=mappings or None, doc=item.doc)
    return base if base is not None and said.keys() == {"copy"} else said


def _base(item: TextSearchConfiguration) -> str | None:
    """Return the configuration of the server from which the fewest types of token differ, if that says less."""
    if item.parser != DEFAULT_PARSER:
        return None
    found = min((*LANGUAGES, "simple"), key=lambda name: _distance(item.mappings, built_in(name) or ()))
    near = _distance(item.mappings, built_in(found) or ())
    return found if near < len(item.mappings) else None


def _distance(one: Mappings, other: Mappings) -> int:
    return len(set(one) ^ set(other))


def _mappings(item: TextSearchConfiguration, base: Mappings, sight: Sight) -> dict[str, Any]:
    there, known = dict(item.mappings), dict(base)
    differing = tuple((token, paths) for token, paths in item.mappings if known.get(token) != paths)
    said: dict[str, Any] = {}
    for group in grouped(differing):
        names = [_name(path, sight, BUILT_IN) for path in group.dictionaries]
        said[", ".join(group.tokens)] = names[0] if len(names) == 1 else names
    gone = [token for token in known if token not in there]
    return said | ({", ".join(gone): []} if gone else {})


def _name(path: tuple[str, ...], sight: Sight, server: Collection[str]) -> str:
    if sight.state.get(Key(TextSearchDictionary.kind, path)) is not None:
        return sight.name(path)
    taken = sight.state.get(Key(TextSearchDictionary.kind, (sight.namespace, path[-1]))) is not None
    if path[0] == "pg_catalog" and path[-1] in server and not taken:
        return quote(path[-1])
    return qualified(*path)

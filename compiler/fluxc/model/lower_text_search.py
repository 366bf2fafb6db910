"""Declared dictionaries and configurations of text search into objects."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from fluxc.diagnostics import did_you_mean
from fluxc.model.domain import DomainFile
from fluxc.model.draft import listed
from fluxc.model.extension import Extension
from fluxc.model.names import split_name
from fluxc.model.text_search import (
    BUILT_IN,
    DEFAULT_PARSER,
    LANGUAGES,
    TEMPLATES,
    TOKENS,
    TextSearchConfiguration,
    TextSearchDictionary,
    built_in,
)
from fluxc.model.text_search_declaration import TextSearchConfigurationDeclaration

if TYPE_CHECKING:
    from collections.abc import Iterator

    from fluxc.model.domain_files import Files
    from fluxc.model.findings import Place
    from fluxc.model.lowering import Lowering
    from fluxc.model.text_search import Mappings
    from fluxc.model.text_search_declaration import TextSearchConfigurationForm

Path = tuple[str, ...]
_BAD: Final = "bad-text-search"
_BROUGHT: Final = {
    "unaccent": "unaccent",
    "intdict": "dict_int",
    "intdict_template": "dict_int",
    "xsyn": "dict_xsyn",
    "xsyn_template": "dict_xsyn",
}
"""Dictionaries and templates of well-known extensions."""


def lower_dictionaries(low: Lowering, domain: str, files: Files) -> None:
    """Take in the dictionaries of a domain."""
    for file, place in files:
        for name, said in file.text_search_dictionaries.items() if isinstance(file, DomainFile) else ():
            where = place / "text_search_dictionaries" / name
            template = _path(low, domain, said.template, where / "template", TEMPLATES)
            if not low.findings.name(name, "text search dictionary", where) or template is None:
                continue
            options = {key.lower(): _text(value) for key, value in said.options.items()}
            item = TextSearchDictionary(
                place=(low.scope.domains[domain],),
                name=name,
                doc=said.doc,
                template=template,
                options=tuple(sorted(options.items())),
            )
            low.add(item, where, said.was)


def lower_configurations(low: Lowering, domain: str, files: Files) -> None:
    """Take in the configurations of a domain, each behind the one that it copies."""
    waiting = {
        name: (form, place / "text_search_configurations" / name)
        for file, place in files
        for name, form in (file.text_search_configurations.items() if isinstance(file, DomainFile) else ())
    }
    made: dict[str, TextSearchConfiguration] = {}
    while ready := [name for name, (form, _) in waiting.items() if _long(form).base not in waiting.keys() - {name}]:
        for name in ready:
            form, place = waiting.pop(name)
            item = _configuration(low, domain, name, form, place, made)
            if item is not None:
                made[name] = item
                low.add(item, place, _long(form).was)
    for name, (_, place) in waiting.items():
        message = f"text search configuration {name} is a copy of itself in the end"
        low.findings.add(_BAD, message, place, "copy one of the server's, such as `english`")


def _long(form: TextSearchConfigurationForm) -> TextSearchConfigurationDeclaration:
    if isinstance(form, str):
        return TextSearchConfigurationDeclaration.model_validate({"copy": form})
    return form


def _configuration(
    low: Lowering,
    domain: str,
    name: str,
    form: TextSearchConfigurationForm,
    place: Place,
    made: dict[str, TextSearchConfiguration],
) -> TextSearchConfiguration | None:
    long = _long(form)
    if not low.findings.name(name, "text search configuration", place):
        return None
    parser = _path(low, domain, long.parser, place / "parser", frozenset({"default"})) if long.parser else None
    copied = made.get(long.base or "")
    base = copied.mappings if copied else built_in(long.base) if long.base else ()
    if base is None or (long.base and parser is not None):
        what = "is no text search configuration" if base is None else "brings its parser along"
        cure = did_you_mean(long.base or "", [*LANGUAGES, *made]) if base is None else "leave `parser` out"
        low.findings.add(
            _BAD, f"`{(long.base or '')[:70]}` {what}", place if form is not long else place / "copy", cure
        )
        return None
    if copied is None:
        _check_language(low, long.base or "", place if form is not long else place / "copy")
    parser = parser or (copied.parser if copied else DEFAULT_PARSER)
    return TextSearchConfiguration(
        place=(low.scope.domains[domain],),
        name=name,
        doc=long.doc,
        parser=parser,
        mappings=_mapped(low, domain, base, long, place / "mappings", known=parser == DEFAULT_PARSER),
    )


def _mapped(
    low: Lowering,
    domain: str,
    base: Mappings,
    long: TextSearchConfigurationDeclaration,
    place: Place,
    *,
    known: bool,
) -> Mappings:
    found = dict(base)
    for key, said in long.mappings.items():
        paths = [_path(low, domain, name, place / key, BUILT_IN) for name in listed(said)]
        dictionaries = tuple(path for path in paths if path is not None)
        for token in _tokens(low, key, place / key, known=known):
            if dictionaries:
                found[token] = dictionaries
            else:
                found.pop(token, None)
    return tuple(sorted(found.items()))


def _tokens(low: Lowering, key: str, place: Place, *, known: bool) -> Iterator[str]:
    for token in (word.strip() for word in key.split(",")):
        if known and token not in TOKENS:
            cure = did_you_mean(token, TOKENS) or "write one such as `asciiword`, `word` or `hword_part`"
            low.findings.add(_BAD, f"there is no type of token `{token[:70]}`", place, cure, key=True)
        else:
            yield token


def _path(low: Lowering, domain: str, text: str, place: Place, server: frozenset[str]) -> Path | None:
    """Return the path of a dictionary, a template or a parser: of the domain, of the server, or of an extension."""
    try:
        path = split_name(text)
    except ValueError:
        path = ()
    if len(path) == 2:
        return (low.scope.domains.get(path[0], path[0]), path[1])
    if len(path) != 1:
        low.findings.add(_BAD, f"`{text[:70]}` is no name", place, "write a name, or `schema.name`")
        return None
    own = (low.scope.domains[domain], path[0])
    if any(isinstance(item, TextSearchDictionary) and item.key.path == own for item in low.objects):
        return own
    if path[0] in server:
        _check_language(low, path[0], place)
        return ("pg_catalog", path[0])
    extensions = {item.name: item.namespace for item in low.objects if isinstance(item, Extension)}
    if (brought_by := _BROUGHT.get(path[0])) in extensions:
        return (extensions[brought_by or ""], path[0])
    cure = did_you_mean(path[0], server) or "declare it, or name its schema as well: `schema.name`"
    low.findings.add(_BAD, f"`{text[:70]}` is not known", place, cure)
    return None


def _check_language(low: Lowering, name: str, place: Place) -> None:
    """Record that the oldest server does not know the language of a configuration or a dictionary."""
    if name.removesuffix("_stem") == "estonian":
        low.findings.needs(18, f"`{name}`", place)


def _text(value: str | float | bool) -> str:
    return str(value).lower() if isinstance(value, bool) else str(value)

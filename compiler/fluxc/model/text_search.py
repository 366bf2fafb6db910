"""Text search: dictionaries, and configurations that say which of them look at which words (manual, chapter 12)."""

from __future__ import annotations

from typing import ClassVar, Final, NamedTuple

from fluxc.model.attached import Apart

TOKENS: Final = (
    *("asciihword", "asciiword", "blank", "email", "entity", "file", "float", "host", "hword", "hword_asciipart"),
    *("hword_numpart", "hword_part", "int", "numhword", "numword", "protocol", "sfloat", "tag", "uint", "url"),
    *("url_path", "version", "word"),
)
"""The types of token that the server's own parser tells apart."""

_WORDS: Final = frozenset({"asciihword", "asciiword", "hword", "hword_asciipart", "hword_part", "word"})
_ASCII: Final = frozenset({"asciihword", "asciiword", "hword_asciipart"})
_UNMAPPED: Final = frozenset({"blank", "entity", "protocol", "tag"})
_ENGLISH_BESIDE: Final = frozenset({"hindi", "russian"})
LANGUAGES: Final = (
    *("arabic", "armenian", "basque", "catalan", "danish", "dutch", "english", "estonian", "finnish", "french"),
    *("german", "greek", "hindi", "hungarian", "indonesian", "irish", "italian", "lithuanian", "nepali", "norwegian"),
    *("portuguese", "romanian", "russian", "serbian", "spanish", "swedish", "tamil", "turkish", "yiddish"),
)
"""The languages for which the server brings a configuration and a dictionary."""

BUILT_IN: Final = frozenset({"simple", *(f"{language}_stem" for language in LANGUAGES)})
"""The dictionaries that the server brings."""

TEMPLATES: Final = frozenset({"simple", "synonym", "ispell", "thesaurus", "snowball"})
"""The templates of dictionaries that the server brings."""

DEFAULT_PARSER: Final = ("pg_catalog", "default")

Mappings = tuple[tuple[str, tuple[tuple[str, ...], ...]], ...]
"""Types of token, sorted, each with the dictionaries that look at it, in their order."""


class TextSearchDictionary(Apart):
    """A dictionary; ``options`` are sorted by name, with their values as text."""

    kind: ClassVar[str] = "text_search_dictionary"
    noun: ClassVar[str] = "text search dictionary"
    parsed: ClassVar[bool] = True

    template: tuple[str, ...]
    options: tuple[tuple[str, str], ...] = ()


class TextSearchConfiguration(Apart):
    """A configuration."""

    kind: ClassVar[str] = "text_search_configuration"
    noun: ClassVar[str] = "text search configuration"
    parsed: ClassVar[bool] = True

    parser: tuple[str, ...] = DEFAULT_PARSER
    mappings: Mappings = ()


def built_in(configuration: str) -> Mappings | None:
    """Return what a configuration of the server's own maps; None where there is none of the name."""
    if configuration != "simple" and configuration not in LANGUAGES:
        return None
    return tuple((token, (_dictionary(configuration, token),)) for token in TOKENS if token not in _UNMAPPED)


def _dictionary(configuration: str, token: str) -> tuple[str, str]:
    if configuration == "simple" or token not in _WORDS:
        return ("pg_catalog", "simple")
    language = "english" if configuration in _ENGLISH_BESIDE and token in _ASCII else configuration
    return ("pg_catalog", f"{language}_stem")


class Mapped(NamedTuple):
    """Types of token that the same dictionaries look at."""

    tokens: tuple[str, ...]
    dictionaries: tuple[tuple[str, ...], ...]


def grouped(mappings: Mappings) -> tuple[Mapped, ...]:
    """Return mappings with the types of token together that have the same dictionaries."""
    found: dict[tuple[tuple[str, ...], ...], list[str]] = {}
    for token, dictionaries in mappings:
        found.setdefault(dictionaries, []).append(token)
    return tuple(Mapped(tuple(tokens), dictionaries) for dictionaries, tokens in found.items())

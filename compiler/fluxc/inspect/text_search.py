"""Dictionaries and configurations of text search."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from fluxc.inspect.catalogue import Fact, qualified
from fluxc.inspect.scope import Kind
from fluxc.lexer import tokens
from fluxc.model.literal import quoted
from fluxc.model.names import fold, unquote

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from fluxc.model.state import Object

_DICTIONARY = """
select
  namespace.namespace, dictionary.dictname::text as name, dictionary.dictinitoption as options,
  template_namespace.nspname::text as template_namespace, template.tmplname::text as template,
  comment.description as comment
from pg_ts_dict as dictionary
join namespace on namespace.oid = dictionary.dictnamespace
join pg_ts_template as template on template.oid = dictionary.dicttemplate
join pg_namespace as template_namespace on template_namespace.oid = template.tmplnamespace
left join pg_description as comment
  on comment.classoid = 'pg_ts_dict'::regclass and comment.objoid = dictionary.oid and comment.objsubid = 0
where not exists (
  select from pg_depend where classid = 'pg_ts_dict'::regclass and objid = dictionary.oid and deptype = 'e'
)
"""
_CONFIGURATION = """
select
  namespace.namespace, configuration.cfgname::text as name,
  parser_namespace.nspname::text as parser_namespace, parser.prsname::text as parser,
  (
    select json_agg(json_build_array(mapped.alias, mapped.dictionaries) order by mapped.alias collate "C")
    from (
      select
        token.alias,
        json_agg(json_build_array(dictionary_namespace.nspname, dictionary.dictname) order by entry.mapseqno)
          as dictionaries
      from pg_ts_config_map as entry
      join ts_token_type(configuration.cfgparser) as token on token.tokid = entry.maptokentype
      join pg_ts_dict as dictionary on dictionary.oid = entry.mapdict
      join pg_namespace as dictionary_namespace on dictionary_namespace.oid = dictionary.dictnamespace
      where entry.mapcfg = configuration.oid
      group by token.alias
    ) as mapped
  ) as mappings,
  comment.description as comment
from pg_ts_config as configuration
join namespace on namespace.oid = configuration.cfgnamespace
join pg_ts_parser as parser on parser.oid = configuration.cfgparser
join pg_namespace as parser_namespace on parser_namespace.oid = parser.prsnamespace
left join pg_description as comment
  on comment.classoid = 'pg_ts_config'::regclass and comment.objoid = configuration.oid and comment.objsubid = 0
where not exists (
  select from pg_depend where classid = 'pg_ts_config'::regclass and objid = configuration.oid and deptype = 'e'
)
"""


def _dictionary_fact(row: Mapping[str, Any]) -> Fact:
    attributes = {
        "template": qualified(row["template_namespace"], row["template"]),
        "options": ", ".join(f"{name} = {quoted(value)}" for name, value in options(row["options"])) or None,
        "comment": row["comment"],
    }
    return Fact("text search dictionary", (row["namespace"], row["name"]), attributes)


def options(text: str | None) -> tuple[tuple[str, str], ...]:
    """Return the options of a dictionary, which the server keeps as ``name = 'value', …``, sorted by name."""
    found = tokens(text or "")
    pairs: list[tuple[str, str]] = []
    at = 0
    while at + 2 < len(found):
        name, value = found[at].text, "".join(token.text for token in found[at + 2 : _end(found, at)])
        pairs.append((unquote(name), _value(value)))
        at = _end(found, at) + 1
    return tuple(sorted(pairs))


def _end(found: tuple[Any, ...], at: int) -> int:
    return next((end for end in range(at + 2, len(found)) if found[end].text == ","), len(found))


def _value(text: str) -> str:
    if text.startswith(("E'", "e'")):
        return text[2:-1].replace("''", "'").replace("\\\\", "\\")
    return text[1:-1].replace("''", "'") if text.startswith("'") else fold(text)


def _dictionary_objects(row: Mapping[str, Any]) -> Iterator[Object]:
    from fluxc.model.text_search import TextSearchDictionary  # most databases have none

    yield TextSearchDictionary(
        place=(row["namespace"],),
        name=row["name"],
        doc=row["comment"],
        template=(row["template_namespace"], row["template"]),
        options=options(row["options"]),
    )


def _configuration_fact(row: Mapping[str, Any]) -> Fact:
    mappings = (
        f"{token}: {', '.join(qualified(*path) for path in dictionaries)}"
        for token, dictionaries in row["mappings"] or ()
    )
    attributes = {
        "parser": qualified(row["parser_namespace"], row["parser"]),
        "mappings": "; ".join(mappings) or None,
        "comment": row["comment"],
    }
    return Fact("text search configuration", (row["namespace"], row["name"]), attributes)


def _configuration_objects(row: Mapping[str, Any]) -> Iterator[Object]:
    from fluxc.model.text_search import TextSearchConfiguration

    yield TextSearchConfiguration(
        place=(row["namespace"],),
        name=row["name"],
        doc=row["comment"],
        parser=(row["parser_namespace"], row["parser"]),
        mappings=tuple(
            (token, tuple(tuple(path) for path in dictionaries)) for token, dictionaries in row["mappings"] or ()
        ),
    )


TEXT_SEARCH_DICTIONARY = Kind(_DICTIONARY, _dictionary_fact, _dictionary_objects)
TEXT_SEARCH_CONFIGURATION = Kind(_CONFIGURATION, _configuration_fact, _configuration_objects)

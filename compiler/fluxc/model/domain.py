"""The schema files' own shape: what a domain file and a shared file may say, and the JSON Schema for editors."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, Final, cast

from pydantic import Field, ValidationError

from fluxc.diagnostics import did_you_mean
from fluxc.model.enum import EnumForm
from fluxc.model.findings import Findings, Place
from fluxc.model.later import later, whole
from fluxc.model.privileges import Access
from fluxc.model.remark import Suppressions
from fluxc.model.sequence import SequenceDeclaration
from fluxc.model.table import MixinDeclaration, PartitionDeclaration, TableDeclaration

if TYPE_CHECKING:
    from fluxc.model.aggregate import AggregateDeclaration
    from fluxc.model.collation import CollationDeclaration
    from fluxc.model.composite import CompositeForm
    from fluxc.model.default_privileges import DefaultPrivilegesDeclaration
    from fluxc.model.domain_type import DomainTypeForm
    from fluxc.model.extension import ExtensionsForm
    from fluxc.model.publication_declaration import PublicationForm
    from fluxc.model.range_type import RangeTypeForm
    from fluxc.model.raw import RawDeclaration
    from fluxc.model.role import RolesForm
    from fluxc.model.routine_declaration import FunctionForm, ProcedureForm
    from fluxc.model.text_search_declaration import TextSearchConfigurationForm, TextSearchDictionaryDeclaration
    from fluxc.model.view import MaterializedViewForm, ViewForm
    from fluxc.source.document import Document
else:  # seldom said, so that their modules load when they are
    AggregateDeclaration = later("aggregate", "AggregateDeclaration")
    CollationDeclaration = later("collation", "CollationDeclaration")
    CompositeForm = later("composite", "CompositeForm")
    DefaultPrivilegesDeclaration = later("default_privileges", "DefaultPrivilegesDeclaration")
    DomainTypeForm = later("domain_type", "DomainTypeForm")
    ExtensionsForm = later("extension", "ExtensionsForm")
    PublicationForm = later("publication_declaration", "PublicationForm")
    RangeTypeForm = later("range_type", "RangeTypeForm")
    RawDeclaration = later("raw", "RawDeclaration")
    RolesForm = later("role", "RolesForm")
    FunctionForm = later("routine_declaration", "FunctionForm")
    ProcedureForm = later("routine_declaration", "ProcedureForm")
    TextSearchConfigurationForm = later("text_search_declaration", "TextSearchConfigurationForm")
    TextSearchDictionaryDeclaration = later("text_search_declaration", "TextSearchDictionaryDeclaration")
    MaterializedViewForm = later("view", "MaterializedViewForm")
    ViewForm = later("view", "ViewForm")


class _File(Access):
    doc: Annotated[
        str | None, Field(description="The comment of the PostgreSQL schema, and the docstring of the Python module.")
    ] = None
    namespace: Annotated[
        str | None, Field(description="The PostgreSQL schema, where it has another name than the domain; `public` too.")
    ] = None
    was: Annotated[
        str | list[str] | None, Field(description="The earlier namespace, or a list of them, newest first.")
    ] = None
    lint: Suppressions = None
    extensions: Annotated[
        ExtensionsForm,
        Field(default_factory=list, description="Extensions that the database must have, by name."),
    ]
    roles: Annotated[
        RolesForm,
        Field(
            default_factory=list, description="Roles that the server must have, by name: a list, or attributes of each."
        ),
    ]
    mixins: Annotated[
        dict[str, MixinDeclaration],
        Field(
            default_factory=dict, description="Groups of columns, constraints and indexes that tables `use`, by name."
        ),
    ]
    enums: Annotated[
        dict[str, EnumForm],
        Field(default_factory=dict, description="Enumerated types by name: the list of values, or the long form."),
    ]
    domain_types: Annotated[
        dict[str, DomainTypeForm],
        Field(
            default_factory=dict, description="Types with constraints of their own, which SQL calls domains, by name."
        ),
    ]
    composites: Annotated[
        dict[str, CompositeForm],
        Field(
            default_factory=dict, description="Composite types by name: attributes with their types, or the long form."
        ),
    ]
    range_types: Annotated[dict[str, RangeTypeForm], Field(default_factory=dict, description="Range types by name.")]
    collations: Annotated[
        dict[str, CollationDeclaration], Field(default_factory=dict, description="Collations by name.")
    ]
    publications: Annotated[
        dict[str, PublicationForm],
        Field(
            default_factory=dict,
            description="Publications of the database by name: `all`, a list of tables, or the long form.",
        ),
    ]
    default_privileges: Annotated[
        DefaultPrivilegesDeclaration | None,
        Field(description="What roles may do with what is made in the schema from now on; in a shared file, anywhere."),
    ] = None


class DomainFile(_File):
    """A schema file. One whose name begins with `_` is shared by all domains, and declares no tables or sequences."""

    sequences: Annotated[
        dict[str, SequenceDeclaration | None],
        Field(default_factory=dict, description="Sequences that no column owns, by name."),
    ]

    tables: Annotated[dict[str, TableDeclaration], Field(default_factory=dict, description="Tables by name.")]
    views: Annotated[
        dict[str, ViewForm], Field(default_factory=dict, description="Views by name: the query, or the long form.")
    ]
    materialized_views: Annotated[
        dict[str, MaterializedViewForm],
        Field(default_factory=dict, description="Materialized views by name: the query, or the long form."),
    ]
    functions: Annotated[
        dict[str, FunctionForm],
        Field(default_factory=dict, description="Functions by name, with the arguments in brackets behind it."),
    ]
    procedures: Annotated[
        dict[str, ProcedureForm],
        Field(default_factory=dict, description="Procedures by name, with the arguments in brackets behind it."),
    ]
    aggregates: Annotated[
        dict[str, AggregateDeclaration],
        Field(default_factory=dict, description="Aggregates by name, with the arguments in brackets behind it."),
    ]
    text_search_dictionaries: Annotated[
        dict[str, TextSearchDictionaryDeclaration],
        Field(default_factory=dict, description="Dictionaries of text search by name."),
    ]
    text_search_configurations: Annotated[
        dict[str, TextSearchConfigurationForm],
        Field(
            default_factory=dict,
            description="Configurations of text search by name: what it is a copy of, or the long form.",
        ),
    ]
    raw: Annotated[
        dict[str, RawDeclaration],
        Field(default_factory=dict, description="What the language cannot say, as SQL, by a name of your own."),
    ]


class SharedFile(_File):
    """A file whose name begins with `_`: mixins for all domains, and with a `namespace`, types for all."""

    sequences: Annotated[None, Field(description="A shared file declares no sequences.")] = None
    tables: Annotated[None, Field(description="A shared file declares no tables.")] = None
    views: Annotated[None, Field(description="A shared file declares no views.")] = None
    materialized_views: Annotated[None, Field(description="A shared file declares no materialized views.")] = None
    functions: Annotated[None, Field(description="A shared file declares no functions.")] = None
    procedures: Annotated[None, Field(description="A shared file declares no procedures.")] = None
    aggregates: Annotated[None, Field(description="A shared file declares no aggregates.")] = None
    text_search_dictionaries: Annotated[None, Field(description="A shared file declares no dictionaries.")] = None
    text_search_configurations: Annotated[None, Field(description="A shared file declares no configurations.")] = None
    raw: Annotated[None, Field(description="A shared file holds no raw SQL.")] = None


JSON_SCHEMA: Final = Path(__file__).with_name("schema.json")
"""What `json_schema` returns, as it comes with fluxc; `make docs` writes it."""


def json_schema() -> dict[str, Any]:
    """Return the JSON Schema (draft 2020-12) of a schema file, made from the declarations."""
    from fluxc.model.view import MaterializedViewDeclaration

    holding = (MixinDeclaration, PartitionDeclaration, TableDeclaration, MaterializedViewDeclaration, DomainFile)
    with whole():
        for declaration in holding:
            declaration.model_rebuild(force=True)
    schema = DomainFile.model_json_schema()
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", **schema, "title": "A fluxc schema file"}


AnyFile = DomainFile | SharedFile


def validate(document: Document, *, shared: bool, findings: Findings) -> AnyFile | None:
    """Return what a file declares; record what does not fit the declarations and return None."""
    try:
        return (SharedFile if shared else DomainFile).model_validate(document.data)
    except ValidationError as error:
        _report(error, document, findings)
        return None


def _report(error: ValidationError, document: Document, findings: Findings) -> None:
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

"""The schema files' own shape: what a domain file and a shared file may say, and the JSON Schema for editors."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, Final

from pydantic import Field, ValidationError

from fluxc.model.enum import EnumForm
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
    from fluxc.model.findings import Findings
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
        from fluxc.model.misfit import report  # of use where something is wrong

        report(error, document, findings)
        return None

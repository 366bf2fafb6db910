"""Tables themselves; what lies in them has modules of its own."""

from __future__ import annotations

from typing import Annotated, ClassVar, Literal

from pydantic import BaseModel, ConfigDict, Field

from fluxc.model.column_declaration import ColumnForm
from fluxc.model.constraint_declaration import (
    ChecksForm,
    ExclusionsForm,
    ForeignKeysForm,
    PrimaryKeyForm,
    UniquesForm,
)
from fluxc.model.index import Parameters
from fluxc.model.index_declaration import IndexesForm, ParametersForm
from fluxc.model.presentation import PythonTableDeclaration
from fluxc.model.privileges import Access
from fluxc.model.remark import Large, Suppressions
from fluxc.model.seed import SeedForm
from fluxc.model.state import Object


class Table(Object):
    """An ordinary table; its columns, constraints and indexes lie under its path."""

    kind: ClassVar[str] = "table"
    noun: ClassVar[str] = "table"

    parameters: Parameters = ()


class Members(BaseModel):
    """What a table and a mixin have in common."""

    model_config = ConfigDict(frozen=True, extra="forbid", strict=True, defer_build=True)

    doc: Annotated[str | None, Field(description="The comment of the table, and the docstring of its models.")] = None
    columns: Annotated[
        dict[str, ColumnForm],
        Field(default_factory=dict, description="The columns in their order, each in the short or the long form."),
    ]
    primary_key: Annotated[
        PrimaryKeyForm | None, Field(description="A column, a list of columns, or the long form.")
    ] = None
    unique: Annotated[
        UniquesForm,
        Field(
            default_factory=list, description="Unique constraints, each a column, a list of columns, or the long form."
        ),
    ]
    checks: Annotated[
        ChecksForm, Field(default_factory=list, description="Checks, each an SQL expression, or the long form.")
    ]
    foreign_keys: Annotated[
        ForeignKeysForm,
        Field(
            default_factory=list,
            description="Foreign keys of several columns; one of a single column is best said at the column.",
        ),
    ]
    exclude: Annotated[
        ExclusionsForm, Field(default_factory=list, description="Exclusion constraints, each in the long form.")
    ]
    indexes: Annotated[
        IndexesForm,
        Field(
            default_factory=list,
            description="Indexes, each a column or SQL expression, a list of them, or the long form.",
        ),
    ]
    lint: Suppressions = None


class TableDeclaration(Members, Access):
    """A table."""

    was: Annotated[
        str | list[str] | None,
        Field(description="An earlier name, or a list, newest first; `DOMAIN.TABLE` where it comes from another."),
    ] = None
    use: Annotated[
        list[str], Field(default_factory=list, description="Mixins whose columns, constraints and indexes it takes.")
    ]
    python: Annotated[PythonTableDeclaration | None, Field(description="How Python sees the table.")] = None
    large: Large = False
    cluster_on: Annotated[
        str | None, Field(description="The index or the key, by name, that `cluster` orders the rows by.")
    ] = None
    storage: Annotated[
        ParametersForm, Field(default_factory=dict, description="Storage parameters, such as `fillfactor`.")
    ]
    seed: Annotated[SeedForm | None, Field(description="Rows that are kept in step by `fluxc seed`.")] = None


class MixinDeclaration(Members):
    """A named group of columns, constraints and indexes."""

    doc: Annotated[str | None, Field(description="For the reader; it goes nowhere.")] = None
    position: Annotated[
        Literal["first", "last"], Field(description="Whether its columns stand before or after the table's own.")
    ] = "first"

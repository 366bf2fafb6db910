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
from fluxc.model.remark import Large, Suppressions
from fluxc.model.state import Object


class Table(Object):
    """An ordinary table; its columns, constraints and indexes lie under its path."""

    kind: ClassVar[str] = "table"
    noun: ClassVar[str] = "table"

    parameters: Parameters = ()


class Members(BaseModel):
    """What a table and a mixin have in common."""

    model_config = ConfigDict(frozen=True, extra="forbid", strict=True, defer_build=True)

    doc: Annotated[str | None, Field(description="Kept as the comment of the table.")] = None
    columns: Annotated[dict[str, ColumnForm], Field(default_factory=dict, description="The columns, in their order.")]
    primary_key: Annotated[PrimaryKeyForm | None, Field(description="The columns of the primary key.")] = None
    unique: Annotated[
        UniquesForm, Field(default_factory=list, description="Unique constraints: a list, or a mapping by name.")
    ]
    checks: Annotated[
        ChecksForm, Field(default_factory=list, description="Check constraints: a list, or a mapping by name.")
    ]
    foreign_keys: Annotated[
        ForeignKeysForm, Field(default_factory=list, description="Foreign keys of several columns, or by name.")
    ]
    exclude: Annotated[
        ExclusionsForm, Field(default_factory=list, description="Exclusion constraints: a list, or a mapping by name.")
    ]
    indexes: Annotated[IndexesForm, Field(default_factory=list, description="Indexes: a list, or a mapping by name.")]
    lint: Suppressions = None


class TableDeclaration(Members):
    """A table as a person writes it."""

    was: Annotated[str | list[str] | None, Field(description="An earlier name, or a list, newest first.")] = None
    use: Annotated[list[str], Field(default_factory=list, description="Mixins whose members this table takes.")]
    large: Large = False
    storage: Annotated[
        ParametersForm, Field(default_factory=dict, description="Storage parameters, such as `fillfactor`.")
    ]


class MixinDeclaration(Members):
    """A named group of columns, constraints and indexes."""

    position: Annotated[
        Literal["first", "last"], Field(description="Whether its columns stand before or after the table's own.")
    ] = "first"

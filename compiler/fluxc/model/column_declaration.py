"""The long form of a column, as a person writes it."""

from __future__ import annotations

from typing import Annotated, Any, Literal

from pydantic import BaseModel, ConfigDict, Field

from fluxc.model.column import Action, Compression, Identity, Storage
from fluxc.model.constraint_declaration import Deferrable
from fluxc.model.presentation import PythonDeclaration
from fluxc.model.privileges import GrantsForm
from fluxc.model.remark import Suppressions
from fluxc.model.sequence import Integer, SequenceOptions

OptionsForm = dict[Literal["n_distinct", "n_distinct_inherited"], int | float | str]


class ReferenceDeclaration(BaseModel):
    """A reference in the long form of a column."""

    model_config = ConfigDict(frozen=True, extra="forbid", strict=True, defer_build=True)

    target: Annotated[str, Field(description="`TABLE`, `DOMAIN.TABLE` or `TABLE(COLUMN)`.")]
    on_delete: Annotated[Action, Field(description="What happens to this row when the other is deleted.")] = "no action"
    on_update: Annotated[Action, Field(description="What happens to this row when the other's key changes.")] = (
        "no action"
    )
    match: Annotated[Literal["simple", "full"], Field(description="Whether a key that is null in part is checked.")] = (
        "simple"
    )
    deferrable: Annotated[Deferrable, Field(description="Whether the check may wait until the end of a transaction.")]
    not_valid: Annotated[bool, Field(description="Whether rows that are there are not checked.")] = False
    enforced: Annotated[bool, Field(description="Whether it is checked at all; false needs PostgreSQL 18.")] = True
    name: Annotated[
        str | None, Field(description="The name of the constraint, where it is not the one that PostgreSQL derives.")
    ] = None
    doc: Annotated[str | None, Field(description="The comment of the constraint.")] = None
    index: Annotated[bool, Field(description="Whether it brings an index, where none begins with the column.")] = True


class IdentityDeclaration(SequenceOptions):
    """An identity column with options of its sequence, and what roles may do with that."""

    generate: Annotated[Identity, Field(description="Whether an insert may give a value of its own.")] = "always"
    name: Annotated[
        str | None, Field(description="The name of the sequence, where it is not the one that PostgreSQL derives.")
    ] = None
    grants: GrantsForm = None


class SerialDeclaration(SequenceOptions):
    """The sequence of a serial column, with what is not as PostgreSQL would choose it."""

    name: Annotated[
        str | None, Field(description="The name of the sequence, where it is not the one that PostgreSQL derives.")
    ] = None
    type: Annotated[Integer | None, Field(description="The type of its values, where it is not the column's.")] = None
    unlogged: Annotated[
        bool, Field(description="Whether it starts over after a crash, as unlogged tables do; needs PostgreSQL 15.")
    ] = False
    doc: Annotated[str | None, Field(description="The comment of the sequence.")] = None
    was: Annotated[str | list[str] | None, Field(description="An earlier name, or a list, newest first.")] = None


class GeneratedDeclaration(BaseModel):
    """A generated column with its kind."""

    model_config = ConfigDict(frozen=True, extra="forbid", strict=True, defer_build=True)

    expression: Annotated[str, Field(description="The value, as an SQL expression over other columns.")]
    virtual: Annotated[
        bool, Field(description="Whether it is computed when it is read, not stored; needs PostgreSQL 18.")
    ] = False


class MadeOfDeclaration(BaseModel):
    """What a column is made of that takes the place of others."""

    model_config = ConfigDict(frozen=True, extra="forbid", strict=True, defer_build=True)

    made_of: Annotated[str, Field(description="An SQL expression over the columns that were there.")]
    back: Annotated[
        dict[str, str],
        Field(
            default_factory=dict,
            description="How columns that are gone are told by those that are there, by their names: SQL expressions.",
        ),
    ]


class ColumnDeclaration(BaseModel):
    """A column in the long form."""

    model_config = ConfigDict(frozen=True, extra="forbid", strict=True, defer_build=True)

    grants: GrantsForm = None

    type: Annotated[
        str | None, Field(description="The type, `?` behind it for null; beside `references` that of the target.")
    ] = None
    nullable: Annotated[bool, Field(description="Whether the column takes null.")] = False
    default: Annotated[
        Any,
        Field(description="A plain value: text, number, truth, a list for arrays, anything for `json` and `jsonb`."),
    ] = None
    default_sql: Annotated[
        str | None, Field(description="A default as an SQL expression; not together with `default`.")
    ] = None
    identity: Annotated[
        Identity | bool | IdentityDeclaration | None,
        Field(description="Numbers drawn by the database, `true` for `always`; or the long form."),
    ] = None
    serial: Annotated[
        bool | str | SerialDeclaration | None,
        Field(description="The name of the sequence that it owns and draws from, or the long form."),
    ] = None
    generated: Annotated[
        str | GeneratedDeclaration | None,
        Field(description="The value, as an SQL expression over other columns, stored; or the long form."),
    ] = None
    references: Annotated[
        str | ReferenceDeclaration | None,
        Field(description="The table referred to, with actions as in the short form; or the long form."),
    ] = None
    primary_key: Annotated[bool, Field(description="Whether the column alone is the primary key.")] = False
    unique: Annotated[bool, Field(description="Whether the column alone is unique.")] = False
    check: Annotated[str | None, Field(description="A condition, as an SQL expression.")] = None
    collation: Annotated[
        str | None,
        Field(
            description="How text is ordered: the name of a collation, with its schema where that is not `pg_catalog`."
        ),
    ] = None
    storage: Annotated[
        Storage | None, Field(description="How long values are stored, where it is not the type's own way.")
    ] = None
    compression: Annotated[Compression | None, Field(description="How long values are compressed.")] = None
    statistics: Annotated[
        Annotated[int, Field(ge=0, le=10000)] | None,
        Field(description="How closely the planner looks at the values, 0 to 10000."),
    ] = None
    options: Annotated[
        OptionsForm,
        Field(
            default_factory=dict,
            description="How many different values the planner takes the column for; below 0, as a share of the rows.",
        ),
    ]
    doc: Annotated[
        str | None, Field(description="The comment of the column, and the description of the model's field.")
    ] = None
    python: Annotated[PythonDeclaration | None, Field(description="How Python sees the column.")] = None
    sensitive: Annotated[bool, Field(description="Whether models keep the value out of what they print.")] = False
    was: Annotated[
        str | list[str] | MadeOfDeclaration | None,
        Field(description="An earlier name, or a list, newest first; or what it is made of, where others become it."),
    ] = None
    using: Annotated[
        str | None, Field(description="An SQL expression that converts old values when the type changes.")
    ] = None
    backfill: Annotated[
        str | None,
        Field(description="An SQL expression that fills existing rows when the column is new, or becomes required."),
    ] = None
    set_on_update: Annotated[
        str | None,
        Field(
            description="An SQL expression that the column is assigned whenever its row is updated, such as `now()`."
        ),
    ] = None
    lint: Suppressions = None


ColumnForm = str | ColumnDeclaration

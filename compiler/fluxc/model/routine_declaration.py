"""Functions and procedures as declared."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field

from fluxc.model.privileges import Access
from fluxc.model.remark import Suppressions

ArgumentsForm = list[str] | dict[str, str]
Setting = str | int | float | bool | list[str]


class VerbatimDeclaration(BaseModel):
    """A body to the letter."""

    model_config = ConfigDict(frozen=True, extra="forbid", strict=True, defer_build=True)

    verbatim: Annotated[str, Field(description="The text between the quotes, with no line break put before it.")]


class CodedDeclaration(Access):
    """What a function and a procedure have in common."""

    doc: Annotated[str | None, Field(description="The comment.")] = None
    was: Annotated[
        str | list[str] | None,
        Field(description="An earlier name, without arguments, or a list of them, newest first."),
    ] = None
    arguments: Annotated[
        ArgumentsForm | None,
        Field(
            description="The arguments: a list of `[MODE] [NAME] TYPE [= DEFAULT]`, or a mapping of names to "
            "`[MODE] TYPE [= DEFAULT]`; they may stand in the key instead."
        ),
    ] = None
    language: Annotated[str, Field(description="The language of the body; `sql` where nothing is said.")] = "sql"
    body: Annotated[
        str | VerbatimDeclaration | None,
        Field(
            description="The body, best as a literal block. In SQL one that begins with `return` or `begin atomic` is "
            "parsed when the routine is made."
        ),
    ] = None
    file: Annotated[str | None, Field(description="An SQL file beside this one that holds the body.")] = None
    library: Annotated[str | None, Field(description="The object file of a routine in C.")] = None
    symbol: Annotated[str | None, Field(description="The routine's name in `library`, where it is another.")] = None
    security_definer: Annotated[
        bool, Field(description="Whether it runs with the rights of its owner instead of those of its caller.")
    ] = False
    set: Annotated[
        dict[str, Setting], Field(default_factory=dict, description="Configuration parameters while it runs, by name.")
    ]
    transform: Annotated[
        list[str], Field(default_factory=list, description="Types that are transformed for the language.")
    ]
    depends_on: Annotated[
        str | list[str],
        Field(default_factory=list, description="What must be there before and is not seen in the text."),
    ]
    lint: Suppressions = None


class FunctionDeclaration(CodedDeclaration):
    """A function."""

    returns: Annotated[
        str | dict[str, str] | None,
        Field(
            description="`TYPE`, `setof TYPE`, `table(NAME TYPE, …)`, or the columns of a table as a mapping; nothing "
            "where arguments with the mode `out` tell it, else `void`."
        ),
    ] = None
    immutable: Annotated[bool, Field(description="Whether the same arguments give the same result for ever.")] = False
    stable: Annotated[
        bool, Field(description="Whether the same arguments give the same result within a statement.")
    ] = False
    strict: Annotated[bool, Field(description="Whether a null among the arguments makes the result null.")] = False
    leakproof: Annotated[bool, Field(description="Whether it tells nothing of its arguments but by its result.")] = (
        False
    )
    window: Annotated[bool, Field(description="Whether it is a window function.")] = False
    parallel: Annotated[
        Literal["unsafe", "restricted", "safe"], Field(description="Whether it may run in a parallel worker.")
    ] = "unsafe"
    cost: Annotated[
        float | int | None, Field(gt=0, description="What a call costs; PostgreSQL's choice is 100, in C 1.")
    ] = None
    rows: Annotated[float | int | None, Field(gt=0, description="How many rows it gives, where it gives a set.")] = None
    support: Annotated[str | None, Field(description="The planner's support function.")] = None


class ProcedureDeclaration(CodedDeclaration):
    """A procedure."""


FunctionForm = FunctionDeclaration | str
ProcedureForm = ProcedureDeclaration | str

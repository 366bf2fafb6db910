"""Views, and materialized views (manual, CREATE VIEW and CREATE MATERIALIZED VIEW)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, ClassVar, Literal

from pydantic import BaseModel, ConfigDict, Field

from fluxc.model.column import Compression, Storage
from fluxc.model.column_declaration import OptionsForm
from fluxc.model.index import Parameters
from fluxc.model.index_declaration import IndexesForm, ParametersForm
from fluxc.model.later import later
from fluxc.model.privileges import Access, GrantsForm
from fluxc.model.query import terminated
from fluxc.model.remark import Suppressions
from fluxc.model.rule import RulesForm
from fluxc.model.state import Object
from fluxc.model.trigger_declaration import TriggersForm

if TYPE_CHECKING:
    from fluxc.model.statistics_declaration import StatisticsForm
else:  # seldom said, so that its module loads when it is
    StatisticsForm = later("statistics_declaration", "StatisticsForm")

CheckOption = Literal["local", "cascaded"]
Switch = bool | Literal["on", "off", "yes", "no", "1", "0", "false"]
"""An option that is on or off; the server keeps the word that was said, and True stands for its usual one."""
Said = tuple[tuple[str, str], ...]
"""What is said of columns, by their names, sorted."""


class Queried(Object):
    """What views and materialized views have in common: a query, and what is said of its columns.

    ``columns`` names them all where the query does not; ``depends_on`` are qualified names of what the scan of the
    query does not find.
    """

    parsed: ClassVar[bool] = True
    loose: ClassVar[tuple[str, ...]] = ("query",)

    query: str
    columns: tuple[str, ...] = ()
    column_docs: Said = ()
    depends_on: tuple[str, ...] = ()

    @property
    def text(self) -> str:
        """Return the query so that what follows does not end up in a comment at its end."""
        return terminated(self.query)


class View(Queried):
    """A view."""

    kind: ClassVar[str] = "view"
    noun: ClassVar[str] = "view"

    security_barrier: Switch = False
    security_invoker: Switch = False
    check_option: CheckOption | None = None
    column_defaults: Said = ()

    @property
    def invoked(self) -> bool:
        """Return whether it reads with the rights of who reads it."""
        return self.security_invoker in {True, "on", "yes", "1"}

    @property
    def options(self) -> Parameters:
        """Return the options as the server keeps them, those that are said."""
        said = {
            "check_option": self.check_option,
            "security_barrier": _word(self.security_barrier),
            "security_invoker": _word(self.security_invoker),
        }
        return tuple((name, value) for name, value in said.items() if value is not None)


def _word(said: Switch) -> str | None:
    return said if isinstance(said, str) else "true" if said else None


class ColumnSettings(BaseModel):
    """How the values of a column of a materialized view are kept, and how the planner sees them."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    storage: Storage | None = None
    compression: Compression | None = None
    statistics: int | None = None
    options: Parameters = ()


class MaterializedView(Queried):
    """A materialized view; its indexes lie under its path. ``method`` is its access method.

    ``settings`` are those of columns, by their names, sorted.
    """

    kind: ClassVar[str] = "materialized_view"
    noun: ClassVar[str] = "materialized view"

    parameters: Parameters = ()
    tablespace: str | None = None
    method: str | None = None
    settings: tuple[tuple[str, ColumnSettings], ...] = ()


class ViewColumnDeclaration(BaseModel):
    """What is said of one column of a view."""

    model_config = ConfigDict(frozen=True, extra="forbid", strict=True, defer_build=True)

    doc: Annotated[str | None, Field(description="The comment of the column.")] = None
    default: Annotated[
        str | None, Field(description="An SQL expression: what an insert into the view gives where it names no value.")
    ] = None
    storage: Annotated[
        Storage | None, Field(description="How long values of a materialized view are stored, if not the type's way.")
    ] = None
    compression: Annotated[
        Compression | None, Field(description="How long values of a materialized view are compressed.")
    ] = None
    statistics: Annotated[
        Annotated[int, Field(ge=0, le=10000)] | None,
        Field(description="How closely the planner looks at values of a materialized view, 0 to 10000."),
    ] = None
    options: Annotated[
        OptionsForm,
        Field(default_factory=dict, description="As those of a column of a table, of a materialized view."),
    ]
    grants: GrantsForm = None

    @property
    def is_kept(self) -> bool:
        """Return whether anything is said that only a column of a materialized view can have."""
        return bool(self.storage or self.compression or self.options or self.statistics is not None)


class _QueryDeclaration(Access):
    query: Annotated[str, Field(description="The query, best as a literal block.")]
    columns: Annotated[
        list[str] | dict[str, str | ViewColumnDeclaration],
        Field(
            default_factory=list,
            description="A list names all columns, where the query does not; a mapping says something of some of them: "
            "a comment, or the long form.",
        ),
    ]
    doc: Annotated[str | None, Field(description="The comment.")] = None
    was: Annotated[str | list[str] | None, Field(description="An earlier name, or a list, newest first.")] = None
    depends_on: Annotated[
        str | list[str],
        Field(default_factory=list, description="What must be there before and is not found by its name in the query."),
    ]
    lint: Suppressions = None


class ViewDeclaration(_QueryDeclaration):
    """A view in the long form."""

    security_barrier: Annotated[
        Switch, Field(description="Whether conditions of a query see no row that the view leaves out.")
    ] = False
    security_invoker: Annotated[
        Switch, Field(description="Whether it reads with the rights of who reads it; needs PostgreSQL 15.")
    ] = False
    check_option: Annotated[
        CheckOption | None, Field(description="Whether rows written through the view must be seen by it.")
    ] = None
    rules: Annotated[RulesForm, Field(default_factory=dict, description="Rules by name.")]
    triggers: Annotated[
        TriggersForm, Field(default_factory=dict, description="Triggers by name, for each row `instead of` the change.")
    ]


class MaterializedViewDeclaration(_QueryDeclaration):
    """A materialized view in the long form."""

    indexes: Annotated[
        IndexesForm,
        Field(default_factory=list, description="Indexes, as those of a table."),
    ]
    statistics: Annotated[
        StatisticsForm, Field(default_factory=list, description="Extended statistics, as those of a table.")
    ]
    cluster_on: Annotated[str | None, Field(description="The index, by name, that `cluster` orders the rows by.")] = (
        None
    )
    storage: Annotated[
        ParametersForm, Field(default_factory=dict, description="Storage parameters, such as `fillfactor`.")
    ]
    tablespace: Annotated[str | None, Field(description="Where its rows lie, if not in the usual place.")] = None
    using: Annotated[str | None, Field(description="The access method, where it is not the server's usual one.")] = None


ViewForm = str | ViewDeclaration
MaterializedViewForm = str | MaterializedViewDeclaration

"""Tables themselves; what lies in them has modules of its own."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, ClassVar, Literal

from pydantic import BaseModel, ConfigDict, Discriminator, Field, Tag

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
from fluxc.model.later import later
from fluxc.model.names import not_null_name
from fluxc.model.partition import DEFAULT, NAMED, RULE, PartitionKey, either, said_as
from fluxc.model.presentation import PythonTableDeclaration
from fluxc.model.privileges import Access
from fluxc.model.remark import Large, LockTimeout, Online, StatementTimeout, Suppressions
from fluxc.model.state import Object

if TYPE_CHECKING:
    from fluxc.model.partition import PartitionByDeclaration
    from fluxc.model.policy_declaration import PoliciesForm
    from fluxc.model.rolling import Rolling, RollingDeclaration
    from fluxc.model.rule import RulesForm
    from fluxc.model.seed import SeedForm
    from fluxc.model.statistics_declaration import StatisticsForm
    from fluxc.model.trigger_declaration import TriggersForm
else:  # seldom said, so that their modules load when they are
    PartitionByDeclaration = later("partition", "PartitionByDeclaration")
    PoliciesForm = later("policy_declaration", "PoliciesForm")
    Rolling = later("rolling", "Rolling")
    RollingDeclaration = later("rolling", "RollingDeclaration")
    RulesForm = later("rule", "RulesForm")
    SeedForm = later("seed", "SeedForm")
    StatisticsForm = later("statistics_declaration", "StatisticsForm")
    TriggersForm = later("trigger_declaration", "TriggersForm")


NotNullKind = Literal["local", "no inherit", "not valid"]


class NotNullDeclaration(BaseModel):
    """A not-null constraint in the long form."""

    model_config = ConfigDict(frozen=True, extra="forbid", strict=True, defer_build=True)

    name: Annotated[str | None, Field(description="The name, where it is not the one that PostgreSQL derives.")] = None
    not_valid: Annotated[bool, Field(description="Whether only new rows are looked at.")] = False
    no_inherit: Annotated[bool, Field(description="Whether tables that inherit take nulls.")] = False
    local: Annotated[
        bool,
        Field(description="Whether a partition says it by itself, too, and goes on with it when its table does not."),
    ] = False


class Table(Object):
    """A table, ordinary or partitioned; its columns, constraints and indexes lie under its path.

    ``method`` is its access method, ``inherits`` are the paths of the tables whose columns and checks it has as well.
    ``partition_of`` is the path of the table whose rows within ``bound`` it takes; of one with a rule that is
    ``rolling`` the partitions are the calendar's, and no objects.
    ``not_nulls`` are pairs of a column and the name of its not-null constraint, where that is not the usual one;
    ``not_null_kinds`` say of a column how its constraint holds otherwise than usual.
    Without a ``replica_identity`` it is the primary key, or the index that is marked.
    """

    kind: ClassVar[str] = "table"
    noun: ClassVar[str] = "table"

    parameters: Parameters = ()
    unlogged: bool = False
    tablespace: str | None = None
    method: str | None = None
    replica_identity: Literal["nothing", "full"] | None = None
    row_security: bool = False
    row_security_forced: bool = False
    inherits: tuple[tuple[str, ...], ...] = ()
    partition_by: PartitionKey | None = None
    rolling: Rolling | None = None
    partition_of: tuple[str, ...] = ()
    bound: str | None = None
    not_nulls: tuple[tuple[str, str], ...] = ()
    not_null_kinds: tuple[tuple[str, tuple[NotNullKind, ...]], ...] = ()

    @property
    def said_again(self) -> tuple[str, ...]:
        """Return the columns of which a partition says by itself, too, that they refuse nulls."""
        return tuple(column for column, kinds in self.not_null_kinds if "local" in kinds)

    def not_null(self, column: str) -> str:
        """Return the name of the not-null constraint of a column that the table says."""
        return dict(self.not_nulls).get(column) or not_null_name(self.name, column)

    @property
    def parents(self) -> tuple[tuple[str, ...], ...]:
        """Return the paths of the tables whose columns it has as well."""
        return (self.partition_of,) if self.partition_of else self.inherits

    @property
    def takes(self) -> str:
        """Return which rows a partition takes, as SQL says it."""
        return DEFAULT if self.bound == DEFAULT else f"for values {self.bound}"

    @property
    def placed(self) -> bool:
        """Return whether more than columns and constraints is to be said of it: how its rows are kept, and of whom."""
        return bool(self.parents or self.partition_by or self.method or self.parameters or self.tablespace)

    @property
    def set_later(self) -> bool:
        """Return whether more is to be said of it than ``create table`` takes."""
        return self.replica_identity is not None or self.row_security or self.row_security_forced

    @property
    def type_names(self) -> tuple[str, ...]:
        """Return the names under which it is a type of its namespace."""
        return (self.name,)


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
    policies: Annotated[
        PoliciesForm,
        Field(
            default_factory=dict, description="Policies by name, each an SQL expression for `using`, or the long form."
        ),
    ]
    statistics: Annotated[
        StatisticsForm,
        Field(
            default_factory=list,
            description="Extended statistics, each a list of columns and SQL expressions, or the long form.",
        ),
    ]
    triggers: Annotated[
        TriggersForm,
        Field(
            default_factory=dict,
            description="Triggers by name, each like `before update execute touch()`, or the long form.",
        ),
    ]
    lint: Suppressions = None


class ReplicaIdentityDeclaration(BaseModel):
    """The index by which replicas tell rows apart."""

    model_config = ConfigDict(frozen=True, extra="forbid", strict=True, defer_build=True)

    index: Annotated[str, Field(description="A unique index or key of the table, by name.")]


class RowSecurityDeclaration(BaseModel):
    """Whether policies decide about rows, in the long form."""

    model_config = ConfigDict(frozen=True, extra="forbid", strict=True, defer_build=True)

    enabled: Annotated[bool, Field(description="Whether policies decide which rows a role sees.")] = True
    forced: Annotated[bool, Field(description="Whether they hold for the owner of the table as well.")] = False


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
    online: Online = None
    lock_timeout: LockTimeout = None
    statement_timeout: StatementTimeout = None
    cluster_on: Annotated[
        str | None, Field(description="The index or the key, by name, that `cluster` orders the rows by.")
    ] = None
    storage: Annotated[
        ParametersForm, Field(default_factory=dict, description="Storage parameters, such as `fillfactor`.")
    ]
    rules: Annotated[RulesForm, Field(default_factory=dict, description="Rules by name.")]
    unlogged: Annotated[bool, Field(description="Whether its rows are lost in a crash, and written faster.")] = False
    tablespace: Annotated[str | None, Field(description="Where its rows lie, if not in the usual place.")] = None
    using: Annotated[str | None, Field(description="The access method, where it is not the server's usual one.")] = None
    inherits: Annotated[
        str | list[str], Field(default_factory=list, description="Tables whose columns and checks it has as well.")
    ]
    partition_by: Annotated[
        str | PartitionByDeclaration | None,
        Field(description="By what rows go to partitions: `range (COLUMN)`, `list (…)`, `hash (…)`, or the long form."),
    ] = None
    partitions: Annotated[
        Annotated[dict[str, str | PartitionDeclaration], Tag(NAMED)] | Annotated[RollingDeclaration, Tag(RULE)],
        Field(
            default_factory=dict,
            description="The partitions by name: the rows that each takes, or the long form. Or a rule by which "
            "`fluxc roll` makes them.",
            json_schema_extra=either,
        ),
        Discriminator(said_as),
    ]
    row_security: Annotated[
        bool | Literal["forced"] | RowSecurityDeclaration,
        Field(description="Whether policies decide which rows a role sees; `forced`: the owner too."),
    ] = False
    not_nulls: Annotated[
        Literal["own"] | dict[str, str | NotNullDeclaration] | None,
        Field(
            description="Names of not-null constraints by column, where they are not those that PostgreSQL 18 derives, "
            "or their long form; of a partition `own` for names derived from its own."
        ),
    ] = None
    replica_identity: Annotated[
        Literal["default", "nothing", "full"] | ReplicaIdentityDeclaration,
        Field(description="By what replicas tell rows apart: the primary key by default, or `{index: NAME}`."),
    ] = "default"
    seed: Annotated[SeedForm | None, Field(description="Rows that are kept in step by `fluxc seed`.")] = None

    @property
    def named_partitions(self) -> dict[str, str | PartitionDeclaration]:
        """Return the partitions that are said by name; none where a rule makes them."""
        return self.partitions if isinstance(self.partitions, dict) else {}

    @property
    def rule(self) -> RollingDeclaration | None:
        """Return the rule that makes the partitions, if there is one."""
        return None if isinstance(self.partitions, dict) else self.partitions


class PartitionDeclaration(TableDeclaration):
    """A partition in the long form: what it has beside what it has from its table."""

    values: Annotated[
        str,
        Field(
            description="The rows that it takes: `from (…) to (…)`, `in (…)`, `with (modulus N, remainder N)` or "
            "`default`."
        ),
    ]
    fires: Annotated[
        dict[str, bool | Literal["replica", "always"]],
        Field(
            default_factory=dict,
            description="Whether triggers that it has from its table fire, where not as there: as `enabled` says it.",
        ),
    ]
    names: Annotated[
        dict[str, str | Literal[False]],
        Field(
            default_factory=dict,
            description="What its copies of its table's indexes and constraints are called, by the names of these, "
            "where PostgreSQL would call them otherwise; `false` where it has no copy, so that the index of the "
            "table, which was made on `only` that, is not valid.",
        ),
    ]
    domain: Annotated[str | None, Field(description="The domain in whose namespace it lies, if in another one.")] = None


class MixinDeclaration(Members):
    """A named group of columns, constraints and indexes."""

    doc: Annotated[str | None, Field(description="For the reader; it goes nowhere.")] = None
    position: Annotated[
        Literal["first", "last"], Field(description="Whether its columns stand before or after the table's own.")
    ] = "first"

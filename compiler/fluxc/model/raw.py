"""Raw SQL: what the language cannot say, with the statements that take it away again."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, ClassVar

from pydantic import BaseModel, ConfigDict, Field

from fluxc.model.remark import Suppressions
from fluxc.model.state import Object, Once

if TYPE_CHECKING:
    from fluxc.model.made import Made


class Raw(Object):
    """Statements that make something, and others that take it away; nothing is read back from a database.

    ``depends_on`` are qualified names of what the statements need and do not show.
    """

    kind: ClassVar[str] = "raw"
    noun: ClassVar[str] = "raw SQL"
    parsed: ClassVar[bool] = True
    loose: ClassVar[tuple[str, ...]] = ("up", "down")

    up: str
    down: str
    depends_on: tuple[str, ...] = ()

    @Once
    def made(self) -> tuple[Made, ...]:
        """Return what the statements create."""
        from fluxc.model.made import made_by  # raw SQL is rare

        return made_by(self.up, self.place[0])

    @property
    def type_names(self) -> tuple[str, ...]:
        """Return the names of the types that the statements make in the own namespace."""
        return tuple(made.path[-1] for made in self.made if made.is_type and made.path[:-1] == self.place)

    @property
    def called(self) -> str:
        """Return a name that no SQL text says."""
        return f"raw {self.name}"


class RawDeclaration(BaseModel):
    """Raw SQL."""

    model_config = ConfigDict(frozen=True, extra="forbid", strict=True, defer_build=True)

    up: Annotated[str, Field(description="The statements that make it.")]
    down: Annotated[str, Field(description="The statements that take it away.")]
    doc: Annotated[str | None, Field(description="What it is for; it reaches no database.")] = None
    depends_on: Annotated[
        str | list[str],
        Field(
            default_factory=list,
            description="What must be there before and is not found by its name in `up`, raw SQL too.",
        ),
    ]
    lint: Suppressions = None

# Written by fluxc from schema/app; do not edit.
"""The domain app."""

from typing import Annotated, ClassVar

from app.settings import Settings
from pydantic import BaseModel, Field

from ._arrays import even
from ._values import UNSET, Integer, Text


class Human(BaseModel, validate_by_name=True, hide_input_in_errors=True):
    """A row of app.people."""

    TABLE: ClassVar = ("app", "people")
    COLUMNS: ClassVar = ("id", "class", "settings", "pin", "board")
    PRIMARY_KEY: ClassVar = ("id",)

    id: int
    kind: Annotated[str, Field(alias="class")]
    settings: Annotated[Settings, Field(alias="preferences")]
    pin: Annotated[str, Field(repr=False)]
    board: list[list[int | None]]


class HumanInsert(
    BaseModel,
    extra="forbid",
    validate_by_name=True,
    hide_input_in_errors=True,
):
    """A new row of app.people."""

    kind: Annotated[Text, Field(alias="class")]
    settings: Annotated[Settings, Field(alias="preferences")]
    pin: Annotated[Text, Field(max_length=8, repr=False)]
    board: Annotated[list[list[Integer | None]], even(2)]


class HumanUpdate(
    BaseModel,
    extra="forbid",
    validate_by_name=True,
    hide_input_in_errors=True,
):
    """Changes to a row of app.people."""

    kind: Annotated[Text, Field(alias="class")] = UNSET
    settings: Annotated[Settings, Field(alias="preferences")] = UNSET
    pin: Annotated[Text, Field(max_length=8, repr=False)] = UNSET
    board: Annotated[list[list[Integer | None]], even(2)] = UNSET

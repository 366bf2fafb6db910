# Written by fluxc from schema/app; do not edit.
"""The domain app."""

from typing import Annotated, ClassVar

from pydantic import BaseModel, Field

from ._values import UNSET, Text


class T(BaseModel):
    """A row of app.t."""

    TABLE: ClassVar = ("app", "t")
    COLUMNS: ClassVar = ("a", "b", "c")
    PRIMARY_KEY: ClassVar = ()

    a: Annotated[str, Field(description="C:\\dir 'quoted' \"twice\"")]
    b: Annotated[str, Field(description="Zwei\nZeilen – {{ op.new }}")]
    c: str


class TInsert(BaseModel, extra="forbid"):
    """A new row of app.t."""

    a: Annotated[Text, Field(description="C:\\dir 'quoted' \"twice\"")]
    b: Annotated[Text, Field(description="Zwei\nZeilen – {{ op.new }}")]
    c: Text


class TUpdate(BaseModel, extra="forbid"):
    """Changes to a row of app.t."""

    a: Annotated[Text, Field(description="C:\\dir 'quoted' \"twice\"")] = UNSET
    b: Annotated[Text, Field(description="Zwei\nZeilen – {{ op.new }}")] = UNSET
    c: Text = UNSET

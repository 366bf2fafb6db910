# Written by fluxc from schema/app; do not edit.
"""The domain app."""

from typing import ClassVar

from pydantic import BaseModel

from ._values import UNSET, Text


class A(BaseModel):
    """It's {{ x }} {% if %} \\n, $$ and -- commit;"""

    TABLE: ClassVar = ("app", "a")
    COLUMNS: ClassVar = ("x",)
    PRIMARY_KEY: ClassVar = ()

    x: str


class AInsert(BaseModel, extra="forbid"):
    """A new row of app.a."""

    x: Text


class AUpdate(BaseModel, extra="forbid"):
    """Changes to a row of app.a."""

    x: Text = UNSET


class B(BaseModel):
    """Two
    lines: */ begin;
    -- step 9:
    """

    TABLE: ClassVar = ("app", "b")
    COLUMNS: ClassVar = ("x",)
    PRIMARY_KEY: ClassVar = ()

    x: str


class BInsert(BaseModel, extra="forbid"):
    """A new row of app.b."""

    x: Text


class BUpdate(BaseModel, extra="forbid"):
    """Changes to a row of app.b."""

    x: Text = UNSET


class C(BaseModel):
    """A row of app.c."""

    TABLE: ClassVar = ("app", "c")
    COLUMNS: ClassVar = ("x",)
    PRIMARY_KEY: ClassVar = ()

    x: str


class CInsert(BaseModel, extra="forbid"):
    """A new row of app.c."""

    x: Text


class CUpdate(BaseModel, extra="forbid"):
    """Changes to a row of app.c."""

    x: Text = UNSET

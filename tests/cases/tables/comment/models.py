# Written by fluxc from schema/app; do not edit.
"""The domain app."""

from pydantic import BaseModel

from ._values import UNSET, Text


class A(BaseModel):
    """It's {{ x }} {% if %} \\n, $$ and -- commit;"""

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

    x: str


class BInsert(BaseModel, extra="forbid"):
    """A new row of app.b."""

    x: Text


class BUpdate(BaseModel, extra="forbid"):
    """Changes to a row of app.b."""

    x: Text = UNSET


class C(BaseModel):
    """A row of app.c."""

    x: str


class CInsert(BaseModel, extra="forbid"):
    """A new row of app.c."""

    x: Text


class CUpdate(BaseModel, extra="forbid"):
    """Changes to a row of app.c."""

    x: Text = UNSET

# Written by fluxc from schema/app; do not edit.
"""The domain app."""

from typing import ClassVar

from pydantic import BaseModel

from ._values import UNSET, BigInt, Integer


class T1(BaseModel):
    """A row of app.t1."""

    TABLE: ClassVar = ("app", "t1")
    COLUMNS: ClassVar = ("id",)
    PRIMARY_KEY: ClassVar = ("id",)

    id: int


class T1Insert(BaseModel, extra="forbid"):
    """A new row of app.t1."""

    id: BigInt = UNSET


class T1Update(BaseModel, extra="forbid"):
    """Changes to a row of app.t1."""

    id: BigInt = UNSET


class T2(BaseModel):
    """A row of app.t2."""

    TABLE: ClassVar = ("app", "t2")
    COLUMNS: ClassVar = ("id",)
    PRIMARY_KEY: ClassVar = ()

    id: int


class T2Insert(BaseModel, extra="forbid"):
    """A new row of app.t2."""


class T2Update(BaseModel, extra="forbid"):
    """Changes to a row of app.t2."""


class T3(BaseModel):
    """A row of app.t3."""

    TABLE: ClassVar = ("app", "t3")
    COLUMNS: ClassVar = ("id",)
    PRIMARY_KEY: ClassVar = ()

    id: int


class T3Insert(BaseModel, extra="forbid"):
    """A new row of app.t3."""


class T3Update(BaseModel, extra="forbid"):
    """Changes to a row of app.t3."""


class T4(BaseModel):
    """A row of app.t4."""

    TABLE: ClassVar = ("app", "t4")
    COLUMNS: ClassVar = ("id",)
    PRIMARY_KEY: ClassVar = ()

    id: int


class T4Insert(BaseModel, extra="forbid"):
    """A new row of app.t4."""

    id: Integer = UNSET


class T4Update(BaseModel, extra="forbid"):
    """Changes to a row of app.t4."""

    id: Integer = UNSET


class T5(BaseModel):
    """A row of app.t5."""

    TABLE: ClassVar = ("app", "t5")
    COLUMNS: ClassVar = ("id",)
    PRIMARY_KEY: ClassVar = ()

    id: int


class T5Insert(BaseModel, extra="forbid"):
    """A new row of app.t5."""

    id: Integer


class T5Update(BaseModel, extra="forbid"):
    """Changes to a row of app.t5."""

    id: Integer = UNSET


class T6(BaseModel):
    """A row of app.t6."""

    TABLE: ClassVar = ("app", "t6")
    COLUMNS: ClassVar = ("id",)
    PRIMARY_KEY: ClassVar = ()

    id: int


class T6Insert(BaseModel, extra="forbid"):
    """A new row of app.t6."""

    id: Integer = UNSET


class T6Update(BaseModel, extra="forbid"):
    """Changes to a row of app.t6."""

    id: Integer = UNSET


class T7(BaseModel):
    """A row of app.t7."""

    TABLE: ClassVar = ("app", "t7")
    COLUMNS: ClassVar = ("id",)
    PRIMARY_KEY: ClassVar = ()

    id: int


class T7Insert(BaseModel, extra="forbid"):
    """A new row of app.t7."""

    id: Integer = UNSET


class T7Update(BaseModel, extra="forbid"):
    """Changes to a row of app.t7."""

    id: Integer = UNSET


class T8(BaseModel):
    """A row of app.t8."""

    TABLE: ClassVar = ("app", "t8")
    COLUMNS: ClassVar = ("id",)
    PRIMARY_KEY: ClassVar = ()

    id: int


class T8Insert(BaseModel, extra="forbid"):
    """A new row of app.t8."""

    id: BigInt


class T8Update(BaseModel, extra="forbid"):
    """Changes to a row of app.t8."""

    id: BigInt = UNSET


class T9(BaseModel):
    """A row of app.t9."""

    TABLE: ClassVar = ("app", "t9")
    COLUMNS: ClassVar = ("id",)
    PRIMARY_KEY: ClassVar = ()

    id: int


class T9Insert(BaseModel, extra="forbid"):
    """A new row of app.t9."""

    id: BigInt = UNSET


class T9Update(BaseModel, extra="forbid"):
    """Changes to a row of app.t9."""

    id: BigInt = UNSET

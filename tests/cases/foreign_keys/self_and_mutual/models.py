# Written by fluxc from schema/app; do not edit.
"""The domain app."""

from typing import ClassVar

from pydantic import BaseModel

from ._values import UNSET, BigInt


class Node(BaseModel):
    """A row of app.nodes."""

    TABLE: ClassVar = ("app", "nodes")
    COLUMNS: ClassVar = ("id", "parent_id")
    PRIMARY_KEY: ClassVar = ("id",)

    id: int
    parent_id: int | None


class NodeInsert(BaseModel, extra="forbid"):
    """A new row of app.nodes."""

    parent_id: BigInt | None = None


class NodeUpdate(BaseModel, extra="forbid"):
    """Changes to a row of app.nodes."""

    parent_id: BigInt | None = UNSET


class Chicken(BaseModel):
    """A row of app.chickens."""

    TABLE: ClassVar = ("app", "chickens")
    COLUMNS: ClassVar = ("id", "egg_id")
    PRIMARY_KEY: ClassVar = ("id",)

    id: int
    egg_id: int | None


class ChickenInsert(BaseModel, extra="forbid"):
    """A new row of app.chickens."""

    id: BigInt
    egg_id: BigInt | None = None


class ChickenUpdate(BaseModel, extra="forbid"):
    """Changes to a row of app.chickens."""

    id: BigInt = UNSET
    egg_id: BigInt | None = UNSET


class Egg(BaseModel):
    """A row of app.eggs."""

    TABLE: ClassVar = ("app", "eggs")
    COLUMNS: ClassVar = ("id", "chicken_id", "node_id")
    PRIMARY_KEY: ClassVar = ("id",)

    id: int
    chicken_id: int | None
    node_id: int


class EggInsert(BaseModel, extra="forbid"):
    """A new row of app.eggs."""

    id: BigInt
    chicken_id: BigInt | None = None
    node_id: BigInt


class EggUpdate(BaseModel, extra="forbid"):
    """Changes to a row of app.eggs."""

    id: BigInt = UNSET
    chicken_id: BigInt | None = UNSET
    node_id: BigInt = UNSET

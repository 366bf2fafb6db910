# Written by fluxc; do not edit.
"""What the models of every domain have in common."""

from ipaddress import (
    IPv4Address,
    IPv4Interface,
    IPv4Network,
    IPv6Address,
    IPv6Interface,
    IPv6Network,
)
from typing import Any

from pydantic import Field, JsonValue


class Unset:
    """Stands in for a column that was not given; the database knows its value."""

    def __repr__(self) -> str:
        return "UNSET"

    def __reduce__(self) -> str:
        return "VALUE"


VALUE = Unset()
UNSET: Any = Field(default_factory=lambda: VALUE)

Inet = IPv4Address | IPv6Address | IPv4Interface | IPv6Interface
Cidr = IPv4Network | IPv6Network
Json = dict[str, JsonValue] | list[JsonValue] | str | bool | int | float

# Written by fluxc; do not edit.
"""Addresses and networks."""

from ipaddress import (
    IPv4Address,
    IPv4Interface,
    IPv4Network,
    IPv6Address,
    IPv6Interface,
    IPv6Network,
)
from typing import Annotated

from pydantic import AfterValidator

_Host = IPv4Address | IPv6Address | IPv4Interface | IPv6Interface
_Net = IPv4Network | IPv6Network


def _host(value: _Host) -> _Host:
    if isinstance(value, IPv6Address) and value.scope_id is not None:
        raise ValueError("an inet has no scope")
    if isinstance(value, IPv4Interface | IPv6Interface):
        return value.ip if value.network.num_addresses == 1 else value
    return value


def _net(value: _Net) -> _Net:
    if isinstance(value, IPv6Network) and value.network_address.scope_id is not None:
        raise ValueError("a cidr has no scope")
    return value


Inet = Annotated[_Host, AfterValidator(_host)]
Cidr = Annotated[_Net, AfterValidator(_net)]

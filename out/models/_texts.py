# Written by fluxc; do not edit.
"""Texts of a certain form."""

from typing import Annotated

from pydantic import AfterValidator, StringConstraints

from ._values import Text


def _unpadded(value: str) -> str:
    return value.rstrip(" ")


def _name(value: str) -> str:
    if len(value.encode()) > 63:
        raise ValueError("a name has at most 63 bytes")
    return value


def _in_four_bytes(value: str) -> str:
    if int(value) >= 2**32:
        raise ValueError("the number is greater than 4294967295")
    return value


def _place(value: str) -> str:
    block, row = map(int, value[1:-1].split(","))
    if block >= 2**32 or row >= 2**16:
        raise ValueError("the block is greater than 4294967295, or the row than 65535")
    return value


_SMALL = "(?:0|[1-9][0-9]{0,9})"
_HEX = "(?:0|[1-9A-F][0-9A-F]{0,7})"


def _like(pattern: str) -> StringConstraints:
    return StringConstraints(pattern=f"^(?:{pattern})$")


Padded = Annotated[str, AfterValidator(_unpadded)]
PaddedText = Annotated[Text, AfterValidator(_unpadded)]
Byte = Annotated[str, _like(r"[\x01-\x7f]?")]
Name = Annotated[Text, AfterValidator(_name)]
Bits = Annotated[str, _like("[01]*")]
MacAddress = Annotated[str, _like("[0-9a-f]{2}(?::[0-9a-f]{2}){5}")]
MacAddress8 = Annotated[str, _like("[0-9a-f]{2}(?::[0-9a-f]{2}){7}")]
Xid = Annotated[str, _like("0|[1-9][0-9]{0,9}"), AfterValidator(_in_four_bytes)]
Xid8 = Annotated[str, _like("0|[1-9][0-9]{0,18}")]
Tid = Annotated[str, _like(rf"\({_SMALL},{_SMALL}\)"), AfterValidator(_place)]
Lsn = Annotated[str, _like(f"{_HEX}/{_HEX}")]

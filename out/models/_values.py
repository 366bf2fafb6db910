# Written by fluxc; do not edit.
"""What the models of every domain have in common."""

import json
import re
from datetime import UTC, datetime, timedelta
from decimal import Decimal
from typing import Annotated, Any

from pydantic import (
    AfterValidator,
    AwareDatetime,
    Field,
    JsonValue,
    StringConstraints,
)


class Unset:
    """Stands in for a column that was not given; the database knows its value."""

    def __repr__(self) -> str:
        return "UNSET"

    def __reduce__(self) -> str:
        return "VALUE"


VALUE = Unset()
UNSET: Any = Field(default_factory=lambda: VALUE)

IN_SMALLINT: Any = Field(ge=-(2**15), lt=2**15)
IN_INTEGER: Any = Field(ge=-(2**31), lt=2**31)
IN_BIGINT: Any = Field(ge=-(2**63), lt=2**63)
NO_NUL = StringConstraints(pattern=r"^[^\x00]*$")

SmallInt = Annotated[int, IN_SMALLINT]
Integer = Annotated[int, IN_INTEGER]
BigInt = Annotated[int, IN_BIGINT]
Oid = Annotated[int, Field(ge=0, lt=2**32)]
Text = Annotated[str, NO_NUL]
AnyNumeric = Annotated[Decimal, Field(allow_inf_nan=True)]
Numeric = Annotated[Decimal, Field(max_digits=147455, decimal_places=16383)]

_ESCAPED_NUL = re.compile(r"(?<!\\)(?:\\\\)*\\u0000")
_FIRST = datetime(1, 1, 2, tzinfo=UTC)
_LAST = datetime(9999, 12, 31, tzinfo=UTC)


def _storable(value: JsonValue) -> JsonValue:
    text = json.dumps(value, allow_nan=False, ensure_ascii=False)
    text.encode()
    if _ESCAPED_NUL.search(text):
        raise ValueError("JSON in a database holds no NUL")
    return value


def _instant(value: datetime) -> datetime:
    offset = value.utcoffset()
    if offset is None or abs(offset) >= timedelta(hours=16) or offset.microseconds:
        raise ValueError("the offset is not of whole seconds under 16 hours")
    if not _FIRST <= value < _LAST:
        raise ValueError("the time is not from 0001-01-02 to 9999-12-30 in UTC")
    return value


AnyJson = Annotated[JsonValue, AfterValidator(_storable)]
Json = Annotated[
    dict[str, JsonValue] | list[JsonValue] | str | bool | int | float,
    AfterValidator(_storable),
]
Timestamptz = Annotated[AwareDatetime, AfterValidator(_instant)]

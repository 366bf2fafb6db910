# Written by fluxc; do not edit.
"""Ranges and multiranges as psycopg knows them."""

from collections.abc import Iterable, Sequence
from datetime import date, datetime, timedelta
from decimal import Decimal
from functools import cached_property
from typing import Annotated, Any

from psycopg.types.multirange import Multirange
from psycopg.types.range import Range
from pydantic import GetCoreSchemaHandler, NaiveDatetime, TypeAdapter, WithJsonSchema
from pydantic_core import core_schema as cs

from ._values import BigInt, Integer, Numeric, Timestamptz

Step = int | timedelta


class Ranges:
    """Accepts ranges; with the type of their bounds, only what a column takes.

    They become what the server makes of them: a type whose values have a next one, a
    step away, keeps the lower bound and leaves the upper one out.
    """

    def __init__(self, bound: Any = None, step: Step | None = None) -> None:
        self.bound = bound
        self.step = step

    @cached_property
    def adapter(self) -> TypeAdapter[Any]:
        """Validates a bound."""
        return TypeAdapter(self.bound)

    def __get_pydantic_core_schema__(
        self,
        source: Any,
        handler: GetCoreSchemaHandler,
    ) -> cs.CoreSchema:
        write = cs.plain_serializer_function_ser_schema
        text = write(self.text, when_used="json")
        known = cs.is_instance_schema(self.kind, serialization=text)
        if self.bound is None:
            return known
        check = cs.no_info_after_validator_function
        return check(self.checked, known, serialization=text)

    kind: type[Any] = Range

    def checked(self, value: Any) -> Any:
        """Return the range as the server keeps it."""
        return self._range(value)

    def text(self, value: Any) -> str:
        """Return the range as the server writes it."""
        return _range_text(value)

    def _range(self, value: Range[Any]) -> Range[Any]:
        if value.isempty:
            return Range(empty=True)
        lower, upper = map(self._checked_bound, (value.lower, value.upper))
        if lower is not None and upper is not None and lower > upper:
            raise ValueError("the lower bound is greater than the upper one")
        lower_inc = value.lower_inc and lower is not None
        upper_inc = value.upper_inc and upper is not None
        if self.step is not None:
            lower, lower_inc = self._next(lower, unless=lower_inc), lower is not None
            upper, upper_inc = self._next(upper, unless=not upper_inc), False
        brackets = ("[" if lower_inc else "(") + ("]" if upper_inc else ")")
        if lower is None or upper is None or lower < upper:
            return Range(lower, upper, brackets)
        one = lower == upper and brackets == "[]"
        return Range(lower, upper, brackets) if one else Range(empty=True)

    def _checked_bound(self, value: Any) -> Any:
        return None if value is None else self.adapter.validate_python(value)

    def _next(self, value: Any, *, unless: bool) -> Any:
        if value is None or unless:
            return value
        try:
            return self._checked_bound(value + self.step)
        except OverflowError:
            raise ValueError("the bound has no next value") from None


class Multiranges(Ranges):
    """Accepts multiranges, as `Ranges` does ranges; they are put in order and merged."""

    kind = Multirange

    def checked(self, value: Any) -> Any:
        """Return the multirange as the server keeps it."""
        return Multirange(_merged([self._range(each) for each in value]))

    def text(self, value: Any) -> str:
        """Return the multirange as the server writes it."""
        return "{" + ",".join(map(_range_text, value)) + "}"


def _range_text(value: Range[Any]) -> str:
    if value.isempty:
        return "empty"
    lower, upper = map(_bound_text, (value.lower, value.upper))
    return f"{value.bounds[0]}{lower},{upper}{value.bounds[1]}"


def _bound_text(bound: Any) -> str:
    if bound is None:
        return ""
    return f'"{bound}"' if isinstance(bound, datetime) else str(bound)


def _merged(ranges: Iterable[Range[Any]]) -> Sequence[Range[Any]]:
    found: list[Range[Any]] = []
    for each in sorted((each for each in ranges if not each.isempty), key=_Start):
        if found and _touches(found[-1], each):
            found[-1] = _joined(found[-1], each)
        else:
            found.append(each)
    return found


class _Start:
    """Orders ranges by where they begin."""

    def __init__(self, value: Range[Any]) -> None:
        self.value = value

    def __lt__(self, other: "_Start") -> bool:
        mine, others = self.value, other.value
        if mine.lower is None or others.lower is None:
            return mine.lower is None and others.lower is not None
        if mine.lower == others.lower:
            return mine.lower_inc and not others.lower_inc
        return bool(mine.lower < others.lower)


def _touches(first: Range[Any], second: Range[Any]) -> bool:
    if first.upper is None or second.lower is None:
        return True
    if first.upper == second.lower:
        return first.upper_inc or second.lower_inc
    return bool(first.upper > second.lower)


def _joined(first: Range[Any], second: Range[Any]) -> Range[Any]:
    last = first if _reaches(first, second) else second
    return Range(first.lower, last.upper, first.bounds[:1] + last.bounds[1:])


def _reaches(first: Range[Any], second: Range[Any]) -> bool:
    if first.upper is None or second.upper is None:
        return first.upper is None
    if first.upper == second.upper:
        return first.upper_inc or not second.upper_inc
    return bool(first.upper > second.upper)


_JSON = WithJsonSchema({"type": "string"})
_DAY = timedelta(days=1)

AnyInt4Range = Annotated[Range[int], Ranges(), _JSON]
AnyInt8Range = Annotated[Range[int], Ranges(), _JSON]
AnyDateRange = Annotated[Range[date], Ranges(), _JSON]
AnyNumRange = Annotated[Range[Decimal], Ranges(), _JSON]
AnyTsRange = Annotated[Range[datetime], Ranges(), _JSON]
AnyTsTzRange = Annotated[Range[datetime], Ranges(), _JSON]
Int4Range = Annotated[Range[int], Ranges(Integer, 1), _JSON]
Int8Range = Annotated[Range[int], Ranges(BigInt, 1), _JSON]
DateRange = Annotated[Range[date], Ranges(date, _DAY), _JSON]
NumRange = Annotated[Range[Decimal], Ranges(Numeric), _JSON]
TsRange = Annotated[Range[datetime], Ranges(NaiveDatetime), _JSON]
TsTzRange = Annotated[Range[datetime], Ranges(Timestamptz), _JSON]

AnyInt4Multirange = Annotated[Multirange[int], Multiranges(), _JSON]
AnyInt8Multirange = Annotated[Multirange[int], Multiranges(), _JSON]
AnyDateMultirange = Annotated[Multirange[date], Multiranges(), _JSON]
AnyNumMultirange = Annotated[Multirange[Decimal], Multiranges(), _JSON]
AnyTsMultirange = Annotated[Multirange[datetime], Multiranges(), _JSON]
AnyTsTzMultirange = Annotated[Multirange[datetime], Multiranges(), _JSON]
Int4Multirange = Annotated[Multirange[int], Multiranges(Integer, 1), _JSON]
Int8Multirange = Annotated[Multirange[int], Multiranges(BigInt, 1), _JSON]
DateMultirange = Annotated[Multirange[date], Multiranges(date, _DAY), _JSON]
NumMultirange = Annotated[Multirange[Decimal], Multiranges(Numeric), _JSON]
TsMultirange = Annotated[Multirange[datetime], Multiranges(NaiveDatetime), _JSON]
TsTzMultirange = Annotated[Multirange[datetime], Multiranges(Timestamptz), _JSON]

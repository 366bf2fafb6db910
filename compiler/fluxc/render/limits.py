"""What the modifiers of a type and simple checks allow of a value, as pydantic says it."""

from __future__ import annotations

import datetime as dt
from contextlib import suppress
from decimal import Decimal
from typing import TYPE_CHECKING, Final, NamedTuple

from fluxc.render.python_text import literal
from fluxc.render.python_types import Symbol, python_type

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from fluxc.model.types import Type
    from fluxc.render.conditions import Condition, Literal

_DECIMAL: Final = Symbol("decimal", "Decimal")
_DATE: Final = Symbol("datetime", "date")
_TIMEDELTA: Final = Symbol("datetime", "timedelta")
_INTEGERS: Final = {"smallint": 2**15, "integer": 2**31, "bigint": 2**63}
_NUMBERS: Final = frozenset({*_INTEGERS, "numeric", "real", "double precision"})
_TEXTS: Final = frozenset({"text", "character varying"})
_COMPARED: Final = _TEXTS | {"enum"}
_EXACT_IN_REAL: Final = 2**24
_MICROSECONDS: Final = 6
_UNITS: Final = {"day": "days=1", "hour": "hours=1", "minute": "minutes=1"}

Value = Decimal | dt.date | str


class Call(NamedTuple):
    """A validator: a symbol, called with arguments where there are some."""

    symbol: Symbol
    arguments: tuple[str, ...] | None = None


class Bound(NamedTuple):
    """The end of what is allowed, and whether that itself is refused."""

    value: Decimal | dt.date
    strict: bool = False


def _name(found: Type, *, enum: bool) -> str:
    if len(found.path) == 1:
        return found.path[0]
    return "enum" if enum else "citext" if found.path[-1] == "citext" else ""


class Limits:
    """Gathers what values of one column are written as: a type, the arguments of its ``Field``, and validators.

    ``use`` gives the local name of a symbol that an argument holds.
    """

    def __init__(self, found: Type, use: Callable[[Symbol], str], *, enum: bool = False) -> None:
        self.base = python_type(found.path).written
        self.calls: list[Call] = []
        self._name = _name(found, enum=enum)
        self._use = use
        self._digits: list[str] = []
        self._lengths: tuple[int, int | None] = (0, None)
        self._low: Bound | None = None
        self._high: Bound | None = None
        if found.modifiers:
            self._modify(found.modifiers)

    def arguments(self) -> list[str]:
        """Return the arguments of ``Field``."""
        shortest, longest = self._lengths
        found = [f"min_length={shortest}"] if shortest else []
        found += [] if longest is None else [f"max_length={longest}"]
        found += self._digits
        size = _INTEGERS.get(self._name)
        if self._low and not (size and self._low < Bound(Decimal(-size))):
            found.append(f"{'gt' if self._low.strict else 'ge'}={self._text(self._low.value)}")
        if self._high and not (size and self._high >= Bound(Decimal(size))):
            found.append(f"{'lt' if self._high.strict else 'le'}={self._text(self._high.value)}")
        return found

    def _modify(self, modifiers: Sequence[int | str]) -> None:
        if self._name == "numeric":
            self._scale(*map(int, modifiers))
        elif self._name in {"character varying", "character", "bit", "bit varying"}:
            size = int(modifiers[0])
            self._lengths = (size if self._name == "bit" else 0, size)
        elif self._name == "interval" and isinstance(modifiers[0], str):
            self._interval(modifiers[0].rpartition(" ")[2], modifiers[1:])
        elif self._name.startswith(("time", "interval")):
            self._round(int(modifiers[0]))

    def _scale(self, precision: int, scale: int = 0) -> None:
        self.base = _DECIMAL
        if 0 <= scale <= precision:
            self._digits = [f"max_digits={precision}", f"decimal_places={scale}"]
            return
        if scale > 0:
            self._digits = [f"decimal_places={scale}"]
        else:
            self.calls.append(Call(Symbol("._numbers", "multiples_of_ten_to"), (str(-scale),)))
        end = Decimal((0, (1,), precision - scale))
        self._low, self._high = Bound(-end, strict=True), Bound(end, strict=True)

    def _round(self, digits: int) -> None:
        if digits < _MICROSECONDS:
            self.calls.append(Call(Symbol("._times", "rounded"), (str(digits),)))

    def _interval(self, last: str, digits: Sequence[int | str]) -> None:
        if last == "second":
            self._round(int(digits[0]) if digits else _MICROSECONDS)
        elif last in _UNITS:
            unit = f"{self._use(_TIMEDELTA)}({_UNITS[last]})"
            self.calls.append(Call(Symbol("._times", "whole"), (unit,)))
        else:
            self.calls.append(Call(Symbol("._times", "MONTHS")))

    def check(self, found: Condition) -> None:
        """Take in a condition; one that Python would judge otherwise than the server is left to it."""
        if found.length:
            if self._name in _TEXTS | {"citext", "bytea"}:
                self._check_length(found)
            return
        values = [self._value(each) for each in found.values]
        if found.operator in {"=", "<>"}:
            self._check_equal(found.operator, values)
        elif isinstance(values[0], Decimal | dt.date):
            self._check_order(found.operator, values[0])

    def _check_length(self, found: Condition) -> None:
        text = found.values[0].text
        if len(found.values) > 1 or not text.isdigit() or len(text) > 9:
            return
        match found.operator, int(text):
            case "=", size:
                self._between(size, size)
            case ">=", size:
                self._between(size, None)
            case ">", size:
                self._between(size + 1, None)
            case "<=", size:
                self._between(0, size)
            case ("<", size) if size:
                self._between(0, size - 1)
            case "<>", 0:
                self._between(1, None)
            case _:
                pass

    def _between(self, shortest: int, longest: int | None) -> None:
        low, high = self._lengths
        ends = [end for end in (high, longest) if end is not None]
        self._lengths = (max(low, shortest), min(ends) if ends else None)

    def _check_equal(self, operator: str, values: Sequence[Value | None]) -> None:
        if values == [""] and operator == "<>":
            self._between(1, None)
        elif self._name != "real" and None not in values:
            function = "one_of" if operator == "=" else "none_of"
            texts = tuple(self._text(value) for value in values if value is not None)
            self.calls.append(Call(Symbol("._checks", function), texts))

    def _check_order(self, operator: str, value: Decimal | dt.date) -> None:
        bound = Bound(value, operator in {"<", ">"})
        if self._name == "real" and not _exact_in_real(bound):
            return
        if operator in {">", ">="}:
            self._low = bound if self._low is None else max(self._low, bound)
        else:
            self._high = bound if self._high is None else min(self._high, bound, key=_upper)

    def _value(self, said: Literal) -> Value | None:
        """Return the value of a literal as the column's type has it, None where it has none."""
        if self._name in _NUMBERS and not said.string:
            value = Decimal(said.text)
            return None if self._name in _INTEGERS and value % 1 else value
        if self._name == "date" and said.string and len(said.text) == len("2026-01-01"):
            with suppress(ValueError):
                return dt.date.fromisoformat(said.text)
        return said.text if self._name in _COMPARED and said.string else None

    def _text(self, value: Value) -> str:
        if isinstance(value, str):
            return literal(value)
        if isinstance(value, dt.date):
            return f"{self._use(_DATE)}({value.year}, {value.month}, {value.day})"
        if self._name == "double precision":
            return repr(float(value))
        if value == value.to_integral_value() and abs(value) < 10**18:
            return str(int(value))
        return f'{self._use(_DECIMAL)}("{value}")'


def _upper(bound: Bound) -> tuple[Decimal | dt.date, bool]:
    return bound.value, not bound.strict


def _exact_in_real(bound: Bound) -> bool:
    """Return whether a number on the right side of the bound stays there when it is rounded to a real."""
    value = bound.value
    return isinstance(value, Decimal) and not bound.strict and not value % 1 and abs(value) <= _EXACT_IN_REAL

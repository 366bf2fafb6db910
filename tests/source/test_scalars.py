"""Plain scalars mean what the core schema of YAML 1.2 says, and nothing is lost in silence."""

from __future__ import annotations

import math

import pytest

from fluxc.source.scalars import MAX_NUMBER, exact_float, resolve


@pytest.mark.parametrize(
    "text",
    [
        "on",
        "off",
        "yes",
        "no",
        "y",
        "Off",
        "nULL",
        "tRUE",
        "1_000",
        "0b11",
        "2024-01-31",
        "12:30:45",
        "-0x1F",
        "0o8",
        ".",
        "-",
        "+",
        "1.2.3",
        "0x",
        "١",
        "-> users",
        "+.nan",
        ".infinity",
        "1e",
        "0xG",
        "Infinity",
        "nan",
    ],
)
def test_stays_text(text: str) -> None:
    """What YAML 1.1 or Python would read as something else stays text."""
    assert resolve(text) == text


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("", None),
        ("~", None),
        ("null", None),
        ("NULL", None),
        ("true", True),
        ("TRUE", True),
        ("False", False),
        ("012", 12),
        ("+7", 7),
        ("-0", 0),
        ("0o17", 15),
        ("0x1F", 31),
        ("0xff", 255),
    ],
)
def test_words_and_integers(text: str, value: object) -> None:
    """The words and integers of the core schema become values of the right type."""
    resolved = resolve(text)
    assert resolved == value
    assert type(resolved) is type(value)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("1.5", 1.5),
        (".5", 0.5),
        ("5.", 5.0),
        ("1e3", 1000.0),
        ("-1.25E-2", -0.0125),
        (".inf", math.inf),
        ("-.INF", -math.inf),
        ("0.0", 0.0),
        ("0e5", 0.0),
        ("3.141592653589793", 3.141592653589793),
    ],
)
def test_floats(text: str, value: float) -> None:
    """Floats in every form of the core schema are read."""
    resolved = resolve(text)
    assert resolved == value
    assert isinstance(resolved, float)


def test_nan() -> None:
    """Not-a-number is the float that it names."""
    assert isinstance(value := resolve(".nan"), float)
    assert math.isnan(value)


@pytest.mark.parametrize("text", ["0.12345678901234567890", "12345678901234567.89", "1e400", "-1e400", "1e-400"])
def test_a_number_that_a_float_would_change_stays_text(text: str) -> None:
    """A numeric default keeps each digit that was written."""
    assert resolve(text) == text
    assert exact_float(text) == text


@pytest.mark.parametrize("digits", [MAX_NUMBER + 1, 1_000_000])
@pytest.mark.parametrize("form", ["{}", "0x{}", "0.{}", "-{}", "1e{}"])
def test_a_huge_number_stays_text(form: str, digits: int) -> None:
    """No time is spent on turning a million digits into a number."""
    text = form.format("7" * digits)
    assert resolve(text) == text

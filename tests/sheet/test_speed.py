"""The figures by which times are told."""

from __future__ import annotations

import re
from pathlib import Path

from fluxc.sheet.speed import SPEEDS, STORAGE

PAGE = (Path(__file__).parents[2] / "docs" / "commands.md").read_text(encoding="utf-8")


def test_the_reference_says_what_is_assumed() -> None:
    """Its table is that of the code."""
    found = re.findall(r"^\| .* \| ([\d,]+) \| (\d)[^|]*\|$", PAGE, re.MULTILINE)
    told = [(float(rows.replace(",", "")), int(passes)) for rows, passes in found]
    assert told == [tuple(speed) for speed in SPEEDS.values()]
    assert f"at {STORAGE / 1e6:.0f} MB in a second" in PAGE

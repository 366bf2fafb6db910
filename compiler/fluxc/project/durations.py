"""Lengths of time in settings."""

from __future__ import annotations

import re
from datetime import timedelta
from typing import Final

_LONG: Final = re.compile(r"(0|[1-9][0-9]{0,4})(min|h|d)")
_UNITS: Final = {"min": "minutes", "h": "hours", "d": "days"}
LONG_TIMES: Final = 'write "7d", "12h" or "30min", or "0min" for at once'


def long_time(said: object) -> timedelta | None:
    """Return a time such as ``7d``, ``12h`` or ``30min``; None for anything else."""
    found = _LONG.fullmatch(said) if isinstance(said, str) else None
    return timedelta(**{_UNITS[found[2]]: int(found[1])}) if found else None

"""What a rule over SQL meets."""

from __future__ import annotations

from typing import NamedTuple


class Looks(NamedTuple):
    """Scripts with one finding each, in the line that ends in ``--<`` or else in the last, and scripts without any."""

    found: tuple[str, ...]
    not_found: tuple[str, ...]

"""Rows for every table of a database, such that every constraint holds."""

from fluxc.sample.contents import Contents, contents
from fluxc.sample.fill import Filled, fill

__all__ = ["Contents", "Filled", "contents", "fill"]

"""The catalogue of a database as a value and as a state, and the differences between two of them in words."""

from fluxc.inspect.catalogue import Catalogue, Key, Value, qualified
from fluxc.inspect.compare import compare, compare_asking
from fluxc.inspect.difference import Difference, differences
from fluxc.inspect.outside import Outside, outside_of, outside_state
from fluxc.inspect.reading import read, read_both, read_state
from fluxc.inspect.state import Reading
from fluxc.inspect.unsaid import Unsaid

__all__ = [
    "Catalogue",
    "Difference",
    "Key",
    "Outside",
    "Reading",
    "Unsaid",
    "Value",
    "compare",
    "compare_asking",
    "differences",
    "outside_of",
    "outside_state",
    "qualified",
    "read",
    "read_both",
    "read_state",
]

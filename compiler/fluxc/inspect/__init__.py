"""The catalogue of a database as a value, and the differences between two of them in words."""

from fluxc.inspect.catalogue import Catalogue, Key, Value, qualified
from fluxc.inspect.compare import compare, compare_asking
from fluxc.inspect.difference import Difference, differences
from fluxc.inspect.reading import read

__all__ = ["Catalogue", "Difference", "Key", "Value", "compare", "compare_asking", "differences", "qualified", "read"]

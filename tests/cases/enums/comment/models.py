# Written by fluxc from schema/app; do not edit.
"""The domain app."""

from enum import StrEnum


class A(StrEnum):
    """The enum app.a."""

    X = "x"


class B(StrEnum):
    """B's."""

    X = "x"

"""Files of a project as programs outside name them."""

from __future__ import annotations


def below(base: str, file: str) -> str:
    """Return a file of the project at ``base``, itself relative; empty is here."""
    return f"{base}/{file}" if base and not file.startswith("/") else file

"""How much a schema file may hold, and the diagnostics for the file that holds more."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from fluxc.diagnostics import Diagnostic

if TYPE_CHECKING:
    from fluxc.diagnostics import Span

MAX_DEPTH = 64
MAX_NODES = 500_000
MAX_FINDINGS = 20
"""A file with this many faults is not read further."""

_NOT_TEXT = re.compile("[\x00\ud800-\udfff]")


def too_deep(span: Span) -> Diagnostic:
    """Return the diagnostic for a value inside more than MAX_DEPTH others."""
    message = f"values stand inside each other more than {MAX_DEPTH} levels deep"
    return Diagnostic("too-deep", message, span, "nest less deeply; quote the value if its brackets are text")


def too_large(span: Span) -> Diagnostic:
    """Return the diagnostic for a file of more than MAX_NODES values."""
    message = f"the file holds more than {MAX_NODES:,} values"
    return Diagnostic("too-large", message, span, "split the domain into a folder of several files")


def not_text(value: str) -> str:
    """Return what is wrong with a value made by escapes that no database can store, or an empty string."""
    bad = _NOT_TEXT.search(value)
    return f"an escape writes the character U+{ord(bad[0]):04X}, which PostgreSQL cannot store" if bad else ""

"""Names of collations (manual, section 24.2)."""

from __future__ import annotations

from fluxc.model.names import qualified, split_name


def collation_sql(text: str) -> str:
    """Return the SQL of a collation named as written; ``"schema"."name"`` and ``pg_catalog.name`` name its schema.

    Names of collations hold dots and capitals (``en_US.utf8``), so anything else is one name to the letter.
    Raises ValueError for quotes that name nothing.
    """
    if '"' in text:
        return qualified(*split_name(text))
    head, dot, name = text.partition(".")
    return qualified(head, name) if dot and head == "pg_catalog" else qualified(text)

"""What a declaration says to people and tools: no database holds it, so no migration comes from it."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

Suppressions = Annotated[
    dict[str, str] | None,
    Field(description="Lint rules whose findings here are right as they are, each with the reason."),
]
Large = Annotated[bool, Field(description="Whether the table has, or will have, very many rows.")]

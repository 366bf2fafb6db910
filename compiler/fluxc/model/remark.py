"""What a declaration says to people and tools: no database holds it, so no migration comes from it."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

Suppressions = Annotated[
    dict[str, str] | None,
    Field(description="Lint rules whose findings here are right as they are, each with the reason."),
]
Large = Annotated[
    bool,
    Field(
        description="Whether the table has, or will have, very many rows; then it is changed like one that says "
        "`online: true`, where `online` does not say otherwise."
    ),
]
Online = Annotated[
    bool | None,
    Field(
        description="Whether others are at work on the table while it is changed, so that nothing may hold them up for "
        "long; by default what `online` in `fluxc.toml` says, which is `true` by default. Where the table says `true` "
        "itself, what running code would notice is changed in two migrations, between which old and new code can run."
    ),
]
LockTimeout = Annotated[
    str | int | None,
    Field(
        description="How long a step that changes the table waits for locks behind which others wait, such as `2s`; by "
        "default what `lock_timeout` in `fluxc.toml` says, which is `5s` by default."
    ),
]
StatementTimeout = Annotated[
    str | int | None,
    Field(
        description="How long a statement of a short step that changes the table may take, such as `30s`, or 0 for no "
        "end; by default what `statement_timeout` in `fluxc.toml` says, which is `1min` by default."
    ),
]

"""The rule `identifier-too-long`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from fluxc.diagnostics import Severity
from fluxc.lint.rule import Finding, sql_rule
from fluxc.lint.sql.cursor import identifier
from fluxc.lint.sql.forms import Words
from fluxc.model.names import MAX_BYTES

if TYPE_CHECKING:
    from collections.abc import Iterator

    from fluxc.lint.sql.script import Script

_FEW: Final = 15
"""Shorter names are short enough in every alphabet."""


@sql_rule(Severity.WARNING, Words)
def identifier_too_long(words: Words, _script: Script) -> Iterator[Finding]:
    """A name is longer than PostgreSQL keeps.

    ## What it finds
    A name of more than 63 bytes.

    ## Why it is dangerous
    PostgreSQL cuts it off with no more than a notice. Two long names may become one, and a tool that looks for the
    name it wrote does not find it.

    ## Example
    ```sql migration.sql
    create sequence customer_relationship_synchronization_outbox_entries_of_last_year;
    ```

    ```console
    $ fluxc lint migration.sql
    warning[identifier-too-long]: customer_relationship_synchronization_outbox_entries_of_last_year is cut off
      --> migration.sql:1:17
      1 | create sequence customer_relationship_synchronization_outbox_entries_of_last_year;
        |                 ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
      help: choose a name of at most 63 bytes

    ! Linted 1 statement: 1 warning
    ```

    ## Instead
    Choose a shorter name.
    """
    for word in words.words:
        if len(word.text) > _FEW and (name := identifier(word.text)) is not None and len(name.encode()) > MAX_BYTES:
            message = f"{name} is cut off"
            yield Finding(message, f"choose a name of at most {MAX_BYTES} bytes", span=(word.start, word.end))

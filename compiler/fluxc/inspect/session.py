"""A transaction in which the server words everything the same way, whoever is connected."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Generator

    import psycopg

# Each of these changes how the server writes a name or a constant in the text of an expression, or reads it back;
# JIT only costs time on catalogue queries.
_PINNED = {
    "search_path": "",
    "quote_all_identifiers": "off",
    "standard_conforming_strings": "on",
    "TimeZone": "UTC",
    "DateStyle": "ISO, MDY",
    "IntervalStyle": "postgres",
    "extra_float_digits": "1",
    "bytea_output": "hex",
    "lc_monetary": "C",
    "xmloption": "content",
    "jit": "off",
}


@contextmanager
def pinned(connection: psycopg.Connection[Any], *, read_only: bool) -> Generator[None]:
    """Run the block in a repeatable-read transaction with pinned settings that leaves nothing behind.

    One that only reads is committed: a rollback would have the driver forget what the server has prepared.

    The connection must be idle: ValueError when it is inside a transaction already.
    """
    from psycopg.pq import TransactionStatus

    if connection.info.transaction_status not in {TransactionStatus.IDLE, TransactionStatus.UNKNOWN}:
        raise ValueError("a catalogue is read in a transaction of its own: the connection must be idle")
    with connection.transaction(force_rollback=not read_only):
        mode = "read only" if read_only else "read write"
        connection.execute(f"set transaction isolation level repeatable read, {mode}", prepare=False)
        connection.execute(
            "select set_config(name, value, true) from unnest(%s::text[], %s::text[]) as setting (name, value)",
            [list(_PINNED), list(_PINNED.values())],
            prepare=False,
        )
        yield

"""How a sequence counts, in the words of a state; shared by sequences and by the columns that own one."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final, LiteralString

from fluxc.model.names import sequence_name
from fluxc.model.sequence import SequenceOptions

if TYPE_CHECKING:
    from collections.abc import Mapping

COUNTED: Final[LiteralString] = """
  format_type(sequence.seqtypid, null) as sequence_type, sequence.seqstart as start,
  sequence.seqincrement as increment, sequence.seqmin as minimum, sequence.seqmax as maximum,
  sequence.seqcache as cache, sequence.seqcycle as cycle
"""
"""The columns of a query that `counting` reads, over ``pg_sequence as sequence``."""
DRAWING: Final[LiteralString] = "'nextval(''' || replace(class.oid::regclass::text, '''', '''''') || '''::regclass)'"
"""How a default draws from the sequence ``pg_class as class``."""

PERSISTS: Final[LiteralString] = (
    "({table}.relpersistence = class.relpersistence or current_setting('server_version_num')::integer < 150000)"
)
"""Whether the sequence ``pg_class as class`` is kept as its table; older servers log all sequences."""

_BITS: Final = {"smallint": 15, "integer": 31, "bigint": 63}


def counting(row: Mapping[str, Any]) -> SequenceOptions | None:
    """Return the options of a sequence that are not the server's own choice, None where all are."""
    largest = 2 ** _BITS[row["sequence_type"]]
    up = row["increment"] > 0
    lowest, highest = (1, largest - 1) if up else (-largest, -1)
    start = row["minimum"] if up else row["maximum"]
    options = SequenceOptions(
        start=_unless(row["start"], start),
        increment=_unless(row["increment"], 1),
        minimum=_unless(row["minimum"], lowest),
        maximum=_unless(row["maximum"], highest),
        cache=_unless(row["cache"], 1),
        cycle=row["cycle"],
    )
    return options if options != SequenceOptions() else None


def _unless(value: int, usual: int) -> int | None:
    return None if value == usual else value


def is_serial(row: Mapping[str, Any], *, table: str, column: str, type_name: str, default: str | None) -> bool:
    """Tell whether a not-null column and the sequence that it owns are what ``serial`` makes.

    Beside what `COUNTED` gives the row has the name of the ``sequence``, how it is drawn from, as ``drawing``, and
    whether it is where and as its table is and has no comment, as ``beside``.
    """
    return bool(
        row["beside"]
        and default == row["drawing"]
        and row["sequence_type"] == type_name
        and row["sequence"] == sequence_name(table, column)
        and counting(row) is None
    )

"""Extensions, by name, with the namespace of their objects; what they own is their own business."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from fluxc.inspect.catalogue import Fact
from fluxc.inspect.scope import Kind

if TYPE_CHECKING:
    from collections.abc import Mapping

# plpgsql is in every database that nobody took it out of.
_QUERY = """
select extension.extname::text as extension, home.nspname::text as namespace, extension.extversion as version
from pg_extension as extension
join pg_namespace as home on home.oid = extension.extnamespace
where extension.extname <> 'plpgsql'
"""


def _fact(row: Mapping[str, Any]) -> Fact:
    attributes = {"namespace": row["namespace"], "version": row["version"]}
    return Fact("extension", (row["extension"],), attributes)


EXTENSION = Kind(_QUERY, _fact)

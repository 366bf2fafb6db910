"""Extensions, by name, with the namespace of their objects; what they own is their own business."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from fluxc.inspect.catalogue import Fact
from fluxc.inspect.scope import Kind
from fluxc.model.extension import Extension

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from fluxc.model.state import Object

# plpgsql is in every database that nobody took it out of.
_QUERY = """
select extension.extname::text as extension, home.nspname::text as namespace, extension.extversion as version,
  available.default_version as usual_version
from pg_extension as extension
join pg_namespace as home on home.oid = extension.extnamespace
left join pg_available_extensions() as available on available.name = extension.extname
where extension.extname <> 'plpgsql'
order by extension.extname collate "C"
"""


def _fact(row: Mapping[str, Any]) -> Fact:
    attributes = {"namespace": row["namespace"], "version": row["version"]}
    return Fact("extension", (row["extension"],), attributes)


def _objects(row: Mapping[str, Any]) -> Iterator[Object]:
    version = None if row["version"] == row["usual_version"] else row["version"]
    yield Extension(name=row["extension"], namespace=row["namespace"], version=version)


EXTENSION = Kind(_QUERY, _fact, _objects)

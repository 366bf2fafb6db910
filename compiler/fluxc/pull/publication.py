"""Publications as YAML: in a shared file, since they are the database's."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from fluxc.model.publication import EVERYTHING
from fluxc.pull.options import some

if TYPE_CHECKING:
    from fluxc.model.publication import Publication, PublishedTable
    from fluxc.pull.sight import Sight


def publication_form(item: Publication, sight: Sight) -> object:
    """Return a publication: ``all``, its tables where these say all, or the long form."""
    tables: Any = "all" if item.everything else [_table(table, sight) for table in item.tables]
    said = some(
        tables=tables or None,
        domains=[sight.homes.namespaces.get(name, name) for name in item.namespaces],
        publish=None if item.publish == EVERYTHING else list(item.publish) or None,
        via_root=item.via_root,
        generated="stored" if item.stored else None,
        doc=item.doc,
    )
    if not item.publish:
        said["publish"] = []
    return tables if said.keys() <= {"tables"} else said


def _table(table: PublishedTable, sight: Sight) -> object:
    name = sight.name(table.path)
    more = some(columns=list(table.columns), where=sight.sql(table.where) if table.where is not None else None)
    return {"table": name, **more} if more else name

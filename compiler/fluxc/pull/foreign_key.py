"""Foreign keys as YAML: as the reference of a column, or under ``foreign_keys``."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from fluxc.model import names
from fluxc.pull.options import deferring_form, some

if TYPE_CHECKING:
    from fluxc.model.constraint import ForeignKey
    from fluxc.pull.sight import Sight


def derived_foreign_key_name(item: ForeignKey) -> str:
    """Return the name that PostgreSQL would give a foreign key."""
    return names.foreign_key_name(item.place[-1], item.columns)


def reference_text(item: ForeignKey, sight: Sight, *, nullable: bool = False) -> str:
    """Return target and actions as they stand behind ``->``."""
    actions = (
        f" on {event} {action}"
        for event, action in (("delete", item.on_delete), ("update", item.on_update))
        if action != "no action"
    )
    return f"{sight.target(item)}{'?' if nullable else ''}{''.join(actions)}"


def is_short_reference(item: ForeignKey, *, declined: bool) -> bool:
    """Return whether target and actions say all of a reference."""
    return item.plain and not declined and item.doc is None and item.name == derived_foreign_key_name(item)


def long_reference(item: ForeignKey, sight: Sight, *, nullable: bool, declined: bool) -> dict[str, Any]:
    """Return a reference in the long form."""
    target = f"{sight.target(item)}{'?' if nullable else ''}"
    return {"target": target, **_options(item, declined=declined), **_name(item)}


def _name(item: ForeignKey) -> dict[str, Any]:
    return {"name": item.name} if item.name != derived_foreign_key_name(item) else {}


def foreign_key_form(item: ForeignKey, sight: Sight, *, declined: bool = False) -> dict[str, Any]:
    """Return a foreign key of the table without its name; ``declined`` says that it shall bring no index."""
    columns = item.columns[0] if len(item.columns) == 1 else list(item.columns)
    return {"columns": columns, "references": sight.target(item), **_options(item, declined=declined)}


def _options(item: ForeignKey, *, declined: bool) -> dict[str, Any]:
    some_columns = f" ({', '.join(map(_word, item.on_delete_columns))})" if item.on_delete_columns else ""
    said = some(
        on_delete=f"{item.on_delete}{some_columns}" if item.on_delete != "no action" else None,
        on_update=item.on_update if item.on_update != "no action" else None,
        match=item.match if item.match != "simple" else None,
        period=item.temporal,
        **deferring_form(item),
        not_valid=item.enforced and not item.valid,
        doc=item.doc,
    )
    refused = {"enforced": False} if not item.enforced else {}
    return {**said, **refused, **({"index": False} if declined else {})}


def _word(name: str) -> str:
    """Return a name as it is where that is a word, else in quotes."""
    return name if name.isidentifier() else names.quoted(name)

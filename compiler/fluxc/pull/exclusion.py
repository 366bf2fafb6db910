"""Exclusion constraints as YAML."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from fluxc.model import names
from fluxc.pull.index import labels, part_form
from fluxc.pull.options import deferring_form, parameters_form, some

if TYPE_CHECKING:
    from collections.abc import Collection

    from fluxc.model.constraint import Exclusion
    from fluxc.pull.sight import Sight


def derived_exclusion_name(item: Exclusion) -> str:
    """Return the name that PostgreSQL would give an exclusion constraint."""
    return names.exclusion_name(item.place[-1], labels(item.parts, item.include))


def exclusion_form(item: Exclusion, sight: Sight, columns: Collection[str]) -> dict[str, Any]:
    """Return an exclusion constraint without its name; ``columns`` are all of its table."""
    pairs = zip(item.parts, item.operators, strict=True)
    return some(
        on=[part_form(part, sight, columns, operator) for part, operator in pairs],
        using=item.method if item.method != "gist" else None,
        where=sight.sql(item.where) if item.where is not None else None,
        include=list(item.include),
        **deferring_form(item),
        **{"with": parameters_form(item.parameters) or None},
        tablespace=item.tablespace,
        doc=item.doc,
    )

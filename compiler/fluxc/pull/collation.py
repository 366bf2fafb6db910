"""Collations as YAML."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from fluxc.pull.options import some

if TYPE_CHECKING:
    from fluxc.model.collation import Collation
    from fluxc.pull.sight import Sight


def collation_form(item: Collation, sight: Sight) -> object:
    """Return what is said of a collation."""
    said: dict[str, Any] = {"provider": item.provider} if item.provider != "libc" else {}
    said |= some(
        locale=item.locale,
        lc_collate=item.lc_collate,
        lc_ctype=item.lc_ctype,
        rules=item.rules,
    )
    said |= {} if item.deterministic else {"deterministic": False}
    said |= {"from": sight.collation(item.copied)} if item.copied is not None else {}
    return said | some(doc=item.doc)
